import { expect, test } from 'vitest'
import type { AgenciesTables } from '#modules/agencies'
import { type WorkforceTables, workforceModule } from '#modules/workforce'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { northmarsh } from '#test/demoCounties.ts'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../../modules/agencies/testing/askRoute.ts'
import { registerModules } from '../../../modules.ts'

type Tables = AgenciesTables & WorkforceTables

registerModules()
const record = await testRecord(2, northmarsh())
const reader = await record.makers.worker({ class: 'director' })
async function page(path: string): Promise<string> {
  const reply = await record.as(reader, work => askRoute(workforceModule.routes, work, 'GET', path))
  return reply.kind === 'page' ? String(reply.content) : reply.kind
}

test('a team is over the number, and says so', async () => {
  const text = await page('/workforce/caseload')
  expect(text).toMatch(/: over 15/)
  expect(text).toContain('Over 15')
})

test('caseload moved over two years', async () => {
  const text = await page('/workforce/caseload')
  const ratios = [
    ...text.matchAll(/<text class="kith-drawing__small"[^>]*text-anchor="middle">([\d.]+)</g),
  ].map(([, ratio]) => ratio)
  expect(new Set(ratios).size).toBeGreaterThan(3)
})

test('Cabinet was recommended one sum and endorsed another', async () => {
  expect(await page('/workforce/decisions')).toContain('+£37,000, +8.0%')
  const [, id] =
    /\/workforce\/invest-to-save\/([0-9a-f-]{36})/.exec(await page('/workforce/invest-to-save')) ?? []
  const text = await page(`/workforce/invest-to-save/${id}`)
  expect(text).toContain('166.4 weeks')
  expect(text).toContain('Before and after is not proof')
})

test('a scenario of eight and three is saved', async () => {
  const text = await page('/workforce/capacity')
  expect(text).toContain('Eight workers and three leaders')
  expect(text).toContain('£462,000')
})

test('a split whose new team exists can be carried out by the manager of both', async () => {
  const [split] = await record.as(serviceActor('verifier'), work =>
    work
      .db<Tables>()
      .selectFrom('team_split')
      .innerJoin('post', 'post.team_id', 'team_split.into_team_id')
      .innerJoin('post as old', join =>
        join.onRef('old.worker_id', '=', 'post.worker_id').onRef('old.team_id', '=', 'team_split.team_id'),
      )
      .innerJoin('worker', 'worker.id', 'post.worker_id')
      .select(['team_split.id', 'post.worker_id as workerId', 'worker.display_name as name'])
      .where('post.role', '=', 'team_manager')
      .where('old.role', '=', 'team_manager')
      .execute(),
  )
  expect(split?.name).toBe('Gwen Hollinwood')
  const gwen = { id: split?.workerId ?? makeUuid(), class: 'practitioner' } as const
  const reply = await record.as(gwen, work =>
    askRoute(workforceModule.routes, work, 'GET', `/workforce/splits/${split?.id}`),
  )
  const text = reply.kind === 'page' ? String(reply.content) : reply.kind
  expect(text).toContain('North 1 becomes two')
  expect(text).toMatch(/Carry out the transfers for \d+ child/)
})
