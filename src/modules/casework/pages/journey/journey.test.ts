import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { registries } from '../../registry/registries.ts'
import type { TimelineSource } from '../../registry/timelineSource.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)
const url = '/people/:personId/journey'
let worker: Actor
let child: Uuid
let sibling: Uuid

const day = (text: string) => Temporal.PlainDate.from(text)
const plans: TimelineSource = {
  name: 'plans',
  entries: async () => [],
  bands: async (_, personIds) =>
    personIds.map(personId => ({
      personId,
      row: 'protection_plan',
      startedOn: day('2016-02-01'),
      endedOn: day('2017-05-01'),
      label: 'Neglect',
    })),
}

beforeAll(async () => {
  registries.timelineSources.push(plans)
  worker = await makers.worker()
  child = await makers.person({ given: 'Linus', family: 'Drawnfield' })
  sibling = await makers.person({ given: 'Maud', family: 'Drawnfield' })
  await makers.family({ children: [child, sibling], adults: 0 })
  const teamId = await makers.team()
  for (const personId of [child, sibling])
    await makers.allocation({ personId, teamId, workerId: worker.id, startedOn: '2020-03-01' })
})

const show = async (query: Record<string, string> = {}) =>
  contentOf(await ask(worker, 'GET', url, { params: { personId: child }, query }))

test('shows plans, and who held the case, as bands and in words', async () => {
  const page = await show()
  expect(page).toContain('data-band="Neglect"')
  expect(page).toMatch(/Protection plans[\s\S]*Neglect[\s\S]*1 February 2016[\s\S]*1 May 2017/)
  expect(page).toMatch(/data-band="Worker Madeup\d+"/)
  expect(page).toContain('Goes on')
})

test('shows chosen years only, in the drawing and in words', async () => {
  const page = await show({ from: '2020', until: '2021' })
  expect(page).not.toContain('data-band="Neglect"')
  expect(page).not.toContain('1 February 2016')
  expect(page).toMatch(/data-band="Worker Madeup\d+"/)
})

test('shows each child of the family in rows of their own', async () => {
  const page = await show({ of: 'family' })
  expect(page.match(/data-band="Neglect"/g)).toHaveLength(2)
  expect(page).toContain('Maud Drawnfield')
  await makers.restriction({ subjectId: sibling })
  expect(await show({ of: 'family' })).not.toContain('Maud')
})

test('prints, and is not there for a stranger', async () => {
  const pdf = await ask(worker, 'GET', url, { params: { personId: child }, query: { format: 'pdf' } })
  if (pdf.kind !== 'print') throw new Error(pdf.kind)
  const { tags } = expectTagged(await pdf.make(), {
    title: 'Journey',
    says: ['Journey', 'In words', 'Child', 'Protection plans', 'Neglect', '1 February 2016'],
    tags: ['H2', 'Figure', 'Table', 'TH'],
  })
  expect(tags.find(({ tag }) => tag === 'Figure')?.alt).toContain('as bands from')
  const csv = await ask(worker, 'GET', url, { params: { personId: child }, query: { format: 'csv' } })
  expect(csv.kind === 'csv' && [...csv.rows].length).toBe(2)
  const stranger = await makers.worker()
  expect(await ask(stranger, 'GET', url, { params: { personId: child } })).toEqual({ kind: 'not_found' })
})
