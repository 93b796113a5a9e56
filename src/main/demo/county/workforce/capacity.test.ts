import { expect, test } from 'vitest'
import { workforceModule } from '#modules/workforce'
import { northmarsh } from '#test/demoCounties.ts'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../../modules/agencies/testing/askRoute.ts'
import { registerModules } from '../../../modules.ts'

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
