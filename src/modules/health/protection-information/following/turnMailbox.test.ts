import { sql } from 'kysely'
import { afterAll, afterEach, expect, test } from 'vitest'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../../casework/testing/askPage.ts'
import { openMeshMailbox, readMailbox } from '../../mesh/index.ts'
import { openMeshServer } from '../../mesh/testing/meshServer.ts'
import { healthModule } from '../../module.ts'
import { protectionTasks } from '../tasks.ts'
import { openProtection } from '../testing/openProtection.ts'
import { turnMailbox } from './turnMailbox.ts'

const record = await testRecord()
const stage = await openProtection(record)
const { listen, sealer } = stage
const admin = await record.makers.worker({ class: 'administrator' })
const server = await openMeshServer()
afterAll(() => server.close())
const lines: string[] = []
afterEach(() => {
  server.behave()
  server.calls.length = 0
  lines.length = 0
})
const post = {
  mailbox: openMeshMailbox(server.settings),
  ...{ to: 'X26CPIS', workflow: 'CPIS_UPLOAD', answers: ['CPIS_ACK'] },
}
const log = makeLog({ write: line => lines.push(line) })
const turn = (of: typeof post | null = post) => turnMailbox({ database: record.database, log }, sealer, of)
const handshakes = () => server.calls.filter(call => call === 'POST /messageexchange/X26HC001').length
/** As if the last turns had been so long ago. */
const later = (interval: string) =>
  listen(work =>
    sql`update app.mailbox_standing set begun_at = begun_at - ${interval}::interval, polled_at = polled_at - ${interval}::interval,
      validated_at = validated_at - ${interval}::interval`.execute(work.db()),
  )
const ask = askPage(record.as, healthModule.routes)
const page = async () => contentOf(await ask(stage.sender, 'GET', '/protection-information', {}))
const adminPage = async () => contentOf(await ask(admin, 'GET', '/administration/messages', {}))

test('without a mailbox the pages say that files are carried by hand', async () => {
  await turn(null)
  expect(await page()).toContain('No mailbox is connected: files are carried by hand.')
})

test('the NHS is told once a day that the mailbox is in use', async () => {
  await turn()
  await turn()
  expect(handshakes()).toBe(1)
  await later('22 hours')
  await turn()
  expect(handshakes()).toBe(1)
  await later('1 hour')
  await turn()
  expect(handshakes()).toBe(2)
  expect(await page()).toContain('X26HC001')
  expect(await page()).toContain('Nothing at the last turn.')
  expect(await adminPage()).toContain('X26HC001')
})

test('a turn that is slow is not overtaken by the next', async () => {
  const [task] = protectionTasks(sealer, { code: '999', name: 'Exampleshire' }, post)
  const context = { database: record.database, log }
  await Promise.all([task?.run(context, {}), task?.run(context, {})])
  await task?.run(context, {})
  expect(server.calls.filter(call => call.endsWith('/inbox'))).toHaveLength(2)
})

test('a handshake that fails is tried at each turn, and holds nothing up', async () => {
  await later('24 hours')
  server.behave(({ path }) => (path.endsWith('X26HC001') ? 403 : undefined))
  await turn()
  await turn()
  expect(handshakes()).toBe(2)
  const standing = await listen(readMailbox)
  expect(standing).toMatchObject({
    waiting: 0,
    failures: [{ step: 'validate', code: 'forbidden', detail: '403' }],
  })
  const shown = await page()
  expect(shown).toContain('Saying that the mailbox is in use: The NHS refused the mailbox')
  expect(shown).toContain('More than a day ago')
  server.behave()
  await turn()
  expect(await page()).not.toContain('More than a day ago')
})

test('what fails stands on the pages, without what any message says', async () => {
  server.put({ id: 'M1', workflow: 'CPIS_ACK', bytes: Buffer.from('Otterly') })
  server.behave(({ path }) => (path.endsWith('/M1') ? 410 : undefined))
  await turn()
  for (const shown of [await page(), await adminPage()])
    expect(shown).toContain('Fetching a message: A message was no longer there when it was fetched')
  expect(lines.join('')).toContain('"code":"gone"')
  server.shelf.inbox.clear()
  await turn()
  expect(await page()).toContain('Nothing at the last turn.')
  expect(lines.join('')).not.toMatch(/Otterly|only for tests|a key of every test/)
})

test('an hour without a poll is an alarm: red on the pages, work for the team, an error in the log', async () => {
  await later('50 minutes')
  server.behave(({ path }) => (path.endsWith('/inbox') ? 500 : undefined))
  await turn()
  await stage.follow()
  expect(await page()).not.toContain('Not read for more than an hour')
  expect(lines.join('')).not.toContain('"level":"error"')
  await later('11 minutes')
  await turn()
  await stage.follow()
  expect(await page()).toContain('Not read for more than an hour')
  expect(await adminPage()).toContain('Asking what waits: Something failed at the NHS. (500)')
  expect(await stage.openWorks()).toContain('mailbox_silent')
  expect(lines.join('')).toContain('"level":"error"')
  server.behave()
  await turn()
  await stage.follow()
  expect(await page()).not.toContain('Not read for more than an hour')
  expect(await stage.openWorks()).not.toContain('mailbox_silent')
})

test('a mailbox that never answered is an alarm an hour after it was connected; one that was taken away is none', async () => {
  await turn(null)
  await later('2 hours')
  expect(await page()).toMatch(/No mailbox is connected since .*: files are carried by hand/)
  server.behave(() => 'cut_before')
  await turn()
  expect(await page()).not.toContain('Not read for more than an hour')
  await later('61 minutes')
  expect(await page()).toContain('Not read for more than an hour')
})

test('who opens a file that waits is told that the mailbox sends it by itself, while one is connected', async () => {
  const { personId } = await stage.planned()
  await stage.number(personId)
  await stage.follow()
  const [file] = await stage.rows(sql<{ id: string }>`select id from protection_file where sent_at is null`)
  const params = { fileId: file?.id ?? '' }
  const filePage = async () =>
    contentOf(await ask(stage.sender, 'GET', '/protection-information/files/:fileId', { params }))
  expect(await filePage()).toContain('The mailbox sends this file by itself')
  await turn(null)
  expect(await filePage()).not.toContain('by itself')
  expect(await filePage()).toContain('I have sent it')
  server.behave()
  await turn()
  expect(await filePage()).toContain('Its answer comes by the mailbox.')
})

test('what nobody answers for stays in the mailbox, and says so', async () => {
  await stage.tell(sql`update team set ended_on = current_date - 1 where id = ${stage.ownerTeam}`)
  server.put({ id: 'M9', workflow: 'CPIS_ACK', bytes: Buffer.from('kept by nobody') })
  await turn()
  expect(server.shelf.acknowledged).not.toContain('M9')
  expect(await adminPage()).toContain('No team answers for what the NHS sends')
})
