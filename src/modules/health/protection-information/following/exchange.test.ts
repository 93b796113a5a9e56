import { sql } from 'kysely'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { Database } from '#platform/db'
import { makeLog } from '#platform/log'
import { readMessageTask } from '#platform/messages'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../../casework/testing/askPage.ts'
import { openMeshMailbox } from '../../mesh/index.ts'
import { openMeshServer } from '../../mesh/testing/meshServer.ts'
import { healthModule } from '../../module.ts'
import { readApart } from '../answers/readApart.ts'
import { acknowledgementText } from '../message/nhsText.ts'
import { openProtection } from '../testing/openProtection.ts'
import { exchange } from './exchange.ts'

const record = await testRecord()
const stage = await openProtection(record)
const { planned, number, follow, rows, sealer } = stage
const keeping = { database: record.database, sealer }
const server = await openMeshServer()
afterAll(() => server.close())
afterEach(() => {
  server.behave()
  server.shelf.inbox.clear()
  server.shelf.acknowledged.length = 0
  server.shelf.sent.length = 0
})
const limits = { idleMs: 200 }
const post = {
  mailbox: openMeshMailbox({ ...server.settings, limits }),
  ...{ to: 'X26CPIS', workflow: 'CPIS_UPLOAD', answers: ['CPIS_ACK', 'CPIS_NOTICE'] },
}
const turn = (of: { readonly database?: Database } = {}) => exchange({ ...keeping, ...of }, post)
/** A file that waits to be sent. */
async function waitingFile() {
  const { personId } = await planned()
  await number(personId)
  await follow()
  const [file] = await rows(
    sql<{
      id: string
      sequence: number
    }>`select id, sequence from protection_file where sent_at is null and answered_at is null`,
  )
  if (file === undefined) throw new Error('A file waits')
  return file
}
const unsent = () => rows(sql`select 1 from protection_file where sent_at is null and answered_at is null`)
const kept = async () =>
  (await rows(sql<{ count: number }>`select count(*)::int as count from protection_message`))[0]?.count
let sequence = 100
const answer = (id: string) => {
  sequence += 1
  return { id, workflow: 'CPIS_ACK', bytes: acknowledgementText(sequence, 'CPF02') }
}

test('hands a file over once, and takes in what the mailbox holds', async () => {
  const file = await waitingFile()
  const before = (await kept()) ?? 0
  server.put(answer('M1'), { ...answer('M2'), packed: 'parts', chunkBytes: 100 })
  expect(await turn()).toEqual({ sent: 'SENT1', taken: 2, waiting: 0, failures: [] })
  expect(await turn()).toEqual({ sent: null, taken: 0, waiting: 0, failures: [] })
  expect(server.shelf.sent).toHaveLength(1)
  expect(server.shelf.sent[0]?.headers).toMatchObject({
    'mex-localid': file.id,
    'mex-subject': `File ${file.sequence}`,
  })
  expect(server.shelf.sent[0]?.bytes.toString()).toContain('REPC_MT000002GB01')
  expect(server.shelf.acknowledged).toEqual(['M1', 'M2'])
  expect(await kept()).toBe(before + 2)
  await stage.answer('CPF02')
})

test.each([
  ['cut before anything was done', 'cut_before', 'unreachable', 0],
  ['cut after the NHS had the file', 'cut_after', 'unreachable', 1],
  ['never answered', 'silent', 'timed_out', 0],
  ['answered by 500', 500, 'failed_there', 0],
  ['answered by 403', 403, 'forbidden', 0],
] as const)(
  'a file whose sending is %s goes again under the same id',
  async (_, misbehaviour, code, arrived) => {
    const file = await waitingFile()
    server.put(answer('M1'))
    server.behave(({ path }) => (path.endsWith('/outbox') ? misbehaviour : undefined))
    const failed = await turn()
    expect(failed).toMatchObject({ sent: null, taken: 1, failures: [{ step: 'send', code }] })
    expect(await unsent()).toHaveLength(1)
    expect(server.shelf.sent).toHaveLength(arrived)
    server.behave()
    expect((await turn()).failures).toEqual([])
    expect(server.shelf.sent.map(({ headers }) => headers['mex-localid'])).toEqual(
      Array.from({ length: arrived + 1 }, () => file.id),
    )
    expect(await unsent()).toHaveLength(0)
    await stage.answer('CPF02')
  },
)

test('a message is acknowledged only once it is kept: undone, it comes again and is not doubled', async () => {
  const before = (await kept()) ?? 0
  server.put(answer('M1'))
  const undoing: Database = {
    ...record.database,
    as: (actor, purpose, fn, options) =>
      record.database.as(
        actor,
        purpose,
        async work => {
          const done = await fn(work)
          const { rows: found } =
            await sql`select 1 from protection_message where taken_at = ${work.now}`.execute(work.db())
          if (found.length > 0) throw new Error('The server ends before it has committed')
          return done
        },
        options,
      ),
  }
  const failures = [{ step: 'keep', code: 'not_kept', detail: null }]
  expect(await turn({ database: undoing })).toEqual({ sent: null, taken: 0, waiting: 1, failures })
  expect(await kept()).toBe(before)
  expect(server.shelf.acknowledged).toEqual([])
  expect(await turn()).toMatchObject({ taken: 1, waiting: 0 })
  expect(await kept()).toBe(before + 1)
})

test('a message whose acknowledgement is lost comes again and is not doubled', async () => {
  const before = (await kept()) ?? 0
  server.put(answer('M1'), { id: 'M2', workflow: 'NEMS', bytes: Buffer.from('another matter') })
  server.behave(({ method }) => (method === 'PUT' ? 500 : undefined))
  expect(await turn()).toMatchObject({
    taken: 0,
    waiting: 2,
    failures: [{ step: 'acknowledge' }, { step: 'acknowledge' }],
  })
  server.behave()
  expect(await turn()).toMatchObject({ taken: 2, waiting: 0, failures: [] })
  expect(await kept()).toBe(before + 1)
  expect(await rows(sql`select 1 from app.message_in where control_id = 'M2'`)).toHaveLength(1)
})

test('what is no answer, or came under a workflow that nothing reads, is kept apart as work', async () => {
  server.put(
    { id: 'M3', workflow: 'CPIS_ACK', bytes: Buffer.from('no such message') },
    { id: 'M4', workflow: 'PATHOLOGY', from: 'X26LAB', bytes: acknowledgementText(9, 'CPF02') },
    { id: 'M5', bytes: Buffer.alloc(0) },
  )
  const before = await kept()
  expect(await turn()).toMatchObject({ taken: 3, failures: [] })
  expect(await kept()).toBe(before)
  expect(
    await rows(sql`select m.channel, m.control_id, m.said_sender, m.fault, w.state from app.message_in m join app.message_work w on w.message_id = m.id
      where control_id in ('M3', 'M4', 'M5') order by control_id`),
  ).toEqual([
    {
      channel: 'mesh',
      control_id: 'M3',
      said_sender: 'X26HC999',
      fault: 'no_message_of_protection_information',
      state: 'refused',
    },
    { channel: 'mesh', control_id: 'M4', said_sender: 'X26LAB', fault: 'unknown_workflow', state: 'refused' },
    {
      channel: 'mesh',
      control_id: 'M5',
      said_sender: 'X26HC999',
      fault: 'unknown_workflow',
      state: 'refused',
    },
  ])
  expect(await stage.openWorks()).toContain('unreadable')
})

test('a report that a file was not collected is work about that file', async () => {
  const file = await waitingFile()
  await turn()
  const headers = { 'Mex-MessageType': 'REPORT', 'Mex-LocalID': file.id, 'Mex-StatusCode': '14' }
  server.put({ id: 'R1', bytes: Buffer.alloc(0), workflow: 'CPIS_UPLOAD', headers })
  expect(await turn()).toMatchObject({ taken: 1, failures: [] })
  expect(await rows(sql`select file_id, detail from protection_work where code = 'undelivered'`)).toEqual([
    { file_id: file.id, detail: 'Report R1: 14' },
  ])
  await stage.answer('CPF02')
})

test('a message that is gone holds up none behind it', async () => {
  server.put(answer('M1'), answer('M2'), answer('M3'))
  server.behave(({ path }) => (path.endsWith('/M2') ? 410 : undefined))
  expect(await turn()).toMatchObject({ taken: 2, waiting: 1, failures: [{ step: 'fetch', code: 'gone' }] })
  expect(server.shelf.acknowledged).toEqual(['M1', 'M3'])
})

test('a line that is down is not asked for every message', async () => {
  server.put(...Array.from({ length: 20 }, (_, index) => answer(`M${index}`)))
  server.behave(({ path }) => (path.endsWith('/inbox') ? undefined : 'cut_before'))
  expect((await turn()).failures).toHaveLength(5)
})

test('two turns at once make one file and queue each change once', async () => {
  const { personId } = await planned()
  await number(personId)
  await Promise.all([follow(), follow(), follow()])
  expect(await rows(sql`select what from protection_change where person_id = ${personId}`)).toEqual([
    { what: 'started' },
  ])
  expect(
    await rows(sql`select 1 from protection_file where answered_at is null and given_up_at is null`),
  ).toHaveLength(1)
})

test('an administrator has what came under an unknown workflow read as a message about plans', async () => {
  const admin = await record.makers.worker({ class: 'administrator' })
  const ask = askPage(record.as, healthModule.routes)
  const url = '/administration/messages/:messageId'
  server.put(
    { ...answer('M6'), workflow: 'CPIS_NEW' },
    { id: 'M7', workflow: 'CPIS_NEW', bytes: Buffer.from('no') },
  )
  await turn()
  const task = readMessageTask(sealer, () => expect.unreachable('It has no sender'), readApart(sealer))
  const before = (await kept()) ?? 0
  for (const [name, state] of [
    ['M6', 'done'],
    ['M7', 'dead'],
  ]) {
    const [message] = await rows(
      sql<{ id: string }>`select id from app.message_in where control_id = ${name}`,
    )
    const params = { messageId: message?.id ?? '' }
    expect(contentOf(await ask(admin, 'GET', url, { params }))).not.toContain('Which hospital sent it')
    expect((await ask(admin, 'POST', url, { params, sent: { step: 'read_again' } })).kind).toBe('redirect')
    await task.run({ database: record.database, log: makeLog({ level: 'silent' }) }, { id: params.messageId })
    expect(
      await rows(sql`select state from app.message_work where message_id = ${params.messageId}`),
    ).toEqual([{ state }])
  }
  expect(await kept()).toBe(before + 1)
})
