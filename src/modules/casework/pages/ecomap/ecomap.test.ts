import { beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)
const url = '/people/:personId/ecomap'
let worker: Actor
let personId: Uuid
let params: { personId: Uuid }
const visitor = {
  name: 'Halina Madeup',
  role: 'health_visitor',
  'since-day': '1',
  'since-month': '1',
  'since-year': '2022',
}

beforeAll(async () => {
  worker = await makers.worker()
  personId = await makers.person({ given: 'Linus', family: 'Drawnfield' })
  params = { personId }
  await makers.allocation({ personId, teamId: await makers.team(), workerId: worker.id })
  await ask(worker, 'POST', '/people/:personId/involved', { params, sent: visitor })
})

const show = async (query: Record<string, string> = {}) =>
  contentOf(await ask(worker, 'GET', url, { params, query }))
const dated = (year: string) => ({ 'noted-day': '1', 'noted-month': '3', 'noted-year': year })

test('shows who works with the child before anybody has said how the tie is', async () => {
  const page = await show()
  expect(page).toContain('Halina Madeup')
  expect(page).toMatch(/Halina Madeup[\s\S]*Not said/)
  expect(page).not.toContain('data-tie')
})

test('a tie is said with its author and day, and said again; the day asked for shows what held then', async () => {
  const club = { tie: '', label: 'Riverside football', kind: 'place', direction: 'to_child' }
  const say = (sent: Record<string, string>) => ask(worker, 'POST', url, { params, sent })
  expect(contentOf(await say({ ...club, label: '', strength: '' }))).toMatch(
    /Enter the name[\s\S]*Select how the tie is/,
  )
  expect(await say({ ...club, strength: 'strong', remark: 'Twice a week', ...dated('2023') })).toMatchObject({
    kind: 'redirect',
  })
  const key = 'label:place:Riverside football'
  expect(await say({ tie: key, strength: 'tenuous', direction: 'both', ...dated('2025') })).toMatchObject({
    kind: 'redirect',
  })
  expect(await show({ on: '2022-02-01' })).not.toContain('Riverside')
  expect(await show({ on: '2024-01-01' })).toMatch(
    /data-tie="strong"[\s\S]*Twice a week[\s\S]*Worker Madeup\d+, 1 March 2023/,
  )
  const now = await show()
  expect(now).toContain('data-tie="tenuous"')
  expect(now).not.toContain('Twice a week')
  const end = /\/people\/[^/]+\/ecomap\/([0-9a-f-]{36})\/end/.exec(now)?.[1] ?? ''
  const ended = { params: { ...params, linkId: end } }
  expect(await ask(worker, 'POST', `${url}/:linkId/end`, ended)).toMatchObject({ kind: 'redirect' })
  expect(await show()).not.toContain('Riverside')
  expect(await ask(worker, 'POST', `${url}/:linkId/end`, ended)).toEqual({ kind: 'not_found' })
})

test('somebody hidden leaves no trace, even where a tie to them was said', async () => {
  const hidden = await makers.person({ given: 'Secretia', family: 'Drawnfield' })
  const { familyId } = await makers.family({ children: [personId, hidden], adults: 0 })
  expect(familyId).toBeTruthy()
  await record.as({ id: worker.id, class: 'practitioner' }, async work => {
    const { sayTie } = await import('../../commands/ecomapLinks.ts')
    const about = { kind: 'person', label: null, otherId: hidden, involvementId: null, remark: null } as const
    await sayTie(work, { personId, ...about, strength: 'stressful', direction: 'none', notedOn: work.today })
  })
  expect(await show()).toContain('Secretia')
  await makers.restriction({ subjectId: hidden })
  expect(await show()).not.toContain('Secretia')
})

test('draws who lives with the child in the middle on the days that they do, and says so in the table', async () => {
  const aunt = await makers.person({ given: 'Petra', family: 'Drawnfield' })
  await record.as(serviceActor('storyteller'), async work => {
    const db = work.db<Record<string, Record<string, unknown>>>()
    const familyId = makeUuid()
    const householdId = makeUuid()
    await db.insertInto('family').values({ id: familyId, reference: 'F-ECO' }).execute()
    for (const id of [personId, aunt])
      await db
        .insertInto('family_member')
        .values({ id: makeUuid(), family_id: familyId, person_id: id, role: id === aunt ? 'adult' : 'child' })
        .execute()
    await db
      .insertInto('household')
      .values({ id: householdId, family_id: familyId, label: 'Aunt’s home' })
      .execute()
    for (const id of [personId, aunt])
      await db
        .insertInto('household_member')
        .values({ id: makeUuid(), household_id: householdId, person_id: id, started_on: '2023-06-01' })
        .execute()
  })
  const now = await show()
  expect(now).toContain('data-household="1"')
  expect(now).toMatch(/Petra Drawnfield[\s\S]*Lives with the child/)
  expect(await show({ on: '2023-05-31' })).not.toContain('data-household')
})

test('downloads as SVG and tagged PDF', async () => {
  const file = async (format: string) => {
    const reply = await ask(worker, 'GET', url, { params, query: { format } })
    if (reply.kind === 'print') return reply.make()
    return reply.kind === 'file' ? reply.bytes : Buffer.of()
  }
  expect(Buffer.from(await file('svg')).toString()).toMatch(/^<\?xml[\s\S]*<style>/)
  const { tags } = expectTagged(await file('pdf'), {
    title: 'Ecomap as at',
    says: ['Ecomap as at', 'In words', 'Who or what', 'Halina Madeup'],
    tags: ['H2', 'Figure', 'Table', 'TH'],
  })
  expect(tags.find(({ tag }) => tag === 'Figure')?.alt).toContain('who live with them')
})

test('is hidden from who has no access', async () => {
  expect(await ask(await makers.worker(), 'GET', url, { params })).toEqual({ kind: 'not_found' })
})
