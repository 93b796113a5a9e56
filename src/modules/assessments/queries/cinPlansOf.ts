import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** A child in need plan (Children Act 1989 section 17), as far as its dates go. */
export type CinPlan = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly referralId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  /** With the family, in plain words. */
  readonly sharedOn: Temporal.PlainDate | null
}

/** Child in need plans of these people, oldest first. */
export const cinPlansOf = readOnce(readCinPlansOf)

async function readCinPlansOf(work: Work, personIds: readonly Uuid[]): Promise<readonly CinPlan[]> {
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('cin_plan')
    .select(['id', 'person_id', 'referral_id', 'started_on', 'ended_on', 'shared_on'])
    .where('person_id', 'in', personIds)
    .orderBy('started_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    referralId: row.referral_id,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    sharedOn: row.shared_on,
  }))
}
