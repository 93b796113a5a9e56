import type { PlanKey } from '#modules/casework'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** A child in need plan as its pages need it. */
export type OpenPlan = PlanKey & {
  readonly kind: 'cin_plan'
  readonly referralId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly aim: string | null
  readonly sharedOn: Temporal.PlainDate | null
  readonly endReason: AssessmentsTables['cin_plan']['end_reason']
  readonly achieved: string | null
  readonly whatNext: string | null
  readonly version: number
}

/** The running plans of these people that the reader may see, each child's latest alone. */
export const openPlans = readOnce(async (work: Work, personIds: readonly Uuid[]) => {
  const latest = new Map<Uuid, OpenPlan>()
  for (const plan of await plansOf(work, personIds))
    if (plan.endedOn === null) latest.set(plan.personId, plan)
  return [...latest.values()]
})

/** Every plan of these people, oldest first. */
export async function plansOf(work: Work, personIds: readonly Uuid[]): Promise<readonly OpenPlan[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('cin_plan')
    .select([
      'id',
      'person_id as personId',
      'referral_id as referralId',
      'started_on as startedOn',
      'ended_on as endedOn',
      'aim',
      'shared_on as sharedOn',
      'end_reason as endReason',
      'achieved',
      'what_next as whatNext',
      'version',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('started_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, kind: 'cin_plan' as const }))
}
