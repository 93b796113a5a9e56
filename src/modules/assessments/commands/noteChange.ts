import { sql } from 'kysely'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Joint } from '../queries/readJoint.ts'

/**
 * Called by whatever changes an assessment that waits for its manager: the request for a decision becomes a new version, so
 * that a decision about what stood there before is asked again.
 */
export async function noteChange(work: Work, joint: Pick<Joint, 'id' | 'status'>): Promise<void> {
  if (joint.status !== 'submitted') return
  await work
    .db<CaseworkTables>()
    .updateTable('approval')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('kind', '=', 'assessment')
    .where('subject_id', '=', joint.id)
    .where('outcome', 'is', null)
    .execute()
}

/**
 * Waits until nobody is deciding about this assessment, and makes whoever would decide wait for this transaction (the lock of
 * decideApproval): an edit is wholly before the decision, and seen by it, or after it, and refused.
 */
export async function waitForDecision(work: Work, jointId: Uuid): Promise<void> {
  const waiting = await work
    .db<CaseworkTables>()
    .selectFrom('approval')
    .select('id')
    .where('kind', '=', 'assessment')
    .where('subject_id', '=', jointId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (waiting === undefined) return
  await sql`select pg_advisory_xact_lock(hashtextextended(${waiting.id}::uuid::text, 7307))`.execute(
    work.db(),
  )
}
