import { makeUuid, type Uuid } from '#platform/ids'
import type { testRecord } from '#test/record.ts'
import { tellRow } from './teamFamily.ts'

type TestRecord = Awaited<ReturnType<typeof testRecord>>

/** A running child in need plan of this child with one open outcome. @returns ids of the plan and its outcome */
export async function tellPlan(
  record: TestRecord,
  personId: Uuid,
  outcome: string,
): Promise<{ readonly planId: Uuid; readonly outcomeId: Uuid }> {
  const [referralId, planId, outcomeId] = [makeUuid(), makeUuid(), makeUuid()]
  const startedOn = Temporal.Now.plainDateISO('Europe/London').subtract({ days: 30 })
  await tellRow(record, 'referral', { id: referralId, person_id: personId, received_on: startedOn })
  await tellRow(record, 'cin_plan', {
    id: planId,
    person_id: personId,
    referral_id: referralId,
    started_on: startedOn,
  })
  await tellRow(record, 'plan_outcome', {
    id: outcomeId,
    person_id: personId,
    plan_kind: 'cin_plan',
    plan_id: planId,
    outcome,
  })
  return { planId, outcomeId }
}
