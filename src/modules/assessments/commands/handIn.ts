import { submitForApproval } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Joint } from '../queries/readJoint.ts'
import type { AssessmentsTables } from '../tables.ts'

/**
 * Hands an assessment in for the decision of the team that holds its children. Handed in already, it stays so.
 * @param teamId whose managers decide
 */
export async function handIn(
  work: Work,
  joint: Joint,
  { teamId, remark }: { readonly teamId: Uuid; readonly remark: string | null },
): Promise<void> {
  const { kind } = await submitForApproval(work, {
    kind: 'assessment',
    subjectId: joint.id,
    personIds: joint.personIds,
    teamId,
    toWorkerId: null,
    remark,
  })
  if (kind === 'waiting') return
  await setStatus(work, joint.id, 'submitted')
}

/** How the assessment as a whole stands. @returns false when it is not the acting person's to change */
export async function setStatus(
  work: Work,
  jointId: Uuid,
  status: Joint['status'],
  abandonedReason: string | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<AssessmentsTables>()
    .updateTable('joint_assessment')
    .set({ status, ...(abandonedReason === null ? {} : { abandoned_reason: abandonedReason }) })
    .where('id', '=', jointId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
