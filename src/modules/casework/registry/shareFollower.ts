import type { Work } from '#platform/db'
import type { PlanKey } from '../plans/plan.ts'

/** What a module does of its own plans when they were shared with the family: their first day counts for a time limit. */
export type ShareFollower = (
  work: Work,
  plans: readonly PlanKey[],
  sharedOn: Temporal.PlainDate,
) => Promise<void>
