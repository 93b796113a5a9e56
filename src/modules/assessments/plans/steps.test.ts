import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askPage } from '../../casework/testing/askPage.ts'
import { stepsRoutes } from './stepsRoute.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, stepsRoutes)
const today = londonDate(Temporal.Now.instant())
const firstOf = (monthsAgo: number) => today.with({ day: 1 }).subtract({ months: monthsAgo })

test('counts each plan in the month in which it ended or was stepped up, a year of them, of children one sees', async () => {
  const teamId = await makers.team()
  const [manager, stranger] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const tell = (table: string, values: object) =>
    record.as(serviceActor('storyteller'), work =>
      work.db<Record<string, object>>().insertInto(table).values(values).execute(),
    )
  const plan = async (endedOn: Temporal.PlainDate | null, endReason: string | null) => {
    const personId = await makers.person()
    await makers.allocation({ personId, teamId })
    const [referralId, planId] = [makeUuid(), makeUuid()]
    await tell('referral', { id: referralId, person_id: personId, received_on: '2020-01-01' })
    await tell('cin_plan', {
      id: planId,
      person_id: personId,
      referral_id: referralId,
      started_on: '2020-01-02',
      ended_on: endedOn,
      end_reason: endReason,
    })
    return { personId, planId }
  }
  await plan(firstOf(0), 'step_down_early_help')
  await plan(firstOf(11), 'outcomes_met')
  await plan(firstOf(12), 'outcomes_met')
  const { personId, planId } = await plan(null, null)
  for (const heldOn of [firstOf(2), firstOf(2).add({ days: 3 }), firstOf(1)])
    await tell('plan_review', {
      id: makeUuid(),
      person_id: personId,
      plan_kind: 'cin_plan',
      plan_id: planId,
      held_on: heldOn,
      progress: 'Worse',
      child_view: 'I am afraid',
      parent_view: 'No',
      decision: 'step_up',
    })
  const rows = async (who: typeof manager) => {
    const reply = await ask(who, 'GET', '/plan-steps', { query: { format: 'csv' } })
    if (reply.kind !== 'csv') throw new Error(reply.kind)
    return [...reply.rows].map(([, ...counts]) => counts)
  }
  const none = [0, 0, 0]
  const between = Array.from({ length: 8 }, () => none)
  expect(await rows(manager)).toEqual([[0, 0, 1], ...between, [1, 0, 0], [1, 0, 0], [0, 1, 1]])
  expect((await rows(stranger)).flat().every(count => count === 0)).toBe(true)
})
