import { beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PrintProgress } from '#platform/print'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { addSignificantEvent } from '../../commands/addSignificantEvent.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { SIXTY_PAGES, tellLongChronology } from '../../testing/longChronology.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)
const list = '/people/:personId/court-chronologies'
const one = '/court-chronologies/:chronologyId'
let worker: Actor
let child: Uuid
let chronologyId: Uuid

const dated = (name: string, [year = '', month = '', day = '']: readonly string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const period = { ...dated('from', ['2020', '1', '1']), ...dated('until', ['2024', '12', '31']) }

beforeAll(async () => {
  worker = await makers.worker()
  child = await makers.person({ given: 'Linus', family: 'Drawnfield' })
  const uncle = await makers.person({ given: 'Barnaby', family: 'Strangerly' })
  await makers.family({ children: [child], adults: [uncle] })
  await makers.allocation({ personId: child, teamId: await makers.team(), workerId: worker.id })
  for (const [happenedOn, description] of [
    ['2021-05-05', 'Barnaby Strangerly came to the house at night'],
    ['2022-06-06', 'Police were called'],
    ['2022-06-07', 'Police came again'],
    ['2025-01-01', 'Too late for this document'],
  ] as const)
    await record.as(worker, work =>
      addSignificantEvent(work, {
        personIds: [child],
        happenedOn: Temporal.PlainDate.from(happenedOn),
        description,
        source: 'Visit',
        impact: 'He was afraid',
      }),
    )
})

const show = async (query: Record<string, string> = {}) =>
  contentOf(await ask(worker, 'GET', one, { params: { chronologyId }, query }))
const lineId = (page: string, text: string) =>
  new RegExp(`${text}[\\s\\S]*?/lines/([0-9a-f-]{36})`).exec(page)?.[1] ?? ''
const curate = (id: string, sent: Record<string, string>) =>
  ask(worker, 'POST', `${one}/lines/:lineId`, { params: { chronologyId, lineId: id }, sent })
const printed = async () => {
  const reply = await ask(worker, 'GET', one, { params: { chronologyId }, query: { format: 'csv' } })
  return reply.kind === 'csv' ? [...reply.rows].map(row => String(row[1])) : []
}

test('is made of the significant events of a period, in which others’ names are warned of', async () => {
  const params = { personId: child }
  expect(contentOf(await ask(worker, 'POST', list, { params, sent: { child: [], ...period } }))).toContain(
    'Select whom it is about',
  )
  const made = await ask(worker, 'POST', list, { params, sent: { child, entries: 'significant', ...period } })
  chronologyId = (made.kind === 'redirect' ? made.location.split('/').at(-1) : '') as Uuid // made just now
  const page = await show()
  expect(page).toContain('Police were called')
  expect(page).not.toContain('Too late')
  expect(page).toMatch(/Barnaby Strangerly: line \d+ of the print/)
})

test('a line is reworded, merged or hidden for this document alone, with who and when', async () => {
  const page = await show()
  const night = lineId(page, 'came to the house')
  const reworded = { version: '1', event: 'A relative came at night', source: 'Visit' }
  expect(contentOf(await curate(night, { ...reworded, hidden: 'yes' }))).toContain('Enter why it is left out')
  expect(await curate(night, reworded)).toMatchObject({ kind: 'redirect' })
  expect(await curate(night, { ...reworded, event: 'Other words' })).toMatchObject({
    kind: 'page',
    status: 409,
  })
  const first = lineId(page, 'Police were called')
  const second = lineId(page, 'Police came again')
  await curate(second, { version: '1', event: 'Police came again', source: 'Visit', merged_into: first })
  expect((await printed()).filter(event => /Police/.test(event))).toEqual(['Police were called'])
  const after = await show()
  expect(after).not.toContain('Barnaby Strangerly: line')
  expect(after).toMatch(/reworded[\s\S]*Worker Madeup/)
  await curate(first, {
    version: '1',
    event: 'Police were called',
    source: 'Visit',
    hidden: 'yes',
    hidden_reason: 'Not proved',
  })
  expect((await printed()).filter(event => /Police/.test(event))).toEqual([])
  const chronology = contentOf(
    await ask(worker, 'GET', '/people/:personId/chronology', { params: { personId: child } }),
  )
  expect(chronology).toContain('Barnaby Strangerly came to the house at night')
})

test('takes another agency’s line, is issued with a number, and prints as a tagged PDF', async () => {
  const sent = {
    ...dated('on', ['2023', '1', '2']),
    event: 'Absent for a week',
    source: 'Hillside School',
    other_agency: 'yes',
  }
  expect(await ask(worker, 'POST', `${one}/lines/new`, { params: { chronologyId }, sent })).toMatchObject({
    kind: 'redirect',
  })
  expect(await show()).toContain('Hillside School (other agency)')
  const issue = () =>
    ask(worker, 'POST', `${one}/issue`, { params: { chronologyId }, sent: { version: '1' } })
  expect(await issue()).toMatchObject({ success: 'Issued' })
  expect(await issue()).not.toMatchObject({ success: 'Issued' })
  expect(await show()).toContain('Issue 1,')
  const pdf = await ask(worker, 'GET', one, { params: { chronologyId }, query: { format: 'pdf' } })
  if (pdf.kind !== 'print') throw new Error(pdf.kind)
  expectTagged(await pdf.make(), {
    title: 'Chronology for court',
    says: [
      'Chronology for court',
      'Children:',
      'Date',
      'Event, and who said so',
      'Absent for a week',
      'Hillside School (other agency)',
    ],
    tags: ['Table', 'TH', 'TD', 'P'],
  })
})

test('is hidden from a stranger, and from everyone once its child is', async () => {
  const params = { chronologyId }
  expect(await ask(await makers.worker(), 'GET', one, { params })).toEqual({ kind: 'not_found' })
  await makers.restriction({ subjectId: child })
  expect(await ask(worker, 'GET', one, { params })).toEqual({ kind: 'not_found' })
})

test('a chronology of sixty pages prints, and other requests go on meanwhile', async () => {
  const personId = await makers.person()
  await makers.allocation({ personId, teamId: await makers.team(), workerId: worker.id })
  const id = await record.as(serviceActor('storyteller'), work => tellLongChronology(work, personId))
  const pdf = await ask(worker, 'GET', one, { params: { chronologyId: id }, query: { format: 'pdf' } })
  if (pdf.kind !== 'print') throw new Error(pdf.kind)
  let longest = 0
  let last = performance.now()
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const told: PrintProgress[] = []
  const bytes = Buffer.from(await pdf.make(progress => told.push(progress)))
  clearInterval(pulse)
  expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(60)
  expect(pdf.entries).toBe(SIXTY_PAGES)
  const pages = bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  expect(told.at(-1)).toEqual({ stage: 'checking', pages })
  expect(longest).toBeLessThan(400)
})
