import { describe, expect, test } from 'vitest'
import { violations } from './stage/axe.ts'
import { openCounty } from './stage/openCounty.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'
import { scrollsSideways } from './stage/watchPage.ts'

const county = await openCounty()
const maisie = await county.child('C100001')
const plan = `/people/${maisie.id}/protection-plan`

async function isFine(someone: Visitor, where: string): Promise<void> {
  expect(await violations(someone.page, 'all'), where).toEqual([])
  expect(await scrollsSideways(someone.page), where).toBe(false)
}
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const write = (someone: Visitor, label: string | RegExp, text: string) =>
  someone.write(someone.page.getByLabel(label).first(), text)

describe('a social worker with a child protection plan', () => {
  test('adds an outcome with what is done first, and finds it on the page in plain words', async () => {
    const someone = await visitAs(county, 'Rowan Ashbrigg', { width: 360 })
    await someone.open(plan)
    await isFine(someone, 'the plan')
    someone.startCounting()
    await press(someone, 'Add an outcome')
    await isFine(someone, 'an outcome')
    await write(someone, 'What should be different?', 'Maisie, Alf and Ivy have breakfast every day')
    await write(someone, 'How are things now?', 'Three days of five')
    await write(someone, 'What will change for the child?', 'Somebody up and cooking at seven')
    await press(someone, 'Add the outcome')
    await someone.page.getByText('Outcome added').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(5)
    await follow(someone, 'The plan in plain words')
    await isFine(someone, 'in plain words')
    expect(await someone.text()).toContain('have breakfast every day')
  })

  test('records a core group with what it changes in one form', async () => {
    const someone = await visitAs(county, 'Rowan Ashbrigg')
    await someone.open(plan)
    someone.startCounting()
    await press(someone, 'Record a core group')
    await isFine(someone, 'a core group')
    const on = Temporal.Now.plainDateISO('Europe/London')
    for (const part of ['day', 'month', 'year'] as const)
      await someone.write(someone.page.locator(`[name="held-${part}"]`), String(on[part]))
    await write(someone, 'What was said, and what changes?', 'Breakfast club has three places from Monday')
    await write(someone, 'What the child says, in the child’s words', 'I like toast at school')
    await press(someone, 'Record the core group')
    await someone.page.getByText('Core group recorded').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(8)
    for (const path of ['category', 'end', 'earlier', 'members/new']) {
      await someone.open(`${plan}/${path}`)
      await isFine(someone, path)
    }
    for (const path of ['disagreements/new', 'transfers-in/new']) {
      await someone.open(`/people/${maisie.id}/${path}`)
      await isFine(someone, path)
    }
  })
})

describe('a manager', () => {
  test('has the list of every child with a plan, what is due first, at any width', async () => {
    for (const width of [360, 1280]) {
      const someone = await visitAs(county, 'Gwen Hollinwood', { width })
      await someone.open('/protection-plans')
      await isFine(someone, 'the list')
      expect(await someone.text()).toContain(maisie.family)
      await someone.open('/protection-plans?due=drift')
      await isFine(someone, 'drift')
    }
  })
})

describe('a conference chair', () => {
  test('finds the review of next week, reads who is coming, and types a line of the plan', async () => {
    const someone = await visitAs(county, 'Ailsa Carrowmoor')
    await someone.open('/meetings')
    await follow(someone, /Review child protection conference/)
    await follow(someone, 'Conference')
    await isFine(someone, 'the conference')
    await press(someone, 'Add to the plan')
    await isFine(someone, 'a line')
    await write(someone, 'What should be different?', 'The children are warm at night')
    await write(someone, 'How are things now?', 'One heater for two rooms')
    await write(someone, 'What will change for the child?', 'Heating in the back bedroom')
    await press(someone, 'Add to the plan')
    await someone.page.getByText('The children are warm at night').first().waitFor()
    await follow(someone, 'The chair’s notes')
    await isFine(someone, 'notes')
  })
})
