import { expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
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
    const [count, issues] = await record.as(
      reader,
      async work => [await planQuality.count(work), await planQuality.issues(work, 0, 50)] as const,
    )
    expect(issues.map(({ personId, rule, on }) => [personId, rule, on])).toEqual([
      [twice, 'overdue_twice', ago(120)],
    ])
    expect(count).toBe(1)
  }
})
