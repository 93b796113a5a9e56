import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import type { CaseworkTables } from '../tables.ts'
import { makeClock } from './testing/makeClock.ts'
import { workList } from './workList.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())

test('lists the clocks of every child held, in any role, and own tasks, soonest first', async () => {
  const [worker, colleague] = [await makers.worker(), await makers.worker()]
  const teamId = await makers.team()
  const [led, chaired, other] = [await makers.person(), await makers.person(), await makers.person()]
  await makers.allocation({ personId: led, teamId, workerId: worker.id })
  await makers.allocation({ personId: chaired, teamId, workerId: worker.id, role: 'conference_chair' })
  await makers.allocation({ personId: other, teamId, workerId: colleague.id })
  const late = await makeClock(record, { personId: led, dueOn: today.subtract({ days: 3 }) })
  const review = await makeClock(record, {
    personId: chaired,
    definitionId: 'RCPC_N',
    dueOn: today.add({ days: 9 }),
  })
  await makeClock(record, { personId: led, dueOn: today, outcome: 'on_time', satisfiedOn: today })
  await makeClock(record, { personId: other, dueOn: today })
  const task = makeUuid()
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<CaseworkTables>()
      .insertInto('task')
      .values({
        id: task,
        person_id: led,
        worker_id: worker.id,
        title: 'Telephone the school',
        due_on: today,
      })
      .execute(),
  )
  const items = await record.as(worker, work => workList(work, worker.id))
  expect(items.map(({ id, role }) => [id, role])).toEqual([
    [late, 'lead_social_worker'],
    [task, 'lead_social_worker'],
    [review, 'conference_chair'],
  ])
})

test('leaves out a child whose allocation has ended, and one who became restricted', async () => {
  const worker = await makers.worker()
  const teamId = await makers.team()
  const [gone, hidden] = [await makers.person(), await makers.person()]
  await makers.allocation({ personId: gone, teamId, workerId: worker.id, endedOn: '2021-01-01' })
  await makers.allocation({ personId: hidden, teamId, workerId: worker.id })
  for (const personId of [gone, hidden]) await makeClock(record, { personId, dueOn: today })
  expect(await record.as(worker, work => workList(work, worker.id))).toHaveLength(1)
  await makers.restriction({ subjectId: hidden })
  expect(await record.as(worker, work => workList(work, worker.id))).toEqual([])
})

/** An action in a running child in need plan of this child, owned by the worker. */
async function ownedAction(
  owner: Uuid,
  given: { readonly personId: Uuid; readonly endedOn?: Temporal.PlainDate; readonly isAchieved?: boolean },
) {
  const [referralId, planId, outcomeId, actionId] = [makeUuid(), makeUuid(), makeUuid(), makeUuid()]
  const { personId } = given
  const startedOn = today.subtract({ days: 30 })
  const rows: readonly (readonly [string, object])[] = [
    ['referral', { id: referralId, received_on: startedOn }],
    [
      'cin_plan',
      { id: planId, referral_id: referralId, started_on: startedOn, ended_on: given.endedOn ?? null },
    ],
    [
      'plan_outcome',
      {
        id: outcomeId,
        plan_kind: 'cin_plan',
        plan_id: planId,
        outcome: 'Sleeps',
        status: given.isAchieved ? 'achieved' : 'open',
        ended_on: given.isAchieved ? today : null,
      },
    ],
    [
      'plan_action',
      { id: actionId, outcome_id: outcomeId, what: 'Find a bed', owner_worker_id: owner, due_on: startedOn },
    ],
  ]
  await record.as(serviceActor('storyteller'), async work => {
    for (const [table, values] of rows)
      await work
        .db<Record<string, object>>()
        .insertInto(table)
        .values({ ...values, person_id: personId })
        .execute()
  })
  return actionId
}

test('lists the actions that a worker owns in running plans, of children held or not, until they are done', async () => {
  const [worker, colleague] = [await makers.worker(), await makers.worker()]
  const teamId = await makers.team()
  const [held, involved, unseen] = [await makers.person(), await makers.person(), await makers.person()]
  await makers.allocation({ personId: held, teamId, workerId: worker.id })
  await makers.allocation({ personId: involved, teamId, workerId: colleague.id })
  await makers.involvement({ personId: involved, workerId: worker.id })
  const own = await ownedAction(worker.id, { personId: held })
  const beside = await ownedAction(worker.id, { personId: involved })
  await ownedAction(colleague.id, { personId: held })
  await ownedAction(worker.id, { personId: unseen })
  await ownedAction(worker.id, { personId: held, endedOn: today })
  await ownedAction(worker.id, { personId: held, isAchieved: true })
  const items = () => record.as(worker, work => workList(work, worker.id))
  const seen = new Map((await items()).map(item => [item.id, [item.kind, item.role, item.title]]))
  expect(seen).toEqual(
    new Map([
      [own, ['action', 'lead_social_worker', 'Find a bed']],
      [beside, ['action', null, 'Find a bed']],
    ]),
  )
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<CaseworkTables>()
      .updateTable('plan_action')
      .set({ done_on: today, result: 'Found' })
      .where('id', '=', own)
      .execute(),
  )
  expect((await items()).map(({ id }) => id)).toEqual([beside])
})
