import type { Work } from '#platform/db'
import type { AssessmentsTables } from '../tables.ts'
import type { OpenPlan } from './openPlans.ts'

/** The plan was shared with the family: its first day stays, since that is what the time limit asks for. */
export async function shareOn(work: Work, plan: OpenPlan, sharedOn: Temporal.PlainDate): Promise<void> {
  await work
    .db<AssessmentsTables>()
    .updateTable('cin_plan')
    .set({ shared_on: sharedOn, version: plan.version + 1 })
    .where('id', '=', plan.id)
    .where(({ eb, or }) => or([eb('shared_on', 'is', null), eb('shared_on', '>', sharedOn)]))
    .execute()
}
