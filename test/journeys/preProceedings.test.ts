import { describe, expect, test } from 'vitest'
import { violations } from './stage/axe.ts'
import { openCounty } from './stage/openCounty.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'
import { scrollsSideways } from './stage/watchPage.ts'

const county = await openCounty()
const corin = await county.child('C100051')
const rowan = 'Rowan Ashbrigg'
const place = `/people/${corin.id}/pre-proceedings`
const today = Temporal.Now.plainDateISO('Europe/London')

async function isFine(someone: Visitor, where: string): Promise<void> {
  expect(await violations(someone.page, 'all'), where).toEqual([])
  expect(await scrollsSideways(someone.page), where).toBe(false)
}
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const write = (someone: Visitor, label: string | RegExp, text: string) =>
  someone.write(someone.page.getByLabel(label), text)
const tick = (someone: Visitor, name: string) =>
  someone.tick(someone.page.getByRole('radio', { name, exact: true }))

describe('a social worker with two brothers in pre-proceedings', () => {
  test('finds them from the plan and records a review of both in at most 7 interactions, on a telephone', async () => {
    const someone = await visitAs(county, rowan, { width: 360 })
    await someone.open(`/people/${corin.id}/plans`)
    await follow(someone, 'Letters, meetings and decisions')
    await isFine(someone, 'pre-proceedings')
    expect(await someone.text()).toContain('Rosalind has the boys')
    someone.startCounting()
    await follow(someone, 'Record a meeting before proceedings')
    await isFine(someone, 'the meeting')
    await write(someone, 'Who came, and for whom', 'Tamsin and her solicitor')
    await tick(someone, 'Yes')
    await write(someone, 'What was agreed', 'The boys stay with Rosalind until the decision')
    await press(someone, 'Save the meeting')
    await someone.page.getByText('until the decision').first().waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(7)
  })

  test('writes a letter before proceedings to a parent of the record, in at most 4 interactions', async () => {
    const someone = await visitAs(county, rowan)
    await someone.open(place)
    someone.startCounting()
    await follow(someone, 'Write the letter before proceedings')
    await isFine(someone, 'the letter')
    await someone.tick(someone.page.getByRole('radio', { name: /mother/ }))
    await press(someone, 'Begin the letter')
    await someone.page.getByText('A family group decision making meeting').first().waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(4)
  })

  test('decides to issue, and records the application of both in at most 5 interactions each', async () => {
    const someone = await visitAs(county, rowan)
    await someone.open(place)
    someone.startCounting()
    await follow(someone, 'Decide: step down or issue')
    await isFine(someone, 'the decision')
    await tick(someone, 'Issue: apply to the court')
    await write(someone, 'Why', 'The clinic says that she has not come for four weeks')
    await press(someone, 'Save the decision')
    await someone.page.getByText('not come for four weeks').first().waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(5)
    someone.startCounting()
    await follow(someone, 'Record the application to the court')
    await isFine(someone, 'the application')
    await press(someone, 'Save the application')
    await someone.page.getByText('The application is recorded').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(5)
    expect(await someone.text()).toContain(`${today.day}`)
    await someone.open(`/people/${corin.id}/plans`)
    expect(await someone.text()).toContain('Application to the court on')
  })
})

describe('legal advice', () => {
  test('is found by its author from the child, and its other reader is named', async () => {
    const someone = await visitAs(county, rowan, { width: 360 })
    await someone.open(place)
    someone.startCounting()
    await follow(someone, 'Legal advice that you may read')
    await isFine(someone, 'the list')
    await follow(someone, 'Whether the threshold is met')
    await isFine(someone, 'the advice')
    expect(someone.interactions()).toBe(2)
    expect(await someone.text()).toContain('Gwen Hollinwood')
  })

  test('is nothing to the chair and to the director, at its own address too', async () => {
    const mine = await visitAs(county, rowan)
    await mine.open('/legal-advice')
    const path = await mine.page
      .getByRole('link', { name: 'Whether the threshold is met' })
      .getAttribute('href')
    const chair = await visitAs(county, 'Ailsa Carrowmoor')
    expect((await chair.page.request.get(`${county.origin}${path}`)).status()).toBe(404)
    await chair.open(`/legal-advice?child=${corin.id}`)
    expect(await chair.text()).toContain('There is none')
    const director = await visitAs(county, 'Helena Marlsborough')
    expect((await director.page.request.get(`${county.origin}${path}`)).ok()).toBe(false)
  })
})

test('an administrator sees which discipline is missing and names somebody', async () => {
  const someone = await visitAs(county, 'Lee Wainscott')
  await someone.open('/administration')
  someone.startCounting()
  await follow(someone, 'Multi-agency child protection teams')
  await isFine(someone, 'teams')
  expect(await someone.text()).toContain('Missing: health.')
  await follow(someone, 'Add a member')
  await isFine(someone, 'a member')
  await write(someone, 'Name of somebody who does not use Kith', 'Nurse Perpetua Lowdham')
  await someone.tick(someone.page.getByRole('radio', { name: /Registered health professional/ }))
  await press(someone, 'Save')
  await someone.page.getByText('All four disciplines are there.').waitFor()
  expect(someone.interactions()).toBeLessThanOrEqual(6)
})
