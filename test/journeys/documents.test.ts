import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { scanDocuments } from '#modules/casework'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { eicarChecker } from '../../src/main/demo-scanner/eicarChecker.ts'
import { EICAR } from '../../src/platform/files/testing/clamdServer.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const { makers } = team.record
const teamId = await makers.team()
const author = await makers.worker()
await makers.post({ workerId: author.id, teamId })
const manager = await makers.worker()
await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
const mother = await makers.person({ given: 'Hollis', family: 'Quernstone', born: '1990-02-02' })
const father = await makers.person({ given: 'Ambrose', family: 'Quernstone', born: '1989-03-03' })
const first = await makers.person({ given: 'Linnet', family: 'Quernstone' })
const second = await makers.person({ given: 'Corin', family: 'Quernstone' })
await makers.family({ children: [first, second], adults: [mother, father] })
for (const personId of [first, second]) await makers.allocation({ personId, teamId, workerId: author.id })
await lives(mother, '8 Larkspur Close\nAldermere', 'ZZ99 7LC', true)
await lives(father, '3 Pennant Road\nAldermere', 'ZZ99 2QQ', false)

async function lives(
  person_id: Uuid,
  lines: string,
  postcode: string,
  is_confidential: boolean,
): Promise<void> {
  await team.record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto('person_address')
      .values({
        id: makeUuid(),
        person_id,
        kind: 'home',
        lines,
        postcode,
        is_confidential,
        started_on: '2024-01-01',
      })
      .execute(),
  )
}

const base = `/people/${first}`
const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const press = (someone: Visitor, name: string) =>
  someone.press(someone.page.getByRole('button', { name, exact: true }).first())
const isScanned = () =>
  scanDocuments(team.record.database, team.files.store, eicarChecker, makeLog({ level: 'silent' }))

const pdf = Buffer.from('%PDF-1.7\n% a report\ntrailer\n<<>>\n%%EOF\n')
const picture = (background = '#446688') =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .withExif({ IFD3: { GPSLatitude: '53/1 20/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()

/** Chooses a file and says what it is; the brother too, when asked. @returns the address of the document */
async function adds(
  worker: Visitor,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  { kind = 'report', both = false } = {},
): Promise<string> {
  await press(worker, 'Add a file')
  await worker.page.getByLabel('File', { exact: true }).setInputFiles(file)
  if (both) await worker.tick(worker.page.getByLabel('Corin Quernstone'))
  await worker.page.getByLabel('What is it?').selectOption(kind)
  await worker.page.getByLabel('Where does it come from?').selectOption('health')
  await press(worker, 'Add the file')
  await worker.page.getByText('File added').waitFor()
  return new URL(worker.page.url()).pathname
}

/** What a press of the button brings. */
async function downloads(worker: Visitor): Promise<Buffer> {
  const coming = worker.page.waitForEvent('download')
  await press(worker, 'Download the file')
  const pieces: Buffer[] = []
  for await (const piece of await (await coming).createReadStream()) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

describe('a file', () => {
  test('is added once for two siblings, waits until it was looked through, and is downloaded as it was', async () => {
    const worker = await team.visitAs(author)
    await worker.open(`${base}/documents`)
    await isFine(worker, 'no documents')
    await worker.open(`${base}/documents/new`)
    await isFine(worker, 'the form')
    await worker.open(`${base}/documents`)
    worker.startCounting()
    const at = await adds(
      worker,
      { name: 'report.pdf', mimeType: 'application/pdf', buffer: pdf },
      { both: true },
    )
    expect(worker.interactions() + 3).toBeLessThanOrEqual(6) // a file and two choices beside the presses
    await isFine(worker, 'a locked document')
    expect(await worker.page.getByRole('button', { name: 'Download the file' }).count()).toBe(0)
    expect(await isScanned()).toMatchObject({ clean: 1 })
    await worker.open(at)
    await isFine(worker, 'a released document')
    expect((await downloads(worker)).equals(pdf)).toBe(true)
    await worker.open(`/people/${second}/documents`)
    await worker.page.getByRole('link', { name: 'Report' }).waitFor()
    await isFine(worker, 'the list')
  })

  test('loses where a picture was taken', async () => {
    const worker = await team.visitAs(author)
    await worker.open(`${base}/documents`)
    const taken = await picture()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const at = await adds(
      worker,
      { name: 'kitchen.jpg', mimeType: 'image/jpeg', buffer: taken },
      { kind: 'picture', both: true },
    )
    await isScanned()
    await worker.open(at)
    expect((await sharp(await downloads(worker)).metadata()).exif).toBeUndefined()
  })

  test('is never released when it is harmful, and its page says what to do', async () => {
    const worker = await team.visitAs(author)
    await worker.open(`${base}/documents`)
    const at = await adds(worker, { name: 'invoice.txt', mimeType: 'text/plain', buffer: EICAR })
    expect(await isScanned()).toMatchObject({ infected: 1 })
    await worker.open(at)
    await worker.page.getByText('This file is harmful').waitFor()
    await isFine(worker, 'a harmful document')
    expect(await worker.page.getByRole('button', { name: 'Download the file' }).count()).toBe(0)
    expect((await worker.page.request.get(`${team.origin}${at}/file`)).status()).toBe(404)
  })

  test('that tells where the mother lives is shown to the father by two people or not at all', async () => {
    const worker = await team.visitAs(author)
    await worker.open(`${base}/documents`)
    const words = Buffer.from('Health visitor: seen at home, 8 Larkspur Close, and well.')
    const at = await adds(worker, { name: 'visit.txt', mimeType: 'text/plain', buffer: words })
    await isScanned()
    await worker.open(at)
    worker.startCounting()
    await decidesFor(worker, 'Father')
    await worker.page.getByText('Held: wanted for father').waitFor()
    await isFine(worker, 'a held part')
    expect(await worker.page.getByText('Larkspur').count()).toBe(0)
    await worker.write(worker.page.getByLabel('Why may it be shown all the same?'), 'He lives next door')
    await press(worker, 'Release this part')
    await worker.page.getByText('One person has released it: you. Ask a second').waitFor()
    expect(worker.interactions()).toBeLessThanOrEqual(6)
    const other = await team.visitAs(manager)
    await other.open(at)
    await other.write(other.page.getByLabel('Why may it be shown all the same?'), 'He told us so himself')
    await press(other, 'Release this part')
    await other.page.getByText('Father, decided').waitFor()
    await isFine(other, 'a released part')
  })

  test('that is a picture is read by a person before anybody is shown it', async () => {
    const worker = await team.visitAs(author)
    await worker.open(`${base}/documents`)
    const buffer = await picture('#886644')
    const at = await adds(worker, { name: 'scan.jpg', mimeType: 'image/jpeg', buffer }, { kind: 'picture' })
    await isScanned()
    await worker.open(at)
    await decidesFor(worker, 'Mother')
    await worker.page.getByText('Kith cannot read all of this file').first().waitFor()
    expect(worker.complaints()).toEqual([expect.stringContaining('422')])
    await isFine(worker, 'a part that must be read')
    await worker.tick(worker.page.getByLabel('I have read all of it, and it gives nobody away'))
    await press(worker, 'Save the decision')
    await worker.page.getByText('read through by a person').waitFor()
  })
})

/** Opens the decision of a document's one part and makes it. */
async function decidesFor(worker: Visitor, audience: string): Promise<void> {
  await worker.press(worker.page.getByText('Decide who may be shown: Whole document'))
  await worker.tick(worker.page.getByLabel(audience, { exact: true }))
  await press(worker, 'Save the decision')
}

/** Begins a letter to the father and writes it. */
async function writes(worker: Visitor, words: string): Promise<void> {
  await worker.open(`${base}/documents`)
  worker.startCounting()
  await press(worker, 'Write a letter')
  await worker.page.getByRole('heading', { level: 1, name: 'Write a letter' }).waitFor()
  await isFine(worker, 'the choice of a letter')
  await worker.tick(worker.page.getByLabel('Ambrose Quernstone'))
  await worker.tick(worker.page.getByLabel('Appointment'))
  await press(worker, 'Continue')
  await worker.page.getByRole('button', { name: 'Make it ready' }).waitFor()
  await isFine(worker, 'a letter begun')
  await worker.write(worker.page.getByLabel('Letter', { exact: true }), words)
}

describe('a letter', () => {
  test('goes from a template to a parent: seen as it is printed, made ready, sent and kept', async () => {
    const worker = await team.visitAs(author)
    await writes(worker, 'Dear Ambrose Quernstone,\n\nPlease come on Monday at ten.')
    const at = new URL(worker.page.url()).pathname
    const print = await worker.page.request.get(`${team.origin}${at}/print`)
    expect([print.status(), (await print.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await press(worker, 'Make it ready')
    await worker.page.getByText('Send it to Ambrose Quernstone').waitFor()
    await isFine(worker, 'a letter made ready')
    await press(worker, 'Send')
    await worker.page.getByText('Sent. Print it from here').waitFor()
    expect(worker.interactions()).toBeLessThanOrEqual(7)
    await isFine(worker, 'a letter kept')
    expect((await downloads(worker)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is held when it would tell an address that must be kept from the recipient', async () => {
    const worker = await team.visitAs(author)
    await writes(worker, 'Dear Ambrose Quernstone,\n\nThe children are at 8 Larkspur Close.')
    await press(worker, 'Make it ready')
    await worker.page.getByText('Held: the letter would tell').waitFor()
    await isFine(worker, 'a letter held')
    expect(await worker.page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0)
    await worker.write(worker.page.getByLabel('Letter', { exact: true }), 'Please come on Monday at ten.')
    await press(worker, 'Make it ready')
    await worker.page.getByText('Send it to Ambrose Quernstone').waitFor()
  })
})
