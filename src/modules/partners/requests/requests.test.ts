import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { contributionNews } from '../contributions/contributionNews.ts'
import { contributionWork } from '../contributions/contributionWork.ts'
import { contributionRoutes } from '../contributions/index.ts'
import { openAgency } from '../testing/openAgency.ts'
import { climbRequests } from './climbRequests.ts'
import { requestRoutes } from './requestRoutes.ts'
import { requestsAbout } from './requests.ts'

const record = await testRecord()
registerModules()
const stage = await openAgency(record)
const { nurse, worker, stranger } = stage
const ask = askPage(record.as, [...contributionRoutes, ...requestRoutes])
const path = '/people/:personId/contributions'
const today = Temporal.Now.plainDateISO('Europe/London')
const day = (on: Temporal.PlainDate) => ({
  'by-day': String(on.day),
  'by-month': String(on.month),
  'by-year': String(on.year),
})
const wanted = (more = {}) => ({
  ...{ who: nurse.id, purpose: 'enquiry', question: 'Has she been weighed?', ...day(today.add({ days: 2 })) },
  ...more,
})
const send = (personId: Uuid, more = {}, by: Actor = worker) =>
  ask(by, 'POST', `${path}/requests/new`, { params: { personId }, sent: wanted(more) })
const of = (actor: Actor, personId: Uuid) => record.as(actor, work => requestsAbout(work, personId))
const only = async (personId: Uuid) => {
  const [one] = await of(worker, personId)
  if (one === undefined) throw new Error('Nothing was asked')
  return one
}
const tell = (text: ReturnType<typeof sql>) =>
  record.as(serviceActor('storyteller'), work => text.execute(work.db()))
const titles = async (actor: Actor, personId: Uuid) =>
  (await record.as(actor, work => contributionWork.items(work, actor.id)))
    .filter(one => one.personId === personId)
    .map(({ title }) => title)
const noticesOf = (actor: Actor, kind: string) =>
  record.as(actor, work =>
    work
      .db<ServiceTables>()
      .selectFrom('app.notice')
      .select('path')
      .where('worker_id', '=', actor.id)
      .where('kind', '=', kind)
      .execute(),
  )

test('a worker asks, the nurse has it on her work with its day, and what she tells answers it', async () => {
  const personId = await stage.child()
  expect(contentOf(await ask(worker, 'GET', `${path}/requests/new`, { params: { personId } }))).toContain(
    'Whom do you ask?',
  )
  expect(await send(personId)).toMatchObject({ kind: 'redirect' })
  expect(await titles(nurse, personId)).toEqual(['You are asked what you know'])
  expect(await noticesOf(nurse, 'agency_asked')).toContainEqual({ path: `/people/${personId}/contributions` })
  expect((await record.as(nurse, work => contributionNews(work, [personId]))).get(personId)?.text).toBe(
    'You are asked what you know',
  )
  const page = contentOf(await ask(nurse, 'GET', path, { params: { personId } }))
  expect(page).toContain('Has she been weighed?')
  await ask(nurse, 'POST', `${path}/new`, { params: { personId }, sent: { worries: 'Lost weight' } })
  expect(await only(personId)).toMatchObject({ answer: 'told' })
  expect(await titles(nurse, personId)).toEqual([])
  expect(await noticesOf(worker, 'agency_answered')).toHaveLength(1)
})

test('nothing known is an answer; not shared says why', async () => {
  const [one, other] = [await stage.child(), await stage.child()]
  for (const personId of [one, other]) await send(personId)
  const answer = async (personId: Uuid, sent: object) =>
    ask(nurse, 'POST', `${path}/requests/:requestId`, {
      params: { personId, requestId: (await only(personId)).id },
      sent: { ...sent },
    })
  expect(await answer(one, { answer: 'nothing_known' })).toMatchObject({ success: 'Answered' })
  expect(contentOf(await answer(other, { answer: 'not_shared' }))).toContain('Enter why it is not shared')
  expect(contentOf(await answer(other, {}))).toContain('Select your answer')
  await answer(other, { answer: 'not_shared', reason: 'He would be hurt' })
  expect(await only(other)).toMatchObject({ answer: 'not_shared', reason: 'He would be hurt' })
  expect(await answer(other, { answer: 'nothing_known' })).toMatchObject({
    success: 'It was answered before',
  })
})

test('an answer that is late is on the work of whoever asked', async () => {
  const personId = await stage.child()
  await send(personId)
  await tell(sql`update agency_request set answer_by = current_date - 3 where person_id = ${personId}`)
  expect(await titles(worker, personId)).toEqual(['An agency has not answered: ring them'])
  expect(contentOf(await ask(worker, 'GET', path, { params: { personId } }))).toContain('Was due')
})

test('what is not answered may be withdrawn by whoever writes the record, and no more once it is answered', async () => {
  const [one, other] = [await stage.child(), await stage.child()]
  for (const personId of [one, other]) await send(personId)
  const withdraw = async (personId: Uuid, by = worker) =>
    ask(by, 'POST', `${path}/requests/:requestId/withdrawal`, {
      params: { personId, requestId: (await only(personId)).id },
    })
  expect(contentOf(await ask(worker, 'GET', path, { params: { personId: one } }))).toContain('/withdrawal"')
  for (const by of [stranger, nurse]) expect(await withdraw(one, by)).toEqual({ kind: 'not_found' })
  expect(await withdraw(one)).toMatchObject({ success: 'Withdrawn. Who was asked is told' })
  expect([await titles(nurse, one), await titles(worker, one)]).toEqual([[], []])
  expect(await noticesOf(nurse, 'agency_withdrawn')).toHaveLength(1)
  await ask(nurse, 'POST', `${path}/new`, { params: { personId: other }, sent: { worries: 'Lost weight' } })
  expect(await withdraw(other)).toMatchObject({ success: 'It was answered before' })
  expect(await only(other)).toMatchObject({ answer: 'told' })
})

test('nobody answers for another by withdrawing, nor withdraws by answering', async () => {
  const personId = await stage.child()
  await send(personId)
  const set = (by: Actor, answer: string) =>
    record.as(by, work =>
      sql`update agency_request set answered_at = now(), answer = ${answer} where person_id = ${personId}`.execute(
        work.db(),
      ),
    )
  await expect(set(worker, 'nothing_known')).rejects.toThrow()
  await expect(set(nurse, 'withdrawn')).rejects.toThrow()
  expect(await only(personId)).toMatchObject({ answer: null })
})

test('a working day late it climbs once to who leads the team of whoever asked', async () => {
  const personId = await stage.child()
  await send(personId)
  const teamId = await record.makers.team()
  const lead = await record.makers.worker()
  await record.makers.post({ workerId: lead.id, teamId, role: 'team_manager' })
  await record.makers.post({ workerId: worker.id, teamId })
  const climb = () => record.as(serviceActor('listener'), climbRequests)
  await climb()
  expect(await noticesOf(lead, 'agency_late')).toEqual([])
  await tell(sql`update agency_request set answer_by = current_date - 7 where person_id = ${personId}`)
  expect(await climb()).toBeGreaterThan(0)
  expect(await climb()).toBe(0)
  expect(await noticesOf(lead, 'agency_late')).toEqual([{ path: `/people/${personId}/contributions` }])
})

test('the question is read no more once the nurse works with the child no more, unless she answered it', async () => {
  const personId = await stage.child()
  await send(personId)
  expect(await of(nurse, personId)).toHaveLength(1)
  await tell(sql`update involvement set ended_on = current_date - 1 where person_id = ${personId}`)
  expect(await of(nurse, personId)).toEqual([])
  expect(await of(worker, personId)).toHaveLength(1)
})

test('who does not hold the record asks nothing, and nobody is asked who does not work with the child', async () => {
  const personId = await stage.child()
  for (const by of [stranger, nurse]) expect(await send(personId, {}, by)).toEqual({ kind: 'not_found' })
  expect(contentOf(await send(personId, { who: stranger.id }))).toContain('Select whom you ask')
  const past = contentOf(await send(personId, day(today.subtract({ days: 1 }))))
  expect(past).toContain('By when must be today or later')
  await expect(
    record.as(worker, work =>
      sql`insert into agency_request (person_id, worker_id, asked_by, asked_at, purpose, question, answer_by)
        values (${personId}, ${stranger.id}, ${worker.id}, now(), 'plan', 'What?', current_date)`.execute(
        work.db(),
      ),
    ),
  ).rejects.toThrow('row-level security')
  expect(await of(worker, personId)).toEqual([])
})
