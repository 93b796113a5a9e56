import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** Nobody else saves a text of this assessment until the transaction is over: several of its rows change together, or none. */
export async function lockJoint(work: Work, jointId: Uuid): Promise<void> {
  const db = work.db<AssessmentsTables>()
  await db.selectFrom('joint_assessment').select('id').where('id', '=', jointId).forUpdate().execute()
  await db
    .selectFrom('assessment')
    .select('id')
    .where('joint_id', '=', jointId)
    .where('left_out_on', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}
