import { describe, expect, test } from 'vitest'
import { scanDocuments } from '#modules/casework'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { eicarChecker } from '../../src/main/demo-scanner/eicarChecker.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const { makers } = team.record
const teamId = await makers.team()
await makers.team({ kind: 'front_door' })
const support = await makers.worker()
const author = await makers.worker()
await makers.post({ workerId: support.id, teamId, role: 'business_support' })
await makers.post({ workerId: author.id, teamId })
const mother = await makers.person({ given: 'Hollis', family: 'Quernstone', born: '1990-02-02' })
const child = await makers.person({ given: 'Linnet', family: 'Quernstone' })
await makers.family({ children: [child], adults: [mother] })
await makers.allocation({ personId: child, teamId, workerId: author.id })
await lives(mother)

async function lives(person_id: Uuid): Promise<void> {
  await team.record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto('person_address')
      .values({
        id: makeUuid(),
        person_id,
        lines: '3 Pennant Road',
        postcode: 'ZZ99 2QQ',
        started_on: '2024-01-01',
      })
      .execute(),
  )
}

const base = `/people/${child}`
const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const letterText = (someone: Visitor) => someone.page.getByLabel('Letter', { exact: true })

describe('business support of a team', () => {
  test('keeps a report that came in, in at most 6 interactions, and reads it when it is released', async () => {
    const jo = await team.visitAs(support)
    await jo.open('/my-work')
    await isFine(jo, '/my-work')
    await jo.open(`${base}/documents`)
    await isFine(jo, 'the documents')
    jo.startCounting()
    await press(jo, 'Add a file')
    await isFine(jo, 'the form')
    const buffer = Buffer.from('%PDF-1.7\n% from the school\ntrailer\n<<>>\n%%EOF\n')
    await jo.page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer })
    await jo.page.getByLabel('What is it?').selectOption('report')
    await jo.page.getByLabel('Where does it come from?').selectOption('school')
    await press(jo, 'Add the file')
    await jo.page.getByText('File added').waitFor()
    expect(jo.interactions() + 3).toBeLessThanOrEqual(6) // a file and two choices beside the presses
    await scanDocuments(team.record.database, team.files.store, eicarChecker, makeLog({ level: 'silent' }))
    await jo.page.reload()
    await isFine(jo, 'the document')
    await jo.page.getByRole('button', { name: 'Download the file' }).waitFor()
    expect(await jo.page.getByRole('button', { name: /Withdraw|Save the decision|Add a part/ }).count()).toBe(
      0,
    )
  })

  test('prepares a letter and asks the worker to make it ready, in at most 6 interactions', async () => {
    const jo = await team.visitAs(support)
    await jo.open(`${base}/documents`)
    jo.startCounting()
    await press(jo, 'Write a letter')
    await jo.tick(jo.page.getByLabel('Hollis Quernstone'))
    await jo.tick(jo.page.getByLabel('Appointment'))
    await press(jo, 'Continue')
    await jo.page.getByRole('button', { name: 'Ask the worker to make it ready' }).waitFor()
    await isFine(jo, 'a letter begun')
    expect(await jo.page.getByRole('button', { name: 'Make it ready', exact: true }).count()).toBe(0)
    await jo.write(letterText(jo), 'Dear Hollis Quernstone,\n\nPlease come on Monday at ten.')
    await press(jo, 'Ask the worker to make it ready')
    await jo.page.getByText('Saved, and the worker asked to make it ready').waitFor()
    expect(jo.interactions()).toBeLessThanOrEqual(6)
    await jo.open('/letters?show=draft')
    await jo.page.getByRole('link', { name: /^Appointment/ }).waitFor()
    await isFine(jo, 'their drafts')
  })

  test('is answered by the worker, whose notice leads to the letter, in at most 4 interactions', async () => {
    const rowan = await team.visitAs(author)
    await rowan.open('/my-work')
    rowan.startCounting()
    await follow(rowan, /notice not read/)
    await follow(rowan, 'A letter was prepared for you to make ready')
    await rowan.page.getByText('Please come on Monday at ten.').waitFor()
    await press(rowan, 'Make it ready')
    await rowan.page.getByText('Send it to Hollis Quernstone').waitFor()
    expect(rowan.interactions()).toBeLessThanOrEqual(4)
  })

  test('sends what is ready in at most 4 interactions, and prints it', async () => {
    const jo = await team.visitAs(support)
    await jo.open('/my-work')
    jo.startCounting()
    await follow(jo, '1 letter ready to send')
    await isFine(jo, '/letters')
    await follow(jo, /^Appointment/)
    await jo.page.getByText('Send it to Hollis Quernstone').waitFor()
    await isFine(jo, 'a letter to send')
    expect(await letterText(jo).count()).toBe(0) // its words are fixed
    expect(await jo.page.getByText('Stop this letter').count()).toBe(0)
    await press(jo, 'Send')
    await jo.page.getByText('Sent. Print it from here').waitFor()
    expect(jo.interactions()).toBeLessThanOrEqual(4)
    await isFine(jo, 'the letter as it went')
    const coming = jo.page.waitForEvent('download')
    await press(jo, 'Download the file')
    expect((await coming).suggestedFilename()).toMatch(/^letter-.*\.pdf$/)
    await jo.open('/letters')
    expect(await jo.text()).toContain('No letter waits to be sent.')
  })

  test('passes on a call to the front door, in at most 5 interactions, and opens no note', async () => {
    const jo = await team.visitAs(support)
    await jo.open('/front-door/contacts/new')
    await isFine(jo, 'a call')
    jo.startCounting()
    await jo.tick(jo.page.getByRole('radio', { name: 'Telephone' }))
    await jo.write(jo.page.getByLabel('What worries them?'), 'A neighbour rang: shouting at night.')
    await jo.write(jo.page.getByLabel('Given name').first(), 'Marnie')
    await press(jo, 'Save contact')
    await jo.page.waitForURL(url => !url.pathname.endsWith('/new'))
    expect(jo.interactions()).toBeLessThanOrEqual(5)
    await isFine(jo, 'the call kept')
    const noteForm = await jo.page.request.get(`${team.origin}${base}/visits/new`)
    expect(noteForm.status()).toBe(403)
  })
})
