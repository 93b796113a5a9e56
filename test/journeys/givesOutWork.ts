import { expect, test } from 'vitest'
import type { County } from './stage/openCounty.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'

const manager = 'Gwen Hollinwood'
const worker = 'Meera Rathorewal'

/** A manager's morning: who has not been seen, who waits, who has room. */
export function givesOutWork(county: County): void {
  test('sees first the children whom nobody has seen for longest', async () => {
    const gwen = await visitAs(county, manager)
    await opensTheBoard(gwen)
    const headings = await gwen.page.getByRole('heading', { level: 2 }).allInnerTexts()
    expect(headings.slice(0, 4)).toEqual([
      'Children not seen',
      'Management oversight',
      'Waiting for a worker',
      'Tasks of the team',
    ])
    const unseen = await gwen.page
      .getByRole('table', { name: /Children not seen/ })
      .getByRole('row')
      .allInnerTexts()
    const days = unseen
      .slice(1)
      .map(row => Number(/(\d+) days ago/.exec(row)?.[1] ?? Number.POSITIVE_INFINITY))
    expect(unseen[1]).toContain('Toby Underhowe')
    expect(days).toEqual(days.toSorted((one, other) => other - one))
  })

  test('gives a waiting sister and brother to a worker, whose caseload she sees, and the worker is told', async () => {
    const gwen = await visitAs(county, manager)
    await opensTheBoard(gwen)
    await gwen.press(gwen.page.getByRole('button', { name: 'Allocate children' }))
    await gwen.tick(gwen.page.getByLabel('Select Bella Quillerby'))
    await gwen.tick(gwen.page.getByLabel('Select Dylan Quillerby'))
    const choice = gwen.page.locator('.govuk-radios__item').filter({ hasText: worker })
    expect(await choice.innerText()).toMatch(/\d+ child(ren)?/)
    await gwen.tick(choice.getByRole('radio'))
    await gwen.press(gwen.page.getByRole('button', { name: 'Allocate the selected children' }))
    await gwen.page.getByRole('alert').waitFor()
    const meera = await visitAs(county, worker)
    await meera.press(meera.page.getByRole('link', { name: /notices? not read/ }))
    const notices = meera.page.getByRole('row').filter({ hasText: 'A child was allocated to you' })
    for (const child of ['Bella Quillerby', 'Dylan Quillerby'])
      expect(await notices.filter({ hasText: child }).count()).toBe(1)
  })
}

async function opensTheBoard(gwen: Visitor): Promise<void> {
  await gwen.open('/my-work')
  await gwen.press(gwen.page.getByRole('link', { name: 'North 1' }))
}
