import { beforeAll, expect, test } from 'vitest'
import { scanDocuments } from '#modules/casework'
import { type Actor, serviceActor } from '#platform/db'
import { clamdScanner } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { renderPdf } from '#platform/print'
import { testRecord } from '#test/record.ts'
import { testAuthority, testFiles, testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { registerModules, serviceModules } from '../../../../main/modules.ts'
import { clamdServer } from '../../../../platform/files/testing/clamdServer.ts'
import type { CaseworkTables } from '../../tables.ts'

const record = await testRecord()
const files = testFiles({ limitBytes: 5_000_000, scannerName: 'ClamAV' })
const daemon = await clamdServer()
registerModules()
const authorities = new Map([['localhost', testAuthority(record.database, { files })]])
const server = await testServer(record.database, serviceModules, { authorities })

const { makers } = record
const team = await makers.team()
const [worker, manager] = [await makers.worker(), await makers.worker()] as const
await makers.post({ workerId: manager.id, teamId: team, role: 'team_manager' })
const child = await makers.person()
const aunt = await makers.person()
await makers.allocation({ personId: child, teamId: team, workerId: worker.id })
const visitor = await signInAs(server, worker.id)
const second = await signInAs(server, manager.id)

const tell = (table: 'relationship' | 'person_address', row: Record<string, unknown>) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id: makeUuid(), ...row })
      .execute(),
  )

beforeAll(async () => {
  await tell('relationship', { person_id: aunt, other_id: child, kind: 'aunt_or_uncle' })
  await tell('person_address', {
    person_id: aunt,
    lines: '12 Hiddenmere Lane, Nowheretown',
    postcode: 'ZZ99 1AL',
    is_confidential: true,
    started_on: '2024-01-01',
  })
})

const furniture = {
  title: 'Medical report',
  subtitle: null,
  reference: 'R 1',
  authority: 'Northmarsh',
  printedAt: 'today',
  printedFor: 'Rowan',
  lang: 'en',
}
const report = (words: string) =>
  renderPdf('#import "/kith.typ": *\n#paragraphs(data.words)', { furniture, words })

/** A file that the scanner has passed. @returns its page, and where its part's forms are sent */
async function added(fileName: string, bytes: Uint8Array) {
  const answer = await visitor.post(`/people/${child}/documents/new`, {
    file: { fileName, bytes },
    children: [child],
    kind: 'medical',
    source: 'health',
  })
  await scanDocuments(
    record.database,
    files.store,
    clamdScanner(daemon.address),
    makeLog({ level: 'silent' }),
  )
  const at = String(answer.headers.location)
  const part = /\/parts\/([0-9a-f-]{36})/.exec((await visitor.get(at)).body)?.[1]
  return { at, part: `${at}/parts/${part}` }
}
const show = (part: string, more: Record<string, string | number> = {}) =>
  visitor.post(part, { version: 1, shown_to: 'father', ...more })

test('a report that gives nobody away may be shown once somebody decides so', async () => {
  const { at, part } = await added('plain.pdf', await report('Weight and height are on their lines.'))
  expect((await show(part)).statusCode).toBe(303)
  expect((await visitor.get(at)).body).toContain('Father, decided')
})

test('a report that tells a protected address is shown to nobody until two people release it', async () => {
  const { at, part } = await added('told.pdf', await report('Seen at home, 12 Hiddenmere Lane, and well.'))
  expect((await show(part)).statusCode).toBe(303)
  const held = (await visitor.get(at)).body
  expect(held).toContain('Held: wanted for father')
  expect(held).toContain('Nobody (not decided)')
  expect(held).not.toContain('Hiddenmere')
  expect((await second.get('/notices')).body).toContain('Part of a document with a protected address')

  const empty = await visitor.post(`${part}/release`, { version: 2 })
  expect([empty.statusCode, empty.body.includes('Enter why it may be shown')]).toEqual([422, true])
  const reason = { release_reason: 'He lives there too' }
  expect((await visitor.post(`${part}/release`, { version: 2, ...reason })).statusCode).toBe(303)
  expect((await visitor.get(at)).body).toContain('Nobody (not decided)')
  expect((await visitor.post(`${part}/release`, { version: 3, ...reason })).statusCode).toBe(422)
  expect((await second.post(`${part}/release`, { version: 2, ...reason })).statusCode).toBe(422)
  expect((await second.post(`${part}/release`, { version: 3, ...reason })).statusCode).toBe(303)
  expect((await visitor.get(at)).body).toContain('Father, decided')
})

test('what became protected after the first release asks two people anew', async () => {
  const { at, part } = await added('later.pdf', await report('12 Hiddenmere Lane, then 7 Foundlater Close.'))
  await show(part)
  const reason = { release_reason: 'Known to all' }
  await visitor.post(`${part}/release`, { version: 2, ...reason })
  const uncle = await makers.person()
  await tell('relationship', { person_id: uncle, other_id: child, kind: 'aunt_or_uncle' })
  await tell('person_address', { person_id: uncle, lines: '7 Foundlater Close', is_confidential: true })
  expect((await second.post(`${part}/release`, { version: 3, ...reason })).statusCode).toBe(422)
  const page = (await second.get(at)).body
  expect(page).toContain('Held: wanted for father')
  expect(page).not.toContain('One person has released it')
})

test('what nobody but a person can read is held until somebody says that they read it', async () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const { at, part } = await added('scan.png', picture)
  const asked = await show(part)
  expect([
    asked.statusCode,
    asked.body.includes('Kith cannot read all of this file: it is a picture'),
  ]).toEqual([422, true])
  expect((await show(part, { read_through: 'yes' })).statusCode).toBe(303)
  expect((await visitor.get(at)).body).toContain('read through by a person')
})

test('the database lets nobody show a held part alone, nor release it for another', async () => {
  const { part } = await added('straight.pdf', await report('At 12 Hiddenmere Lane.'))
  await show(part)
  const id = part.split('/').at(-1) as Uuid // our own address ends with it
  const change = (actor: Actor, values: Record<string, unknown>) =>
    record.as(actor, work =>
      work.db<CaseworkTables>().updateTable('document_part').set(values).where('id', '=', id).execute(),
    )
  await expect(change(worker, { may_be_shown_to: ['father'] })).rejects.toThrow('two people')
  await expect(change(worker, { released_by: [worker.id, manager.id] })).rejects.toThrow('for themself')
  await change(worker, { released_by: [worker.id] })
  await expect(
    change(manager, { released_by: [worker.id, manager.id], may_be_shown_to: ['mother'] }),
  ).rejects.toThrow('two people')
  await expect(change(worker, { read_through_by: manager.id, read_through_at: new Date() })).rejects.toThrow(
    'themself',
  )
})
