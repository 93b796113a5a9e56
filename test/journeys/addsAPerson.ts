import { expect, test } from 'vitest'
import type { County } from './stage/openCounty.ts'
import { visitAs } from './stage/visitor.ts'

/** Nobody is recorded twice for want of being shown that they are there. */
export function addsAPerson(county: County): void {
  test('is shown, while typing, who may be the same', async () => {
    const rowan = await visitAs(county, 'Rowan Ashbrigg')
    await rowan.open('/people/new')
    await rowan.write(rowan.page.getByLabel('Given names'), 'Maisy')
    await rowan.write(rowan.page.getByLabel('Family name', { exact: true }), 'Thorncastle')
    const same = rowan.page.getByRole('status', { name: 'People who may be the same' })
    await same.getByRole('link', { name: /Maisie Thorncastle/ }).waitFor()
    expect(await rowan.page.getByLabel('Given names').inputValue()).toBe('Maisy')
    expect(rowan.page.url()).not.toContain('Maisy')
  })
}
