import { expect, test } from 'vitest'
import { faults } from './stage/faults.ts'
import { openCounty } from './stage/openCounty.ts'
import { picture } from './stage/picture.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'

const county = await openCounty()

const row = ({ page }: Visitor) => page.locator('.govuk-service-navigation__list > li')
const marked = async ({ page }: Visitor) =>
  (await page.locator('.govuk-service-navigation__item--active').allInnerTexts()).map(text => text.trim())

test('a manager finds everything in the menu by keyboard, and sees in which part they are', async () => {
  const gwen = await visitAs(county, 'Gwen Hollinwood')
  await gwen.open('/my-work')
  await picture(gwen, 'menu-row')
  expect(await row(gwen).count()).toBe(7)
  expect(await marked(gwen)).toEqual(['My work'])
  const more = gwen.page.getByRole('link', { name: 'More', exact: true })
  await more.focus()
  await gwen.page.keyboard.press('Enter')
  await gwen.page.getByRole('heading', { name: 'Everything you can open' }).waitFor()
  await picture(gwen, 'menu')
  expect(await faults(gwen, '/menu')).toEqual([])
  expect(await marked(gwen)).toEqual(['More'])
  await gwen.press(gwen.page.getByRole('main').getByRole('link', { name: 'Meetings', exact: true }))
  expect(await marked(gwen)).toEqual(['More'])
}, 60_000)

test.each([
  ['Helena Marlsborough', 'Workforce'],
  ['Nikhil Mehtapal', 'Data quality'],
  ['Lee Wainscott', 'Administration'],
])(
  '%s has at most seven entries, %s among them',
  async (name, own) => {
    const someone = await visitAs(county, name)
    await someone.open('/menu')
    await picture(someone, `menu-${own.replace(' ', '-')}`)
    expect(await row(someone).count()).toBeLessThanOrEqual(7)
    await row(someone).getByRole('link', { name: own, exact: true }).waitFor()
    expect(await faults(someone, '/menu')).toEqual([])
  },
  60_000,
)
