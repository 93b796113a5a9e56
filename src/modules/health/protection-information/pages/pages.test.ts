import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Reply } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testFiles } from '#test/server.ts'
import { contentOf } from '../../../casework/testing/askPage.ts'
import { healthModule } from '../../module.ts'
import { readTaken } from '../answers/readTaken.ts'
import { acknowledgementText } from '../message/nhsText.ts'
import { openProtection } from '../testing/openProtection.ts'

const record = await testRecord()
const stage = await openProtection(record)
const { planned, number, follow, rows, listen, sender } = stage
const files = { ...testFiles(), sealer: stage.sealer }
const at = '/protection-information'

type Asked = {
  readonly params?: Readonly<Record<string, string>>
  readonly sent?: Readonly<Record<string, string>>
  readonly file?: Uint8Array
}
function ask(
  actor: Actor,
  method: 'GET' | 'POST',
  url: string,
  { params = {}, sent = {}, file }: Asked = {},
): Promise<Reply> {
  const found = healthModule.routes.find(route => route.method === method && route.url === url)
  if (found === undefined) throw new Error(`No route ${method} ${url}`)
  return record.as(actor, work =>
    found.handle({
      ...{ work, params, sent, body: undefined, path: url, files },
      me: { id: actor.id, class: 'practitioner', name: 'Worker Madeup' },
      query: found.query?.parse({}) ?? {},
      form: { csrf: 'token', submission: makeUuid() },
      uploads:
        file === undefined ? [] : [{ field: 'file', fileName: 'answer.xml', bytes: file, isTooLarge: false }],
    }),
  )
}
const file = async () => {
  const [one] = await rows(
    sql<{
      id: Uuid
      sequence: number
    }>`select id, sequence from protection_file where answered_at is null and given_up_at is null`,
  )
  if (one === undefined) throw new Error('There is a file')
  return one
}

test('by hand: the file is taken out, said to be sent, and its answer brought in, until nothing is not live', async () => {
  const { personId, worker } = await planned()
  await number(personId)
  await follow()
  expect(contentOf(await ask(worker, 'GET', at))).toContain('id="not-live">1<')
  expect(contentOf(await ask(worker, 'GET', at))).toContain(`/people/${personId}/nhs`)
  expect(contentOf(await ask(sender, 'GET', at))).toContain('1 other')
  const { id, sequence } = await file()
  const params = { fileId: id }
  expect(contentOf(await ask(sender, 'GET', `${at}/files/:fileId`, { params }))).toContain('I have sent it')
  const taken = await ask(sender, 'GET', `${at}/files/:fileId/file`, { params })
  if (taken.kind !== 'file') throw new Error('It is a file')
  expect(Buffer.from(taken.bytes).toString()).toContain('REPC_MT000002GB01')
  expect(taken.shown).toMatchObject({ subjectIds: [personId], action: 'export' })
  expect((await ask(worker, 'GET', `${at}/files/:fileId/file`, { params })).kind).toBe('not_found')
  expect((await ask(worker, 'POST', `${at}/files/:fileId/sent`, { params })).kind).toBe('not_found')
  await ask(sender, 'POST', `${at}/files/:fileId/sent`, { params })
  const brought = await ask(sender, 'POST', `${at}/answers`, { file: acknowledgementText(sequence, 'CPF02') })
  expect(brought.kind).toBe('redirect')
  const [message] = await rows(sql<{ id: Uuid }>`select id from protection_message where read_at is null`)
  if (message === undefined) throw new Error('The message is kept')
  await listen(work => readTaken(work, stage.sealer, message.id))
  const page = contentOf(await ask(worker, 'GET', at))
  expect(page).toContain('id="not-live">0<')
  expect(page).toContain('As it should be')
  expect(contentOf(await ask(worker, 'GET', '/people/:personId/nhs', { params: { personId } }))).toContain(
    'The NHS shows it so',
  )
})

test('what is no message of the NHS is refused beside the form, and nobody else brings one in', async () => {
  const refused = await ask(sender, 'POST', `${at}/answers`, { file: Buffer.from('<html/>') })
  expect(refused).toMatchObject({ kind: 'page', status: 422 })
  expect((await ask(await record.makers.worker(), 'GET', `${at}/answers`)).kind).toBe('not_found')
})

test('a file that was never answered is given up, and what it held goes with the next', async () => {
  const { personId } = await planned()
  await number(personId)
  await follow()
  const { id, sequence } = await file()
  const params = { fileId: id }
  await ask(sender, 'POST', `${at}/files/:fileId/sent`, { params })
  await ask(sender, 'POST', `${at}/files/:fileId/give-up`, { params })
  await follow()
  expect((await file()).sequence).toBe(sequence + 1)
  await stage.answer('CPF02')
})

test('work is closed with what was done, by the team that answers for it', async () => {
  const { personId, worker } = await planned()
  await number(personId)
  await follow()
  await stage.answer('CPF03', new Map([[personId, 'CPR03']]))
  const [item] = await rows(sql<{ id: Uuid }>`select id from protection_work where closed_at is null`)
  if (item === undefined) throw new Error('There is work')
  const params = { workId: item.id }
  const child = contentOf(await ask(worker, 'GET', '/people/:personId/nhs', { params: { personId } }))
  expect(child).toContain('The NHS number is not verified')
  expect(contentOf(await ask(sender, 'GET', `${at}/work`))).toContain('A child whose record is not yours')
  expect(contentOf(await ask(worker, 'GET', `${at}/work/:workId`, { params }))).not.toContain('Close it')
  expect((await ask(worker, 'POST', `${at}/work/:workId`, { params, sent: { note: 'Mine' } })).kind).toBe(
    'not_found',
  )
  expect(await ask(sender, 'POST', `${at}/work/:workId`, { params })).toMatchObject({ status: 422 })
  expect(
    (await ask(sender, 'POST', `${at}/work/:workId`, { params, sent: { note: 'Traced', step: 'again' } }))
      .kind,
  ).toBe('redirect')
  expect(contentOf(await ask(worker, 'GET', `${at}/work/:workId`, { params }))).toContain('Traced')
})
