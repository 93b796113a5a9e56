import { describe, expect, test } from 'vitest'
import { tellLongChronology } from '../../src/modules/casework/testing/longChronology.ts'
import { serviceActor } from '../../src/platform/db/index.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

/** So long that it takes seconds wherever it is made. */
const LINES = 4000

const team = await openTeam()
const { makers } = team.record
const teamId = await makers.team()
const author = await makers.worker()
await makers.post({ workerId: author.id, teamId })
const child = await makers.person()
await makers.allocation({ personId: child, teamId, workerId: author.id })
const id = await team.record.as(serviceActor('storyteller'), work => tellLongChronology(work, child, LINES))
const printPath = `/court-chronologies/${id}?format=pdf`

const isReady = (someone: Visitor) =>
  someone.page.getByRole('heading', { level: 1, name: 'Your document is ready' }).waitFor({ timeout: 60_000 })
const rowOf = (someone: Visitor, key: string) =>
  someone.page
    .locator('.govuk-summary-list__row', { hasText: key })
    .locator('.govuk-summary-list__value')
    .innerText()

async function fetched(someone: Visitor): Promise<Buffer> {
  const link = someone.page.getByRole('button', { name: /^Download the document/ })
  const path = await link.getAttribute('href')
  const answer = await someone.page.request.get(`${team.origin}${path}`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return answer.body()
}

describe('a chronology of thousands of entries', () => {
  test.each([
    ['in place, by a script', true],
    ['by loading itself again, without scripts', false],
  ])('shows how far its print is %s, and then offers it', async (_how, javaScript) => {
    const rowan = await team.visitAs(author, { javaScript })
    await rowan.open(printPath)
    const { page } = rowan
    const address = page.url()
    expect(await page.locator('h1').innerText()).toBe('Your document is being made')
    // Asked for twice, made once. Not by the page itself, which is about to load itself again.
    expect((await page.request.get(`${team.origin}${printPath}`)).url()).toBe(address)
    expect(await rowOf(rowan, 'Record read')).toBe(`Done: ${LINES} entries`)
    if (javaScript) expect(await faults(rowan, '/prints/:printId, under way')).toEqual([])
    await isReady(rowan)
    expect(page.url()).toBe(address)
    expect(await rowOf(rowan, 'Laid out')).toMatch(/^Done: \d{3,} pages$/)
    if (javaScript) expect(await faults(rowan, '/prints/:printId')).toEqual([])
    expect((await fetched(rowan)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
