import { expect, test } from 'vitest'
import { personas } from '../../src/main/demo/index.ts'
import type { County } from './stage/openCounty.ts'
import { visitAs } from './stage/visitor.ts'

/** Codes and dates are enough to mend a return. */
export function mendsTheData(county: County): void {
  test('lists what a return would ask about, by number, without anybody’s name', async () => {
    const workers = new Set(personas.map(({ name }) => name)) // who may mend it is said by name
    const names = (await county.names()).filter(name => !workers.has(name))
    const nikhil = await visitAs(county, 'Nikhil Mehtapal')
    const tabs = await nikhil.page
      .getByRole('navigation', { name: 'Kinds of findings' })
      .getByRole('link')
      .evaluateAll(links => links.map(link => String(link.getAttribute('href'))))
    expect(tabs.length).toBeGreaterThan(1)
    let numbers = 0
    for (const tab of tabs) {
      await nikhil.open(tab)
      const text = await nikhil.text()
      expect(names.filter(name => text.includes(name))).toEqual([])
      numbers += text.match(/\bC1\d{5}\b/g)?.length ?? 0
    }
    expect(numbers).toBeGreaterThan(0)
  })
}

/** A partner sees the plan of the children they work with: not the notes, not where a family hides, nobody else. */
export function seesOwnChildrenOnly(county: County): void {
  test('sees a baby’s plan, and neither the notes nor where he lives', async () => {
    const baby = await county.child('C100009')
    const temi = await visitAs(county, 'Temi Olatunjide')
    await temi.open(`/people/${baby.id}`)
    const text = await temi.text()
    expect(text).toContain(`${baby.given} ${baby.family}`)
    expect(text).toContain('Withheld')
    await temi.press(temi.page.getByRole('link', { name: 'Plans', exact: true }))
    expect(await temi.text()).toContain('Child in need plan')
    await temi.open(`/people/${baby.id}/notes`)
    expect(await temi.page.getByRole('link', { name: /visit$/ }).count()).toBe(0)
    expect((await temi.text()).includes('Lantern House')).toBe(false)
  })

  test('does not see a child of somebody else', async () => {
    const other = await county.child('C100001')
    const temi = await visitAs(county, 'Temi Olatunjide')
    const answer = await temi.page.goto(`${county.origin}/people/${other.id}`)
    expect(answer?.status()).toBe(404)
    temi.complaints() // the browser itself reports the 404
  })
}

/** Two authorities share a server and nothing else. */
export function isAnotherAuthority(county: County): void {
  test('has its own name, its own sign-in and its own children', async () => {
    const { id } = await county.child('C100001')
    const rowan = await visitAs(county, 'Rowan Ashbrigg', { origin: county.secondOrigin })
    expect(await rowan.text()).toContain('Southfen Borough Council')
    expect(await rowan.text()).not.toContain('Northmarsh')
    const answer = await rowan.page.goto(`${county.secondOrigin}/people/${id}`)
    expect(answer?.status()).toBe(404)
    rowan.complaints() // the browser itself reports the 404
  })

  test('has its own words, its own way to count caseload and its own limits, by data alone', async () => {
    const gwen = await visitAs(county, 'Gwen Hollinwood', { origin: county.secondOrigin })
    await gwen.open('/workforce/caseload/rule')
    const rule = await gwen.text()
    expect(rule).toContain('A family counts one with each worker')
    expect(rule).toContain('Above 10 is over')
    const first = await visitAs(county, 'Gwen Hollinwood')
    await first.open('/workforce/caseload/rule')
    expect(await first.text()).toContain('Above 15 is over')
  })
}
