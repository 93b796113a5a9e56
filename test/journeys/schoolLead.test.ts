import { describe, expect, test } from 'vitest'
import { transferFileOf } from '../../src/modules/schools/testing/invented.ts'
import { violations } from './stage/axe.ts'
import { openCounty } from './stage/openCounty.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'
import { scrollsSideways } from './stage/watchPage.ts'

const county = await openCounty()
const child = await county.child('C100037')
const lead = 'Bronwen Tideswell'

async function isFine(someone: Visitor, where: string): Promise<void> {
  expect(await violations(someone.page, 'all'), where).toEqual([])
  expect(await scrollsSideways(someone.page), where).toBe(false)
}
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const heading = (someone: Visitor, name: string) =>
  someone.page.getByRole('heading', { level: 1, name }).waitFor()

describe('a school’s safeguarding lead who leads a plan', () => {
  test('finds the child in My work, and the child’s page says no more than they may see', async () => {
    const bronwen = await visitAs(county, lead)
    await bronwen.open('/my-work')
    await isFine(bronwen, '/my-work')
    bronwen.startCounting()
    await follow(bronwen, new RegExp(`${child.given} ${child.family}`))
    await bronwen.page.waitForURL(new RegExp(child.id))
    expect(bronwen.interactions()).toBe(1)
    await bronwen.open(`/people/${child.id}`)
    await isFine(bronwen, 'the child’s page')
    expect(await bronwen.text()).toContain(child.given)
  })

  test('marks an action done in at most 4 interactions', async () => {
    const bronwen = await visitAs(county, lead, { width: 360 })
    await bronwen.open(`/people/${child.id}/plan`)
    await isFine(bronwen, 'the plan')
    bronwen.startCounting()
    await follow(bronwen, /^Mark done or change/)
    await heading(bronwen, 'Mark done or change')
    await isFine(bronwen, 'the action')
    await bronwen.write(bronwen.page.getByLabel('What came of it?'), 'Told her mother, who was glad.')
    await press(bronwen, 'Save')
    await bronwen.page.getByText('Action saved').waitFor()
    expect(bronwen.interactions()).toBeLessThanOrEqual(4)
    expect(await bronwen.text()).toContain('Told her mother, who was glad.')
  })

  test('records a visit in at most 5 interactions', async () => {
    const bronwen = await visitAs(county, lead)
    await bronwen.open(`/people/${child.id}/plan`)
    bronwen.startCounting()
    await follow(bronwen, 'Record a visit')
    await isFine(bronwen, 'the visit')
    await bronwen.tick(bronwen.page.getByLabel(/was seen, alone|seen alone/i).first())
    await bronwen.write(bronwen.page.getByLabel('What happened'), 'She drew a barn owl in the library.')
    await press(bronwen, 'Save')
    await bronwen.page
      .getByText(/^Saved/)
      .first()
      .waitFor()
    expect(bronwen.interactions()).toBeLessThanOrEqual(5)
  })

  test('holds a review in at most 9 interactions', async () => {
    const bronwen = await visitAs(county, lead)
    await bronwen.open(`/people/${child.id}/plan`)
    bronwen.startCounting()
    await press(bronwen, 'Record a review')
    await heading(bronwen, 'Record a review')
    await isFine(bronwen, 'the review')
    const { page } = bronwen
    await bronwen.write(page.getByLabel('What do the parents or carers say?'), 'She asks for more books.')
    await bronwen.write(page.getByLabel('What has changed since the last review?'), 'Mornings go well.')
    await bronwen.write(page.getByLabel('What does the child say, in the child’s words?'), 'I like owls.')
    await bronwen.tick(page.getByRole('radio', { name: 'The plan goes on' }))
    await writeDay(bronwen, 'next', county.today.add({ days: 80 }))
    await press(bronwen, 'Save the review')
    await page.getByText('Review saved for 1 child').waitFor()
    expect(bronwen.interactions()).toBeLessThanOrEqual(9)
    await isFine(bronwen, 'the plan after the review')
  })

  test('opens no note of another and no assessment', async () => {
    const gwen = await visitAs(county, 'Gwen Hollinwood')
    const bronwen = await visitAs(county, lead)
    const paths = [
      ...(await addresses(gwen, `/people/${child.id}/notes`, /^\/notes\/[0-9a-f-]{36}$/)),
      ...(await addresses(gwen, `/people/${child.id}/plans`, /^\/assessments\/[0-9a-f-]{36}$/)),
    ]
    const own = await addresses(bronwen, `/people/${child.id}/notes`, /^\/notes\/[0-9a-f-]{36}$/)
    const others = paths.filter(path => !own.includes(path))
    expect(others.some(path => path.startsWith('/notes/'))).toBe(true)
    expect(others.some(path => path.startsWith('/assessments/'))).toBe(true)
    for (const path of others) {
      const answer = await bronwen.page.request.get(`${county.origin}${path}`)
      expect([path, answer.status()]).toEqual([path, 404])
    }
  })
})

async function writeDay(someone: Visitor, name: string, day: Temporal.PlainDate): Promise<void> {
  for (const part of ['day', 'month', 'year'] as const)
    await someone.write(someone.page.locator(`[name="${name}-${part}"]`), String(day[part]))
}

/** Addresses of one kind that a page of somebody leads to. */
async function addresses(someone: Visitor, page: string, kind: RegExp): Promise<readonly string[]> {
  await someone.open(page)
  const all: readonly string[] = await someone.page.evaluate('[...document.links].map(link => link.pathname)')
  return [...new Set(all.filter(path => kind.test(path)))]
}

test('a school’s lead checks a Common Transfer File, sees what is read of it, and sends it', async () => {
  const bronwen = await visitAs(county, lead, { width: 360 })
  await bronwen.open('/my-school/transfer-file')
  const xml = transferFileOf({ pupils: [{ number: 'A1', years: [{ year: 2025, sessions: [380, 20, 40] }] }] })
  const file = { name: 'school.xml', mimeType: 'text/xml', buffer: Buffer.from(xml) }
  await bronwen.page.getByLabel('File').setInputFiles(file)
  await press(bronwen, 'Check the file')
  await bronwen.page.getByRole('heading', { name: 'What we read' }).waitFor()
  await isFine(bronwen, 'what was read of the file')
  expect(await bronwen.text()).toContain('The unique pupil number is missing or is not one')
  await press(bronwen, 'Send it')
  await bronwen.page.getByText('Sent: 1 pupil').waitFor()
})
