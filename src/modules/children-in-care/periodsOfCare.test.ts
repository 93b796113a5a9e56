import { beforeAll, expect, test } from 'vitest'
import type { Actor, ServiceTables } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../main/modules.ts'
import { askPage, contentOf } from '../casework/testing/askPage.ts'
import { childrenInCareModule } from './module.ts'
import { periodsOf } from './queries/periodsOf.ts'
import { careBar } from './record/careBar.ts'
import { careFlag } from './record/careFlag.ts'
import { careSection } from './record/careSection.ts'
import { careTimeline } from './record/careTimeline.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const ask = askPage(record.as, childrenInCareModule.routes)
let teamId: Uuid
let worker: Actor
let manager: Actor

beforeAll(async () => {
  teamId = await makers.team()
  ;[worker, manager] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
})

async function heldChild(): Promise<Uuid> {
  const personId = await makers.person({ given: 'Jory', family: 'Madeup', born: '2015-05-05' })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  return personId
}
const day = (name: string, on: string) => {
  const { day: ofMonth, month, year } = Temporal.PlainDate.from(on)
  return { [`${name}-day`]: `${ofMonth}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
}
const begin = (personId: Uuid, on: string, more: Record<string, unknown> = {}, actor = worker) =>
  ask(actor, 'POST', '/people/:personId/care/new', {
    params: { personId },
    sent: { ...day('started', on), under: 'V2', ...more },
  })
const standing = (personId: Uuid) => record.as(worker, work => periodsOf(work, [personId]))
async function begun(personId: Uuid, on = '2026-03-02') {
  expect(await begin(personId, on)).toMatchObject({ kind: 'redirect', location: `/people/${personId}/care` })
  const period = (await standing(personId)).at(-1)
  if (period === undefined) throw new Error('It was recorded')
  return period
}
const sendTo = (
  what: 'end' | 'change' | 'withdraw',
  params: { personId: Uuid; periodId: Uuid },
  sent: Record<string, unknown>,
) => ask(worker, 'POST', `/people/:personId/care/:periodId/${what}`, { params, sent })
const says = (reply: Awaited<ReturnType<typeof begin>>) =>
  reply.kind === 'page' ? `${reply.content}`.replaceAll(/<[^>]+>/g, ' ') : reply.kind

test('who works with the child records that they are looked after; the team’s manager reads of it', async () => {
  const personId = await heldChild()
  await begun(personId)
  const notices = await record.as(manager, work =>
    work.db<ServiceTables>().selectFrom('app.notice').select(['kind', 'path']).execute(),
  )
  expect(notices).toContainEqual({ kind: 'care_began', path: `/people/${personId}/care` })
  const page = await ask(worker, 'GET', '/people/:personId/care', { params: { personId } })
  expect(contentOf(page)).toContain('Looked after since 2 March 2026')
})

test('it stands in the record, its flags, its chronology and in the way of closing', async () => {
  const personId = await heldChild()
  await begun(personId)
  await record.as(worker, async work => {
    expect((await careFlag(work, [personId])).get(personId)).toMatchObject([{ code: 'in_care' }])
    expect(`${await careSection.show(work, personId)}`).toContain('Accommodated by agreement')
    expect(await careTimeline.entries(work, [personId])).toMatchObject([{ title: 'Became looked after' }])
    expect(await careBar(work, [personId], 'case')).toHaveLength(1)
    expect(await careBar(work, [personId], 'cin_plan')).toEqual([])
  })
})

test('refuses a second period of the same time, also when both are sent at once', async () => {
  const personId = await heldChild()
  await begun(personId)
  expect(says(await begin(personId, '2026-04-01'))).toContain(
    'on record as looked after from 2 March 2026 on',
  )
  const other = await heldChild()
  const replies = await Promise.all([begin(other, '2026-03-02'), begin(other, '2026-03-03')])
  expect(replies.map(({ kind }) => kind).sort()).toEqual(['page', 'redirect'])
  expect(await standing(other)).toHaveLength(1)
})

test('ends, and the next may begin the same day', async () => {
  const personId = await heldChild()
  const { id: periodId } = await begun(personId)
  const end = { ...day('ended', '2026-05-05'), why: 'E4A', version: '1' }
  expect((await sendTo('end', { personId, periodId }, end)).kind).toBe('redirect')
  await begun(personId, '2026-05-05')
  expect(await standing(personId)).toMatchObject([{ ended: { why: 'E4A' } }, { ended: null }])
  expect((await sendTo('end', { personId, periodId }, end)).kind).toBe('not_found')
})

test('is corrected, and opened again where it goes on after all', async () => {
  const personId = await heldChild()
  const { id: periodId } = await begun(personId)
  await sendTo('end', { personId, periodId }, { ...day('ended', '2026-05-05'), why: 'E4A', version: '1' })
  const corrected = { ...day('started', '2026-03-01'), under: 'C1', version: '2' }
  expect((await sendTo('change', { personId, periodId }, corrected)).kind).toBe('redirect')
  expect(await standing(personId)).toMatchObject([{ beganUnder: 'C1', ended: null, version: 3 }])
})

test('a stale form changes nothing and shows both', async () => {
  const personId = await heldChild()
  const { id: periodId } = await begun(personId)
  const sent = { ...day('started', '2026-03-01'), under: 'C1', version: '7' }
  expect(await sendTo('change', { personId, periodId }, sent)).toMatchObject({ kind: 'page', status: 409 })
  expect(await standing(personId)).toMatchObject([{ beganUnder: 'V2', version: 1 }])
})

test('what was an error counts nowhere and frees its time', async () => {
  const personId = await heldChild()
  const { id: periodId } = await begun(personId)
  expect(says(await sendTo('withdraw', { personId, periodId }, { reason: '', version: '1' }))).toContain(
    'Enter why it was recorded in error',
  )
  await sendTo('withdraw', { personId, periodId }, { reason: 'His brother', version: '1' })
  expect(await standing(personId)).toEqual([])
  await begun(personId, '2026-04-01')
})

test('nobody else records or reads it, nor under another child’s address', async () => {
  const [personId, other] = [await heldChild(), await heldChild()]
  const { id: periodId } = await begun(personId)
  const stranger = await makers.worker()
  expect((await begin(personId, '2026-01-01', {}, stranger)).kind).toBe('not_found')
  const sent = { reason: 'Not mine', version: '1' }
  expect((await sendTo('withdraw', { personId: other, periodId }, sent)).kind).toBe('not_found')
  expect(await record.as(stranger, work => periodsOf(work, [personId]))).toEqual([])
  expect(await standing(personId)).toHaveLength(1)
})

test('a data-quality officer reads that a child is looked after, and since when', async () => {
  const personId = await heldChild()
  await begun(personId)
  const officer = await makers.worker({ class: 'data_quality' })
  const flags = await record.as(officer, work => careFlag(work, [personId]))
  expect(flags.get(personId)).toMatchObject([{ code: 'in_care' }])
  expect(await record.as(officer, work => periodsOf(work, [personId]))).toHaveLength(1)
})

test('says what to do about days that cannot be, and keeps what was typed', async () => {
  const personId = await heldChild()
  expect(says(await begin(personId, '2015-05-04'))).toContain('on or after the child’s date of birth')
  expect(says(await begin(personId, '2026-03-02', { under: '' }))).toContain('Select the legal status')
  const half = says(await begin(personId, '2026-03-02', { why: 'E4A' }))
  expect(half).toContain('Enter the day on which it ended')
  expect(await standing(personId)).toEqual([])
})
