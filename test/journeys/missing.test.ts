import { describe, expect, test } from 'vitest'
import { violations } from './stage/axe.ts'
import { openCounty } from './stage/openCounty.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'
import { scrollsSideways } from './stage/watchPage.ts'

const county = await openCounty()
const kester = await county.child('C100049')
const odette = await county.child('C100050')
const rowan = 'Rowan Ashbrigg'

async function isFine(someone: Visitor, where: string): Promise<void> {
  expect(await violations(someone.page, 'all'), where).toEqual([])
  expect(await scrollsSideways(someone.page), where).toBe(false)
}
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())

async function writeMoment(someone: Visitor, name: string, at: Temporal.Instant): Promise<void> {
  const moment = at.toZonedDateTimeISO('Europe/London')
  for (const part of ['day', 'month', 'year'] as const)
    await someone.write(someone.page.locator(`[name="${name}-${part}"]`), String(moment[part]))
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' })
  await someone.write(someone.page.locator(`[name="${name}-time"]`), time)
}

describe('a social worker whose boy is missing', () => {
  test('finds him under Missing and adds what was done in at most 5 interactions, on a telephone', async () => {
    const someone = await visitAs(county, rowan, { width: 360 })
    await someone.open('/missing')
    await isFine(someone, 'missing now')
    someone.startCounting()
    await follow(someone, new RegExp(kester.family))
    await isFine(someone, 'the absence')
    await someone.press(someone.page.getByText('Add what was done or learnt'))
    await someone.tick(someone.page.getByRole('radio', { name: 'Something was done' }))
    await someone.write(
      someone.page.getByLabel('What, and by whom?'),
      'Asked the bus drivers of the coast road.',
    )
    await press(someone, 'Add')
    await someone.page.getByText('Asked the bus drivers').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(5)
  })

  test('says that he is back in at most 5 interactions, and offers the interview', async () => {
    const someone = await visitAs(county, rowan)
    await someone.open(`/people/${kester.id}/missing`)
    await isFine(someone, 'his absences')
    await follow(someone, 'What is being done')
    someone.startCounting()
    await press(someone, 'The child is back')
    await isFine(someone, 'the return')
    await someone.tick(someone.page.getByRole('radio', { name: 'Found by police' }))
    await someone.write(someone.page.getByLabel(/Where was the child found/), 'A lay-by on the coast road')
    await someone.tick(someone.page.getByRole('radio', { name: 'Home', exact: true }))
    await press(someone, 'Save')
    await someone.page.getByText('Offer the child an independent interview').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(5)
    await press(someone, 'Offer an interview')
    await isFine(someone, 'the interview')
    await writeMoment(someone, 'offered', Temporal.Now.instant())
    await someone.write(someone.page.getByLabel('Who offered it?'), 'Wren Tolliver, youth service')
    await someone.tick(someone.page.getByRole('radio', { name: 'Yes', exact: true }))
    await press(someone, 'Save')
    await someone.page.getByText('Offered, no answer yet').waitFor()
    await someone.open('/missing?show=interviews')
    await isFine(someone, 'interviews due')
    expect(await someone.text()).toContain(kester.family)
    await someone.open('/missing?show=months')
    await isFine(someone, 'by month')
  })

  test('sees the network with his ties alone', async () => {
    const someone = await visitAs(county, rowan, { width: 360 })
    await someone.open(`/people/${kester.id}/harm`)
    await isFine(someone, 'harm outside the home')
    await follow(someone, 'Lantern')
    await isFine(someone, 'the network')
    const text = await someone.text()
    expect(text).toContain(kester.family)
    expect(text).not.toContain(odette.family)
    for (const path of [
      '/harm',
      '/harm?show=places',
      `/people/${kester.id}/harm/ties/new/place`,
      `/people/${kester.id}/harm/assessments/new`,
    ]) {
      await someone.open(path)
      await isFine(someone, path)
    }
  })

  test('opens nothing of the girl in the same network', async () => {
    const someone = await visitAs(county, rowan)
    for (const path of [`/people/${odette.id}/harm`, `/people/${odette.id}/missing`]) {
      const answer = await someone.page.request.get(`${county.origin}${path}`)
      expect([path, answer.status()]).toEqual([path, 404])
    }
  })
})
