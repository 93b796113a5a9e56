import { describe, expect, test } from 'vitest'
import { faults } from './stage/faults.ts'
import { openCounty } from './stage/openCounty.ts'
import { picture } from './stage/picture.ts'
import { type Visitor, visitAs } from './stage/visitor.ts'

const county = await openCounty()

async function looks(someone: Visitor, name: string): Promise<void> {
  await picture(someone, `supervision-${name}`)
  expect(await faults(someone, name)).toEqual([])
}
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const says = (someone: Visitor, words: string) => someone.page.getByText(words).first().waitFor()
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())

describe('supervision', () => {
  test('a manager finds the session without its practice half, writes it and completes it', async () => {
    const gwen = await visitAs(county, 'Gwen Hollinwood')
    await gwen.open('/supervision')
    expect(await gwen.text()).toMatch(/Overdue by \d+ days/)
    await looks(gwen, 'team')
    await gwen.open('/supervision?state=open')
    await follow(gwen, /is not complete: no practice half/)
    const session = new URL(gwen.page.url()).pathname
    await looks(gwen, 'half')
    await press(gwen, 'Write this session')
    await looks(gwen, 'write')
    gwen.startCounting()
    await gwen.write(gwen.page.getByLabel('Strengths seen'), 'You say early when you are stuck.')
    await gwen.tick(gwen.page.getByLabel('The session is complete and I agree what is written'))
    await press(gwen, 'Save the session')
    expect(gwen.interactions()).toBe(3)
    // The form's own label says that the session is complete too: the answer is another page.
    await gwen.page.waitForURL(url => url.pathname === session)
    await says(gwen, 'The session is complete')
    await gwen.open(session)
    await looks(gwen, 'complete')
    await gwen.open('/teams')
    await follow(gwen, /North 1/)
    await says(gwen, 'Supervision of 1 worker is overdue')
  })

  test('a worker writes their own view and agrees, and keeps their wellbeing to themself', async () => {
    const rowan = await visitAs(county, 'Rowan Ashbrigg')
    await rowan.open('/supervision')
    await follow(rowan, 'Your sessions')
    await looks(rowan, 'own')
    await rowan.press(rowan.page.locator('table a').first())
    await looks(rowan, 'session')
    if ((await rowan.page.getByLabel('What you think of this session (optional)').count()) > 0) {
      await rowan.write(rowan.page.getByLabel('What you think of this session (optional)'), 'As I see it.')
      await rowan.tick(rowan.page.getByLabel(/I agree what is written/))
      await press(rowan, 'Save your view')
      await says(rowan, 'You agreed the session')
    }
    await rowan.open('/supervision/wellbeing')
    await looks(rowan, 'wellbeing')
    for (const group of await rowan.page.getByRole('group').all())
      if ((await group.getByLabel('4 Mostly').count()) > 0) await rowan.tick(group.getByLabel('4 Mostly'))
    await press(rowan, 'Save')
    await says(rowan, 'What you said before')
    await says(rowan, 'Share it with my manager')
    const gwen = await visitAs(county, 'Gwen Hollinwood')
    await gwen.open('/supervision')
    await follow(gwen, 'Rowan Ashbrigg')
    await says(gwen, 'Wellbeing that they shared')
    const seen = await gwen.text()
    expect(seen.match(/shared with the manager/g)).toHaveLength(1)
    expect(seen).toContain('Two court weeks in a row')
    await looks(gwen, 'worker')
  })

  test('a leader scores a drawn session, and reads wellbeing in numbers alone', async () => {
    const marcus = await visitAs(county, 'Marcus Fitzgarvey')
    await marcus.open('/supervision/audits')
    await looks(marcus, 'audits')
    await marcus.press(marcus.page.locator('table').last().getByRole('link').first())
    await looks(marcus, 'sample')
    await follow(marcus, /Score it/)
    await looks(marcus, 'score')
    for (const group of await marcus.page.getByRole('group').all())
      if ((await group.getByLabel('2 Good').count()) > 0) await marcus.tick(group.getByLabel('2 Good'))
    await press(marcus, 'Save the scores')
    await says(marcus, 'The scores are saved')
    await marcus.open('/supervision/wellbeing/areas')
    await looks(marcus, 'areas')
    expect(await marcus.text()).toContain('Too few to tell')
  })

  test('whoever covers has the other’s work beside their own, and the record says what was directed', async () => {
    const meera = await visitAs(county, 'Meera Rathorewal')
    await meera.open('/my-work')
    const work = await meera.text()
    expect(work).toContain('You cover for')
    expect(work).toMatch(/, for [A-Z]/)
    await looks(meera, 'cover-work')
    await meera.open('/notices')
    expect(await meera.text()).toContain('whom you cover')
    await looks(meera, 'cover-notices')
    await meera.open('/cover')
    await looks(meera, 'cover')
    const gwen = await visitAs(county, 'Gwen Hollinwood')
    await gwen.open('/cover')
    await looks(gwen, 'cover-manager')
    const { id } = await county.child('C100001')
    await gwen.open(`/people/${id}/directions`)
    await looks(gwen, 'directions')
  })
})
