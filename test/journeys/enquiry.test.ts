import { describe, expect, test } from 'vitest'
import { enquiredFamily } from '../../src/modules/child-protection/enquiry/testing/enquiredFamily.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const family = await enquiredFamily(team.record)
const [first] = family.children

const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const heading = (someone: Visitor, name: string) =>
  someone.page.getByRole('heading', { level: 1, name }).waitFor()
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const field = (someone: Visitor, name: string) => someone.page.locator(`[name="${name}"]`)
const said = (someone: Visitor, text: string | RegExp) => someone.page.getByText(text).first().waitFor()

/** Opens a form from the enquiry, looks at it, fills it, saves it and is back. */
async function adds(
  worker: Visitor,
  link: string | RegExp,
  fill: () => Promise<void>,
  button: string,
  answer: string,
): Promise<void> {
  await follow(worker, link)
  await worker.page.getByRole('button', { name: 'Save draft' }).waitFor()
  await isFine(worker, String(link))
  await fill()
  await press(worker, button)
  await said(worker, answer)
}

describe('a section 47 enquiry of a brother and a sister', () => {
  let path = ''

  test('is begun once for both, with its first line', async () => {
    const worker = await team.visitAs(family.worker)
    await worker.open(`/people/${first}`)
    worker.startCounting()
    await press(worker, 'Start a section 47 enquiry')
    await heading(worker, 'Start a section 47 enquiry')
    await isFine(worker, 'start')
    expect(await field(worker, 'child').and(worker.page.locator(':checked')).count()).toBe(2)
    await worker.tick(worker.page.getByLabel('A strategy discussion decided so'))
    await worker.tick(worker.page.getByLabel('Police', { exact: true }))
    await worker.tick(worker.page.getByLabel('Health', { exact: true }))
    await worker.write(field(worker, 'decided'), 'A joint enquiry; both children are seen today')
    await worker.tick(worker.page.getByLabel('Social care jointly with the police'))
    await worker.write(field(worker, 'question-0'), 'Who was at home?')
    await worker.write(field(worker, 'who-0'), 'Police')
    await isFine(worker, 'start, filled in')
    await press(worker, 'Start the enquiry')
    await said(worker, 'Enquiry started for 2 children')
    expect(worker.interactions()).toBeLessThanOrEqual(9)
    path = new URL(worker.page.url()).pathname
    await isFine(worker, 'the enquiry')
  })

  test('has its answers, discussions, acts and medicals written in it', async () => {
    const worker = await team.visitAs(family.worker)
    await worker.open(path)
    await adds(
      worker,
      /^Answer/,
      () => worker.write(field(worker, 'answer'), 'Only the uncle'),
      'Save',
      'Line saved',
    )
    await adds(
      worker,
      'Add a line',
      async () => {
        await worker.write(field(worker, 'question'), 'What does the school know?')
        await worker.write(field(worker, 'who'), 'Head teacher')
      },
      'Add the line',
      'Line added',
    )
    await adds(worker, /^Say when its record was sent/, async () => {}, 'Save', 'Saved')
    await adds(
      worker,
      'Record a strategy discussion',
      async () => {
        for (const name of ['Children’s social care', 'Police', 'Health'])
          await worker.tick(worker.page.getByLabel(name, { exact: true }))
        await worker.write(field(worker, 'decided'), 'It goes on')
      },
      'Save the discussion',
      'Discussion recorded',
    )
    await adds(
      worker,
      'Record what was done at once',
      async () => {
        await worker.write(field(worker, 'done'), 'The uncle left the home')
        await worker.write(field(worker, 'doneBy'), 'PC Madeup')
        await field(worker, 'power').selectOption('agreement')
      },
      'Save for good',
      'Recorded',
    )
    await adds(
      worker,
      'Record a medical',
      () => worker.tick(worker.page.getByLabel('Child protection medical')),
      'Save the medical',
      'Medical recorded',
    )
    await adds(
      worker,
      /^Say more of this medical/,
      () => worker.write(field(worker, 'doctorName'), 'Dr Madeup'),
      'Save the medical',
      'Medical saved',
    )
    await isFine(worker, 'the enquiry, written')
  })

  test('a mark is put on the body map by pressing the outline, without a script, and corrected beside it', async () => {
    const worker = await team.visitAs(family.worker, { javaScript: false })
    await worker.open(`/people/${first}/body-map`)
    worker.startCounting()
    await press(worker, 'Record a mark')
    await worker.page.locator('input[type="image"]').click({ position: { x: 190, y: 150 } })
    expect(await field(worker, 'region').inputValue()).toBe('left_upper_arm')
    await worker.tick(worker.page.getByLabel('Bruise', { exact: true }))
    await press(worker, 'Save for good')
    await said(worker, 'Mark recorded')
    expect(worker.interactions()).toBeLessThanOrEqual(4)
    await follow(worker, /^Correct mark 1/)
    await field(worker, 'region').selectOption('right_upper_arm')
    await worker.write(field(worker, 'reason'), 'I mixed up the sides')
    await press(worker, 'Save for good')
    await said(worker, 'Correction recorded')
    expect(await worker.page.locator('del').count()).toBeGreaterThan(0)
    const looking = await team.visitAs(family.worker)
    await looking.open(`/people/${first}/body-map`)
    await isFine(looking, 'the body map')
    await follow(looking, /^Correct mark 1/)
    await isFine(looking, 'a correction')
    await looking.open(`/people/${first}/body-map/new`)
    await isFine(looking, 'a mark')
  })

  test('a manager authorises what was found, and the conference is to be arranged', async () => {
    const worker = await team.visitAs(family.worker)
    await worker.open(path)
    worker.startCounting()
    await press(worker, 'Outcome')
    await isFine(worker, 'outcome')
    await worker.tick(worker.page.getByLabel(/is at continuing risk/))
    await worker.write(field(worker, 'reasons'), 'The bruises are not explained')
    await worker.tick(worker.page.getByLabel('Yes', { exact: true }))
    await worker.write(field(worker, 'interim'), 'Both stay with their aunt')
    await worker.write(field(worker, 'notSeen'), 'Seen tomorrow at school')
    await press(worker, 'Hand in for a decision')
    await said(worker, 'Handed in for a decision')
    expect(worker.interactions()).toBeLessThanOrEqual(7)
    const manager = await team.visitAs(family.manager)
    await manager.open(path)
    await follow(manager, /^Stop this enquiry/)
    await isFine(manager, 'stop')
    await manager.open('/approvals')
    manager.startCounting()
    await follow(manager, /Outcome of a section 47 enquiry/)
    await isFine(manager, 'the decision')
    await manager.tick(manager.page.getByLabel('Authorise', { exact: true }))
    await press(manager, 'Decide')
    await said(manager, 'Authorised, and the author told')
    expect(manager.interactions()).toBeLessThanOrEqual(3)
    await manager.open(path)
    expect(await manager.text()).toContain('Needed, not held yet')
    await isFine(manager, 'the enquiry, ended')
  })
})
