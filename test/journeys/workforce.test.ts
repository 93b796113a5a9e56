import { expect, test } from 'vitest'
import { faults } from './stage/faults.ts'
import { openCounty } from './stage/openCounty.ts'
import { picture } from './stage/picture.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'

const county = await openCounty()

/** Looks at a page, keeps its picture, and says what is wrong with it. */
async function look(visitor: Visitor, path: string, name: string): Promise<readonly string[]> {
  await visitor.open(path)
  await picture(visitor, `workforce-${name}`)
  return await faults(visitor, path)
}

/** Waits for a page that says this. */
const shows = ({ page }: Visitor, words: string): Promise<void> => page.getByText(words).first().waitFor()

/** A form that is refused, which the browser complains of. */
const refuses = async (visitor: Visitor, words: string): Promise<void> => {
  await shows(visitor, words)
  expect(visitor.complaints().every(one => one.includes('422'))).toBe(true)
}

const fill = async (visitor: Visitor, name: string, day: Temporal.PlainDate): Promise<void> => {
  for (const part of ['day', 'month', 'year'] as const)
    await visitor.write(visitor.page.locator(`[name="${name}-${part}"]`), String(day[part]))
}

test('a director follows a number of the workforce to the posts behind it', async () => {
  const helena = await visitAs(county, 'Helena Marlsborough')
  const found: string[] = []
  for (const part of [
    'posts',
    'people',
    'completeness',
    'roll-out',
    'recruitment',
    'funding',
    'early-career',
    'measures',
  ])
    found.push(...(await look(helena, `/workforce/${part}`, part)))
  found.push(...(await look(helena, '/workforce', 'overview')))
  expect(found).toEqual([])
  const row = helena.page.getByRole('row', { name: /^Vacant/ })
  await helena.press(row.getByRole('link'))
  await shows(helena, 'The team has nobody for mental health: it is incomplete')
  await helena.open('/workforce/caseload')
  const team = helena.page.locator('a[href*="/workforce/caseload/teams/"]').first()
  const [teamId] = /[0-9a-f-]{36}/.exec((await team.getAttribute('href')) ?? '') ?? []
  expect(await look(helena, `/safeguarding/by-team/${teamId}/children?of=needs`, 'counted')).toEqual([])
}, 120_000)

test('an administrator puts somebody into a vacant post, and ends it', async () => {
  const lee = await visitAs(county, 'Lee Wainscott')
  const { page } = lee
  await lee.open('/workforce/posts?discipline=mental_health&state=vacant')
  await lee.press(page.getByRole('link', { name: 'Adult mental health practitioner' }).first())
  const place = new URL(page.url()).pathname
  expect(await look(lee, place, 'post')).toEqual([])
  expect(await faults(lee, place)).toEqual([])
  const linking = page.getByRole('link', { name: /^fills this post/ })
  if ((await linking.count()) > 0) {
    await lee.press(linking.first())
    expect(await faults(lee, 'link')).toEqual([])
    await lee.open(place)
  }
  await lee.press(page.getByRole('button', { name: 'Put somebody new in it' }))
  await page.selectOption('[name="worker_id"]', { index: 3 })
  await fill(lee, 'started_on', county.today)
  await lee.press(page.getByRole('button', { name: 'Save' }))
  await refuses(lee, 'FTE in all their posts')
  expect(await faults(lee, 'fill refused')).toEqual([])
  await picture(lee, 'workforce-fill')
  await lee.tick(page.locator('[name="knows"]'))
  await lee.press(page.getByRole('button', { name: 'Save' }))
  await shows(lee, 'It is filled.')
  await lee.press(page.getByRole('link', { name: /^End/ }).first())
  expect(await faults(lee, 'end')).toEqual([])
  await fill(lee, 'ended_on', county.today)
  await lee.press(page.getByRole('button', { name: 'Save' }))
  await shows(lee, 'Their last day in the post is saved')
}, 120_000)

test('a service leader keeps a search from advert to first day, and a manager a programme', async () => {
  const marcus = await visitAs(county, 'Marcus Fitzgarvey')
  const { page } = marcus
  await marcus.open('/workforce/recruitment')
  await marcus.press(page.getByRole('link', { name: 'Adult mental health practitioner' }).first())
  await marcus.press(page.getByRole('link', { name: /^Change the advert/ }).first())
  expect(await faults(marcus, 'recruitment')).toEqual([])
  await fill(marcus, 'offered_on', Temporal.PlainDate.from('2001-01-01'))
  await marcus.press(page.getByRole('button', { name: 'Save' }))
  await refuses(marcus, 'must not be before')
  await marcus.open('/workforce/early-career')
  await shows(marcus, 'Assessed and supported year in employment')
  await picture(marcus, 'workforce-early-career-leader')
  await marcus.press(page.getByRole('link', { name: 'Meera Rathorewal' }))
  expect(await faults(marcus, 'early career')).toEqual([])
}, 120_000)
