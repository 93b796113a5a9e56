import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** A copy of an assessment given to one of the family. */
export type Share = {
  readonly recipientId: Uuid
  readonly sharedOn: Temporal.PlainDate
  readonly how: AssessmentsTables['assessment_share']['how']
}

/** Copies given, the earliest first. */
export async function jointShares(work: Work, jointId: Uuid): Promise<readonly Share[]> {
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment_share')
    .select(['recipient_id', 'shared_on', 'how'])
    .where('joint_id', '=', jointId)
    .orderBy('shared_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ recipientId: row.recipient_id, sharedOn: row.shared_on, how: row.how }))
}
