import { describe, expect, test } from 'vitest'
import { tellRow } from '../../src/modules/assessments/testing/assessedFamily.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const { makers } = team.record
const teamId = await makers.team()
const author = await makers.worker()
await makers.post({ workerId: author.id, teamId })
const mother = await makers.person({ given: 'Hollis', family: 'Drawnfield', born: '1990-02-02' })
const child = await makers.person({ given: 'Linnet', family: 'Drawnfield', born: '2017-05-05' })
const { familyId } = await makers.family({ children: [child], adults: [mother] })
await makers.allocation({ personId: child, teamId, workerId: author.id, startedOn: '2025-03-01' })
await tellRow(team.record, 'referral', {
  person_id: child,
  received_on: '2025-02-20',
  decided_on: '2025-02-21',
})

const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const heading = (someone: Visitor, name: RegExp) =>
  someone.page.getByRole('heading', { level: 1, name }).waitFor()

/** What the drawing itself holds. */
const drawn = (someone: Visitor): Promise<string> =>
  someone.page.locator('figure svg, svg[role="img"]').first().innerHTML()

/** What a print answers, asked for as a link would. */
async function print(someone: Visitor, path: string): Promise<string> {
  const asked = await someone.page.request.get(`${team.origin}${path}`)
  expect(asked.status()).toBe(200)
  const onItsPage = new URL(asked.url()).pathname.startsWith('/prints/') // where the machine is slow
  const file = async () => someone.page.request.get(`${asked.url()}/file`)
  const isMade = async () => (await file()).headers()['content-type'] === 'application/pdf'
  if (onItsPage) await expect.poll(isMade, { timeout: 60_000 }).toBe(true)
  const answer = onItsPage ? await file() : asked
  return (await answer.body()).toString('latin1')
}

describe('the drawings of a family', () => {
  test('a genogram is changed by the words beside it, in at most 6 interactions, and keeps the past', async () => {
    const rowan = await team.visitAs(author)
    await rowan.open(`/families/${familyId}`)
    await isFine(rowan, '/families/:familyId')
    await follow(rowan, /^Draw the family as at another day/)
    await heading(rowan, /^Family drawing as at/)
    await isFine(rowan, '/families/:familyId/genogram')
    expect(await rowan.text()).toContain('Nobody here is recorded as theirs.')
    rowan.startCounting()
    await follow(rowan, 'Add a relationship of Hollis Drawnfield')
    await isFine(rowan, 'the form of a relationship')
    await rowan.page.getByLabel('Hollis Drawnfield is the').selectOption('mother')
    await rowan.page.getByLabel('of', { exact: true }).selectOption(child)
    await rowan.tick(rowan.page.getByRole('radio', { name: 'Yes' }).first())
    await press(rowan, 'Save')
    await rowan.page.getByText('Saved').first().waitFor()
    expect(rowan.interactions() + 2).toBeLessThanOrEqual(6) // two choices beside them
    await rowan.open(`/families/${familyId}/genogram`)
    expect(await rowan.text()).toContain('(has parental responsibility)')
    expect(await drawn(rowan)).toContain('Linnet')
    await isFine(rowan, 'the family drawn')
    await rowan.open(`/families/${familyId}/genogram?on=2016-01-01`)
    await heading(rowan, /1 January 2016/)
    expect(await drawn(rowan)).not.toContain('Linnet')
    expect(await print(rowan, `/families/${familyId}/genogram?format=pdf`)).toMatch(/^%PDF-/)
  })

  test('an opinion is added with its day and stays out of what is drawn until it is asked for', async () => {
    const rowan = await team.visitAs(author)
    await rowan.open(`/families/${familyId}/genogram`)
    rowan.startCounting()
    await follow(rowan, /^Add an opinion.*Linnet/)
    await rowan.page.getByLabel('How does Linnet Drawnfield stand with').selectOption(mother)
    await rowan.page.getByLabel('In your opinion').selectOption('conflict')
    for (const [part, value] of Object.entries({ day: '3', month: '5', year: '2026' }))
      await rowan.write(rowan.page.locator(`[name="noted_on-${part}"]`), value)
    await isFine(rowan, 'the form of an opinion')
    await press(rowan, 'Save')
    await rowan.page.getByText('Saved').first().waitFor()
    expect(rowan.interactions() + 2).toBeLessThanOrEqual(7)
    await rowan.open(`/families/${familyId}/genogram`)
    expect(await rowan.page.locator('[data-quality]').count()).toBe(0)
    await follow(rowan, /^Draw opinions/)
    expect(await rowan.page.locator('[data-quality="conflict"]').count()).toBeGreaterThan(0)
    await isFine(rowan, 'with opinions')
  })

  test('an ecomap gains a tie in at most 5 interactions, drawn and in words', async () => {
    const rowan = await team.visitAs(author)
    await rowan.open(`/people/${child}/ecomap`)
    await heading(rowan, /^Ecomap as at/)
    await isFine(rowan, '/people/:personId/ecomap')
    rowan.startCounting()
    await rowan.write(rowan.page.getByLabel('Name, when it is something else'), 'Riverside football')
    await rowan.tick(rowan.page.getByRole('radio', { name: 'Stressful' }))
    await rowan.tick(rowan.page.getByRole('radio', { name: 'From the child' }))
    await press(rowan, 'Save')
    await rowan.page.getByText('Saved').first().waitFor()
    expect(rowan.interactions()).toBeLessThanOrEqual(5)
    await rowan.page.getByRole('rowheader', { name: 'Riverside football' }).waitFor()
    expect(await rowan.text()).toContain('Stressful')
    expect(await drawn(rowan)).toContain('Riverside')
    await isFine(rowan, 'the ecomap with a tie')
    expect(await print(rowan, `/people/${child}/ecomap?format=pdf`)).toMatch(/^%PDF-/)
  })

  test('the journey stands as bands and in words, and narrows to some years in 3 interactions', async () => {
    const rowan = await team.visitAs(author)
    await rowan.open(`/people/${child}/journey`)
    await heading(rowan, /^Journey/)
    await isFine(rowan, '/people/:personId/journey')
    await rowan.page
      .getByRole('cell', { name: /20 February 2025/ })
      .first()
      .waitFor()
    rowan.startCounting()
    const from = rowan.page.getByLabel('From the year')
    await from.selectOption({ index: (await from.locator('option').count()) - 1 })
    await press(rowan, 'Show these years')
    expect(rowan.interactions() + 1).toBeLessThanOrEqual(3)
    expect(rowan.page.url()).toContain('from=')
    await isFine(rowan, 'some years')
    expect(await print(rowan, `/people/${child}/journey?format=pdf`)).toMatch(/^%PDF-/)
  })
})
