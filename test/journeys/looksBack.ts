import { expect, test } from 'vitest'
import { censusDay } from '../../src/main/demo/stories/correctedFacts.ts'
import type { County } from './stage/openCounty.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'

const worker = 'Meera Rathorewal' // the child's own
const corrected = 'C100010'
const late = 'Written up late, from my notebook'

/** What was known on the day of the census is not what is known now. */
export function looksBack(county: County): void {
  const moment = `${censusDay(county.today)}T17:00`
  const banner = (visitor: Visitor) =>
    visitor.page.getByRole('region', { name: 'Record as known in the past' })

  test('shows what was known then, says so, and keeps to it from page to page', async () => {
    const { id, given, family } = await county.child(corrected)
    const meera = await visitAs(county, worker)
    await meera.open(`/people/${id}?known-at=${moment}`)
    expect(await banner(meera).innerText()).toContain('as it was known on 31 March')
    const past = await meera.text()
    expect(past).toContain('Eleanor Hazlewick')
    expect(past).not.toContain(`${given} ${family}`)
    await meera.press(meera.page.getByRole('link', { name: 'Visits and notes', exact: true }))
    expect(await banner(meera).isVisible()).toBe(true)
    expect(await meera.text()).not.toContain(late)
    await meera.press(meera.page.getByRole('link', { name: 'Show the record as it is now' }))
    const present = await meera.text()
    expect(present).toContain(late)
    expect(present).toContain(`${given} ${family}`)
  })

  test('changes nothing of the past: no form is there, and what is sent all the same is refused', async () => {
    const { id } = await county.child(corrected)
    const meera = await visitAs(county, worker)
    const path = `/people/${id}/visits/new`
    await meera.open(path)
    const token = await meera.page.locator('input[name=_csrf]').first().inputValue()
    await meera.open(`${path}?known-at=${moment}`)
    expect(await meera.page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
    const answer = await meera.page.request.post(`${county.origin}${path}?known-at=${moment}`, {
      form: { _csrf: token, body: 'It was otherwise' },
      headers: { origin: county.origin },
    })
    expect(answer.status()).toBe(409)
    expect(await answer.text()).toContain('The record of a past moment cannot be changed')
    await meera.open(`/people/${id}/notes`)
    expect(await meera.text()).not.toContain('It was otherwise')
  })
}
