import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** A child and family assessment, as far as its dates go. */
export type Assessment = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly referralId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly internalReviewOn: Temporal.PlainDate | null
  readonly authorisedOn: Temporal.PlainDate | null
}

/** Assessments of these people, oldest first. */
export const assessmentsOf = readOnce(readAssessmentsOf)

async function readAssessmentsOf(work: Work, personIds: readonly Uuid[]): Promise<readonly Assessment[]> {
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment')
    .select(['id', 'person_id', 'referral_id', 'started_on', 'internal_review_on', 'authorised_on'])
    .where('person_id', 'in', personIds)
    .orderBy('started_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    referralId: row.referral_id,
    startedOn: row.started_on,
    internalReviewOn: row.internal_review_on,
    authorisedOn: row.authorised_on,
  }))
}
