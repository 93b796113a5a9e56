import { expect, test } from 'vitest'
import type { County } from './stage/openCounty.ts'
import { visit, visitAs } from './stage/visitor.ts'

const administrator = 'Lee Wainscott'
const leaver = 'Sandra Pennyfarthing'

/** Somebody begins, somebody leaves; the one who keeps the directory reads no record. */
export function keepsTheDirectory(county: County): void {
  test('adds a worker', async () => {
    const lee = await visitAs(county, administrator)
    await lee.press(lee.page.getByRole('link', { name: 'Workers', exact: true }))
    await lee.press(lee.page.getByRole('button', { name: 'Add a worker' }))
    await lee.write(lee.page.getByLabel('Name', { exact: true }), 'Wilfred Testerby')
    await lee.page.getByLabel('Class of user').selectOption('practitioner')
    await lee.press(lee.page.getByRole('button', { name: /^(Add|Save)/ }))
    await lee.page.getByText('The worker is saved').waitFor()
    await lee.write(lee.page.getByLabel('Search in this list'), 'Testerby')
    await lee.press(lee.page.getByRole('button', { name: 'Search' }))
    await lee.page.getByRole('link', { name: 'Wilfred Testerby' }).waitFor()
  })

  test('records that a worker has left: their next step is the sign-in page, and they can sign in no more', async () => {
    const sandra = await visitAs(county, leaver)
    await sandra.open('/my-work')
    const again = await visit(county)
    await again.open('/') // the list is shown before they leave: afterwards it offers them no more
    const lee = await visitAs(county, administrator)
    await lee.open('/administration/workers?q=Pennyfarthing')
    await lee.press(lee.page.getByRole('link', { name: leaver }))
    await lee.press(lee.page.getByRole('button', { name: 'This worker has left' }))
    await lee.press(lee.page.getByRole('button', { name: 'Record that they have left' }))
    await lee.page.getByText('The worker has left and is signed out').waitFor()
    await sandra.open('/my-work')
    expect(await sandra.page.getByRole('button', { name: 'Sign out' }).count()).toBe(0)
    await again.press(again.page.getByRole('button', { name: `Sign in as ${leaver}` }))
    await again.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await again.page.getByRole('button', { name: 'Sign out' }).count()).toBe(0)
    await again.page.waitForTimeout(500) // the browser tells of a refusal after it has shown the page
    for (const refused of [sandra, again]) refused.complaints() // the browser itself reports that they were refused
  })

  test('opens no child’s record', async () => {
    const { id } = await county.child('C100001')
    const lee = await visitAs(county, administrator)
    for (const path of [`/people/${id}`, `/people/${id}/chronology`, `/people/${id}/details`, '/people']) {
      const answer = await lee.page.goto(`${county.origin}${path}`)
      expect([path, answer?.ok(), (await lee.text()).includes('Maisie')]).toEqual([path, false, false])
    }
    lee.complaints() // the browser itself reports each refusal
  })
}
