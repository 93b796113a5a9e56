import { readOnce, type Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { syncClocks } from '../clocks/syncClocks.ts'
import type { CaseworkTables } from '../tables.ts'
import type { PlanKey } from './plan.ts'

export type ReviewDecision = CaseworkTables['plan_review']['decision']

/** A review of one child's plan. What the child and parents said is there, or why not. */
export type PlanReview = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly planId: Uuid
  readonly heldOn: Temporal.PlainDate
  readonly attended: string | null
  readonly progress: string
  readonly childView: string | null
  readonly noChildViewReason: string | null
  readonly parentView: string | null
  readonly noParentViewReason: string | null
  readonly decision: ReviewDecision
  readonly decisionReason: string | null
  readonly nextReviewOn: Temporal.PlainDate | null
}

/** Reviews of these people's plans, oldest first. */
export const reviewsOf = readOnce(readReviewsOf)

async function readReviewsOf(work: Work, personIds: readonly Uuid[]): Promise<readonly PlanReview[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_review')
    .select([
      'id',
      'person_id as personId',
      'plan_id as planId',
      'held_on as heldOn',
      'attended',
      'progress',
      'child_view as childView',
      'no_child_view_reason as noChildViewReason',
      'parent_view as parentView',
      'no_parent_view_reason as noParentViewReason',
      'decision',
      'decision_reason as decisionReason',
      'next_review_on as nextReviewOn',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  return rows
}

/** One review, of the plans of several children: what concerns each child is said of each. */
export type NewReview = {
  readonly heldOn: Temporal.PlainDate
  readonly attended: string | null
  readonly parentView: string | null
  readonly noParentViewReason: string | null
  readonly nextReviewOn: Temporal.PlainDate | null
  readonly children: readonly {
    readonly plan: PlanKey
    readonly progress: string
    readonly childView: string | null
    readonly noChildViewReason: string | null
    readonly decision: ReviewDecision
    readonly decisionReason: string | null
  }[]
}

/**
 * Records a review for each child, and moves the clocks.
 * @returns already when one of these plans has a review of that day: then nothing is written
 */
export async function recordReview(work: Work, review: NewReview): Promise<'recorded' | 'already'> {
  const planIds = review.children.map(({ plan }) => plan.id)
  const same = await work
    .db<CaseworkTables>()
    .selectFrom('plan_review')
    .select('id')
    .where('plan_id', 'in', planIds)
    .where('held_on', '=', review.heldOn)
    .executeTakeFirst()
  if (same) return 'already'
  const rows = review.children.map(child => ({
    id: makeUuid(),
    person_id: child.plan.personId,
    plan_kind: child.plan.kind,
    plan_id: child.plan.id,
    held_on: review.heldOn,
    attended: review.attended,
    progress: child.progress,
    child_view: child.childView,
    no_child_view_reason: child.noChildViewReason,
    parent_view: review.parentView,
    no_parent_view_reason: review.noParentViewReason,
    decision: child.decision,
    decision_reason: child.decisionReason,
    next_review_on: child.decision === 'close' ? null : review.nextReviewOn,
  }))
  await work.db<CaseworkTables>().insertInto('plan_review').values(rows).execute()
  await syncClocks(
    work,
    review.children.map(({ plan }) => plan.personId),
  )
  return 'recorded'
}
