import sharp from 'sharp'
import { expect, test } from 'vitest'
import { scanDocuments } from '#modules/casework'
import { serviceActor } from '#platform/db'
import { clamdScanner } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { testAuthority, testFiles, testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { registerModules, serviceModules } from '../../../../main/modules.ts'
import { clamdServer, EICAR } from '../../../../platform/files/testing/clamdServer.ts'
import { clearOrphans } from '../../documents/clearOrphans.ts'
import { verifyFiles } from '../../documents/verifyFiles.ts'
import type { CaseworkTables } from '../../tables.ts'

const record = await testRecord()
const daemon = await clamdServer()
const scanner = clamdScanner(daemon.address)
const files = testFiles({ limitBytes: 1_000_000, scannerName: 'ClamAV' })
const log = makeLog({ level: 'silent' })
registerModules()
const authorities = new Map([['localhost', testAuthority(record.database, { files })]])
const server = await testServer(record.database, serviceModules, {
  authorities,
  variables: { UPLOAD_LIMIT_BYTES: '1MB' },
})

const { makers } = record
const team = await makers.team()
const worker = await makers.worker()
const managing = await makers.worker()
await makers.post({ workerId: managing.id, teamId: team, role: 'team_manager' })
const { children } = await makers.family({ children: 2, adults: 1 })
const [child, sibling] = children as [Uuid, Uuid] // two were asked for
for (const personId of children) await makers.allocation({ personId, teamId: team, workerId: worker.id })
const stranger = await makers.worker()
const visitor = await signInAs(server, worker.id)
const other = await signInAs(server, stranger.id)

const pdf = (words: string) => Buffer.from(`%PDF-1.7\n% ${words}\ntrailer\n<<>>\n%%EOF\n`)
const form = (fileName: string, bytes: Uint8Array, also: object = {}) => ({
  file: { fileName, bytes },
  children: [child],
  kind: 'report',
  source: 'health',
  ...also,
})
const path = `/people/${child}/documents`
const add = (fileName: string, bytes: Uint8Array, also: object = {}) =>
  visitor.post(`${path}/new`, form(fileName, bytes, also))
const idIn = (location: unknown): Uuid => String(location).split('/').at(-1) as Uuid // our own redirect ends with it

test('a file is locked until the scanner has passed it, then it is downloaded as an attachment and audited', async () => {
  const bytes = pdf('first')
  const added = await add('Report.PDF', bytes)
  expect(added.statusCode).toBe(303)
  const at = String(added.headers.location)
  expect((await visitor.get(at)).body).toContain('being looked through')
  expect((await visitor.get(`${at}/file`)).statusCode).toBe(404)
  expect(await scanDocuments(record.database, files.store, scanner, log)).toEqual({
    clean: 1,
    infected: 0,
    waiting: 0,
  })
  const file = await visitor.get(`${at}/file`)
  expect([file.statusCode, file.rawPayload.equals(bytes)]).toEqual([200, true])
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="report-[\d-]+\.pdf"$/)
  expect(file.headers['x-content-type-options']).toBe('nosniff')
  expect(file.headers['content-security-policy']).toContain('sandbox')
  expect((await other.get(`${at}/file`)).statusCode).toBe(404)
  expect((await visitor.get(`/people/${sibling}/documents/${idIn(at)}/file`)).statusCode).toBe(404)
})

test('a harmful file is never released, and the uploader and the manager are told', async () => {
  const added = await add('invoice.txt', EICAR, { title: 'An invoice' })
  const at = String(added.headers.location)
  expect((await scanDocuments(record.database, files.store, scanner, log)).infected).toBe(1)
  expect((await visitor.get(at)).body).toContain('This file is harmful (Eicar-Test-Signature (ClamAV))')
  expect((await visitor.get(`${at}/file`)).statusCode).toBe(404)
  for (const { id } of [worker, managing])
    expect((await (await signInAs(server, id)).get('/notices')).body).toContain(
      'A file that was added is harmful',
    )
})

test('without a scanner nothing is released, and the page says what IT must set', async () => {
  const away = clamdScanner('127.0.0.1:1')
  const at = String((await add('waits.pdf', pdf('waits'))).headers.location)
  expect(await scanDocuments(record.database, files.store, away, log)).toMatchObject({ clean: 0, waiting: 1 })
  expect((await visitor.get(`${at}/file`)).statusCode).toBe(404)
  const bare = await testServer(record.database, serviceModules, {
    authorities: new Map([
      ['localhost', testAuthority(record.database, { files: { ...files, scannerName: null } })],
    ]),
  })
  expect((await (await signInAs(bare, worker.id)).get(at)).body).toContain('<code>CLAMD</code>')
  await scanDocuments(record.database, files.store, scanner, log)
  expect((await visitor.get(`${at}/file`)).statusCode).toBe(200)
})

test('refuses what is no document with a sentence at the field, and stores nothing', async () => {
  const before = await count()
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)])
  const refusals: readonly (readonly [string, Uint8Array, string])[] = [
    ['beach.jpg', program, 'named as a picture, but it is a program'],
    ['nothing.pdf', Buffer.alloc(0), 'The file is empty'],
    ['drawing.svg', Buffer.from('<svg onload="x()"/>'), 'are not taken'],
    ['large.pdf', Buffer.concat([pdf('x'), Buffer.alloc(2_500_000, 32)]), 'must be smaller than 1.0 MB'],
  ]
  for (const [name, bytes, words] of refusals) {
    const answer = await add(name, bytes, { title: 'What I typed' })
    expect([answer.statusCode, answer.body.includes(words), answer.body.includes('What I typed')]).toEqual([
      422,
      true,
      true,
    ])
  }
  expect((await visitor.post(`${path}/new`, form('far.pdf', Buffer.alloc(15_000_000, 32)))).statusCode).toBe(
    413,
  )
  expect(await count()).toBe(before)
})

test('notices the same file for the same child, not for another, and keeps it twice when that is wanted', async () => {
  const bytes = pdf('twice')
  const first = await add('one.pdf', bytes)
  const again = await add('two.pdf', bytes)
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain(String(first.headers.location))
  expect((await add('two.pdf', bytes, { children: [sibling] })).headers.location).toContain(
    `/people/${sibling}/documents/`,
  )
  expect((await add('two.pdf', bytes, { twice: 'yes' })).statusCode).toBe(303)
})

test('a picture is stored without where it was taken', async () => {
  const photo = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#123' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).exif).toBeDefined()
  const at = String((await add('garden.jpg', photo, { kind: 'picture' })).headers.location)
  await scanDocuments(record.database, files.store, scanner, log)
  const kept = await visitor.get(`${at}/file`)
  expect((await sharp(kept.rawPayload).metadata()).exif).toBeUndefined()
})

test('one file for two children stands in both records; nobody is shown its parts until somebody decides', async () => {
  const at = String(
    (await add('both.pdf', pdf('both'), { children: [child, sibling], third_party: 'yes' })).headers.location,
  )
  expect((await visitor.get(`/people/${sibling}/documents`)).body).toContain(idIn(at))
  const page = (await visitor.get(at)).body
  expect(page).toContain('Nobody (not decided)')
  const part = /\/parts\/([0-9a-f-]{36})/.exec(page)?.[1]
  const shownTo = { version: 1, shown_to: ['mother', 'child'] }
  const early = await visitor.post(`${at}/parts/${part}`, shownTo)
  expect([early.statusCode, early.body.includes('has not passed the scanner')]).toEqual([422, true])
  await scanDocuments(record.database, files.store, scanner, log)
  const unread = await visitor.post(`${at}/parts/${part}`, shownTo)
  expect([unread.statusCode, unread.body.includes('I have read all of it')]).toEqual([422, true])
  expect(unread.body).toMatch(/value="mother" checked/)
  const decided = await visitor.post(`${at}/parts/${part}`, { ...shownTo, read_through: 'yes' })
  expect(decided.statusCode).toBe(303)
  expect((await visitor.get(at)).body).toContain('read through by a person')
  expect((await visitor.get(at)).body).toContain('Mother, Child, decided')
  const stale = await visitor.post(`${at}/parts/${part}`, { version: 1, shown_to: ['father'] })
  expect([stale.statusCode, stale.body.includes('Somebody else decided this part')]).toEqual([422, true])
})

test('a document beside a restricted child is hidden with them, and another’s document opens nowhere', async () => {
  const at = String((await add('beside.pdf', pdf('beside'), { children: [child, sibling] })).headers.location)
  await makers.restriction({ subjectId: sibling })
  for (const url of [at, `${at}/file`, `/people/${sibling}/documents`])
    expect((await visitor.get(url)).statusCode).toBe(404)
  expect((await visitor.get(path)).body).not.toContain(idIn(at))
  expect((await visitor.get(`${path}/${makeUuid()}`)).statusCode).toBe(404)
})

test('is withdrawn with a reason, never deleted and never opened again', async () => {
  const at = String((await add('wrong.pdf', pdf('wrong child'))).headers.location)
  await scanDocuments(record.database, files.store, scanner, log)
  expect((await visitor.post(`${at}/withdraw`, { reason: '' })).statusCode).toBe(422)
  expect((await visitor.post(`${at}/withdraw`, { reason: 'Of another child' })).statusCode).toBe(303)
  expect((await visitor.get(`${at}/file`)).statusCode).toBe(404)
  expect((await visitor.get(path)).body).not.toContain(idIn(at))
  expect((await visitor.get(`${path}?show=withdrawn&format=csv`)).body).toContain('Of another child')
})

test('nobody at work can say that a file is clean', async () => {
  const at = String((await add('said.pdf', pdf('said'))).headers.location)
  const actor = { id: worker.id, class: 'practitioner' as const }
  const mark = record.as(actor, work =>
    work
      .db<CaseworkTables>()
      .updateTable('document')
      .set({ scan: 'clean' })
      .where('id', '=', idIn(at))
      .execute(),
  )
  await expect(mark).rejects.toThrow(/permission denied/)
})

test('a file whose row was undone goes after a day, one with a row never; a missing or changed one is named', async () => {
  await files.store.put(makeUuid(), pdf('killed between file and row'))
  const now = Temporal.Now.instant()
  expect(await clearOrphans(record.database, files.store, now)).toBe(0)
  expect(await clearOrphans(record.database, files.store, now.add({ hours: 25 }))).toBe(1)
  const before = await verifyFiles(record.database, files.store)
  expect([before.documents > 5, before.faults]).toEqual([true, []])
  const [first] = await record.as(serviceActor('verifier'), work =>
    work
      .db<CaseworkTables>()
      .selectFrom('document')
      .select(['id', 'stored_key'])
      .orderBy('id')
      .limit(1)
      .execute(),
  )
  if (first === undefined) throw new Error('No document was made')
  await files.store.putBack(makeUuid(), first.stored_key, pdf('of another document'))
  expect((await verifyFiles(record.database, files.store)).faults).toEqual([
    { documentId: first.id, fault: 'altered' },
  ])
  await files.store.putBack(first.id, first.stored_key, pdf('other words'))
  expect((await verifyFiles(record.database, files.store)).faults).toEqual([
    { documentId: first.id, fault: 'other_content' },
  ])
})

async function count(): Promise<number> {
  const rows = await record.as(serviceActor('verifier'), work =>
    work.db<CaseworkTables>().selectFrom('document').select('id').execute(),
  )
  return rows.length
}
