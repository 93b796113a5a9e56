import { expect, test } from 'vitest'
import { type CaseworkTables, qualityIssues } from '#modules/casework'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import type { AssessmentsTables } from '../tables.ts'
import { planQuality } from './planQuality.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())
const ago = (days: number) => today.subtract({ days })

test('an action past its day at two reviews is asked about once, at one review not yet, and not when it is done', async () => {
  const teamId = await makers.team()
  const manager = await makers.worker()
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const office = await makers.worker({ class: 'data_quality' })
  const child = async (dueOn: Temporal.PlainDate, doneOn: Temporal.PlainDate | null): Promise<Uuid> => {
    const personId = await makers.person()
    await makers.allocation({ personId, teamId, startedOn: ago(200).toString() })
    const [referralId, planId, outcomeId] = [makeUuid(), makeUuid(), makeUuid()]
    await record.as(manager, async work => {
      const db = work.db<
        CaseworkTables &
          AssessmentsTables & { referral: { id: Uuid; person_id: Uuid; received_on: Temporal.PlainDate } }
      >()
      await db
        .insertInto('referral')
        .values({ id: referralId, person_id: personId, received_on: ago(200) })
        .execute()
      await db
        .insertInto('cin_plan')
        .values({ id: planId, person_id: personId, referral_id: referralId, started_on: ago(190) })
        .execute()
      const plan = { person_id: personId, plan_kind: 'cin_plan', plan_id: planId } as const
      await db
        .insertInto('plan_outcome')
        .values({ ...plan, id: outcomeId, outcome: 'Sleeps' })
        .execute()
      for (const what of ['Find a bed', 'Find a lamp'])
        await db
          .insertInto('plan_action')
          .values({
            person_id: personId,
            outcome_id: outcomeId,
            what,
            owner_name: 'Aunt Jo',
            due_on: dueOn,
            done_on: doneOn,
          })
          .execute()
      for (const heldOn of [ago(110), ago(30)])
        await db
          .insertInto('plan_review')
          .values({
            ...plan,
            held_on: heldOn,
            progress: 'Slow',
            child_view: 'I share',
            parent_view: 'Soon',
            decision: 'continue',
          })
          .execute()
    })
    return personId
  }
  const twice = await child(ago(120), null)
  await child(ago(60), null)
  await child(ago(120), ago(10))
  for (const reader of [manager, office]) {
    const issues = await record.as(reader, work => qualityIssues(work, [planQuality]))
    expect(issues.map(({ personId, on }) => [personId, on])).toEqual([[twice, ago(120)]])
    expect(issues[0]?.href).toMatch(new RegExp(`^/people/${twice}/plan/actions/`))
  }
})

test('a plan that says nothing is asked about until it ends, and as it was known then', async () => {
  const teamId = await makers.team()
  const manager = await makers.worker()
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const personId = await makers.person()
  await makers.allocation({ personId, teamId, startedOn: ago(200).toString() })
  const [referralId, planId] = [makeUuid(), makeUuid()]
  await record.as(manager, async work => {
    const db = work.db<
      AssessmentsTables & { referral: { id: Uuid; person_id: Uuid; received_on: Temporal.PlainDate } }
    >()
    await db
      .insertInto('referral')
      .values({ id: referralId, person_id: personId, received_on: ago(200) })
      .execute()
    await db
      .insertInto('cin_plan')
      .values({ id: planId, person_id: personId, referral_id: referralId, started_on: ago(190) })
      .execute()
  })
  const rules = async (knownAt?: Temporal.Instant) =>
    (
      await record.database.as(manager, 'casework', work => qualityIssues(work, [planQuality]), {
        ...(knownAt ? { knownAt } : {}),
      })
    ).map(({ href }) => href)
  const both = [`/people/${personId}/plan/outcomes/new`, `/people/${personId}/plan/review`]
  expect((await rules()).toSorted()).toEqual(both)
  const before = await record.settled()
  await record.as(manager, work =>
    work
      .db<AssessmentsTables>()
      .updateTable('cin_plan')
      .set({ ended_on: today, end_reason: 'outcomes_met' })
      .where('id', '=', planId)
      .execute(),
  )
  expect(await rules()).toEqual([])
  expect((await rules(before)).toSorted()).toEqual(both)
})
