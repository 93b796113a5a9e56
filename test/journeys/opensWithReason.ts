import { expect, test } from 'vitest'
import type { County, Known } from './stage/openCounty.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'

const unseen = 'C100015' // held by Meera Rathorewal, in Gwen Hollinwood's team
const restricted = 'C100007' // Gwen Hollinwood is on the named list

async function searchesFor(visitor: Visitor, { given, family, born }: Known): Promise<void> {
  await visitor.open('/people')
  await visitor.write(visitor.page.getByLabel('Find a person'), `${given} ${family} ${born}`)
  await visitor.press(visitor.page.getByRole('button', { name: 'Search' }))
}

const notices = async (visitor: Visitor) => {
  await visitor.open('/notices')
  return await visitor.text()
}

/** A family in the night: found, opened with a reason, and nobody is left untold. */
export function opensWithReason(county: County): void {
  test('finds a child by name and date of birth, opens the record with a reason, and everybody can know', async () => {
    const child = await county.child(unseen)
    const name = `${child.given} ${child.family}`
    const callum = await visitAs(county, 'Callum Wetherlam')
    await searchesFor(callum, child)
    await callum.press(callum.page.getByRole('link', { name }))
    expect(await callum.text()).not.toContain('The story in a minute')
    await callum.press(callum.page.getByRole('link', { name: 'Open it with a reason' }))
    await callum.tick(callum.page.getByRole('radio').first())
    await callum.write(
      callum.page.getByLabel('Your reason, in your own words'),
      'Police ring from the house at night',
    )
    await callum.press(callum.page.getByRole('button', { name: 'Open the record' }))
    const banner = callum.page.getByRole('region', { name: 'Opened with a reason' })
    expect(await banner.innerText()).toContain('Managers have been told')
    expect(await callum.text()).toContain(name)
    const gwen = await visitAs(county, 'Gwen Hollinwood')
    expect(await notices(gwen)).toContain('Somebody opened a record with a reason')
    const meera = await visitAs(county, 'Meera Rathorewal')
    await meera.open(`/people/${child.id}`)
    await meera.press(meera.page.getByRole('link', { name: 'Who has looked' }))
    const looks = meera.page.getByRole('row').filter({ hasText: 'Callum Wetherlam' })
    expect(await looks.count()).toBeGreaterThan(0)
  })
}

/** A family of whom only a named list may know. */
export function keepsARestrictedFamily(county: County): void {
  test('is nobody to a social worker who knows the full name and date of birth; the list is told', async () => {
    const child = await county.child(restricted)
    const rowan = await visitAs(county, 'Rowan Ashbrigg')
    await searchesFor(rowan, child)
    await rowan.page.getByRole('heading', { name: 'Nobody found' }).waitFor()
    const refused = await rowan.page.goto(`${county.origin}/people/${child.id}`)
    expect(refused?.status()).toBe(404)
    rowan.complaints() // the browser itself reports the 404
    const gwen = await visitAs(county, 'Gwen Hollinwood')
    expect(await notices(gwen)).toContain('Somebody met a restricted record of your list')
    await searchesFor(gwen, child)
    await gwen.press(gwen.page.getByRole('link', { name: `${child.given} ${child.family}` }))
    expect(await gwen.text()).toContain('you are on the named list of this restricted record')
  })
}
