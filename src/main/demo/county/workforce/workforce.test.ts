import { expect, test } from 'vitest'
import { workforceModule } from '#modules/workforce'
import type { Reply } from '#platform/http'
import { londonDate } from '#reference'
import { northmarsh } from '#test/demoCounties.ts'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../../modules/agencies/testing/askRoute.ts'
import { registerModules } from '../../../modules.ts'
import { rolloutCalendar, waveOf } from './calendar.ts'
import { teamsPlanned } from './newTeams.ts'

registerModules()
const record = await testRecord(2, northmarsh())
const today = londonDate(Temporal.Now.instant())
const [first] = rolloutCalendar(today).waves
const reader = await record.makers.worker({ class: 'director' })
const ask = (path: string): Promise<Reply> =>
  record.as(reader, work => askRoute(workforceModule.routes, work, 'GET', path))
async function page(path: string): Promise<string> {
  const reply = await ask(path)
  return reply.kind === 'page' ? String(reply.content).replaceAll(/<[^>]+>/g, '') : reply.kind
}
const csv = async (path: string): Promise<readonly (readonly unknown[])[]> => {
  const reply = await ask(path)
  return reply.kind === 'csv' ? [...reply.rows] : []
}

test('twenty-two teams are in waves of five, six and eleven', () => {
  const waves = [0, 1, 2, 3, 4].flatMap(area =>
    Array.from({ length: teamsPlanned(area) }, (_, index) => waveOf(area, index + 1)),
  )
  expect([1, 2, 3].map(wave => waves.filter(one => one === wave).length)).toEqual([5, 6, 11])
})

test('on 1 July eleven have started', async () => {
  const year = first?.plannedOn.year
  expect(await page(`/workforce/roll-out?on=${year}-07-01`)).toContain('11 of 22 teams')
  expect(await page(`/workforce/roll-out?on=${year}-05-01`)).toContain('5 of 22 teams')
})

test('forty social workers and seventeen other professionals have started', async () => {
  expect(await page('/workforce/roll-out')).toContain('40 social workers and 17 other professionals')
})

test('mental health posts are vacant, with the professions that are sought', async () => {
  const vacant = await csv('/workforce/posts?format=csv&state=vacant&discipline=mental_health')
  expect(vacant).toHaveLength(20)
  expect(new Set(vacant.map(row => row[4])).size).toBe(4)
  expect(vacant.every(row => Number(row[10]) > 0 && String(row[12]).includes('incomplete'))).toBe(true)
})

test('two teams are complete', async () => {
  const teams = await csv('/workforce/completeness?format=csv')
  expect(teams).toHaveLength(22)
  expect(teams.filter(row => row.at(-1) === 'Complete').map(row => row[0])).toEqual(['East 1', 'North 1'])
})

test('the grant is 4,860,000 pounds, of which some is spent and some remains', async () => {
  const [grant] = await csv('/workforce/funding?format=csv')
  expect(grant?.[4]).toBe(4_860_000)
  expect(Number(grant?.[5])).toBeGreaterThan(300_000)
  expect(Number(grant?.[6])).toBeGreaterThan(0)
})
