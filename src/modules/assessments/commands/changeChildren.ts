import { type CaseworkTables, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Assessable } from '../queries/assessable.ts'
import type { Joint, JointChild } from '../queries/readJoint.ts'
import { findingTexts } from '../rules/assessmentParts.ts'
import type { AssessmentsTables } from '../tables.ts'
import { noteChange } from './noteChange.ts'
import { addParts } from './startAssessment.ts'

/** Adds children of the family to an assessment under way, each within its own referral. */
export async function addChildren(work: Work, joint: Joint, chosen: readonly Assessable[]): Promise<void> {
  const ids = chosen.map(({ child }) => child.id)
  await setPeople(work, joint, [...joint.personIds, ...ids])
  await addParts(work, joint.id, chosen, work.today)
  await syncClocks(work, ids)
}

/**
 * Takes a child out who was added in error. What was written of that child leaves the present record and stays in its
 * history alone, with the reason; needs found belong to the child and stay.
 */
export async function leaveOut(work: Work, joint: Joint, child: JointChild, reason: string): Promise<void> {
  const database = work.db<AssessmentsTables>()
  await database
    .updateTable('assessment_factor')
    .set({ removed_on: work.today })
    .where('assessment_id', '=', child.assessmentId)
    .where('removed_on', 'is', null)
    .execute()
  await database
    .updateTable('assessment')
    .set(eb => ({
      ...(Object.fromEntries(findingTexts.map(name => [name, null])) as Record<
        (typeof findingTexts)[number],
        null
      >),
      outcome: null,
      outcome_reason: null,
      left_out_on: work.today,
      left_out_reason: reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', child.assessmentId)
    .execute()
  const left = joint.personIds.filter(id => id !== child.personId)
  await setPeople(work, joint, left)
  await syncClocks(work, [child.personId])
}

/** Whose assessment it is; a decision that waits is asked about the same people. */
async function setPeople(work: Work, joint: Joint, personIds: readonly Uuid[]): Promise<void> {
  await work
    .db<AssessmentsTables>()
    .updateTable('joint_assessment')
    .set(eb => ({ person_ids: [...personIds], version: eb('version', '+', 1) }))
    .where('id', '=', joint.id)
    .execute()
  await noteChange(work, joint)
  if (joint.status !== 'submitted') return
  await work
    .db<CaseworkTables>()
    .updateTable('approval')
    .set({ person_ids: [...personIds] })
    .where('kind', '=', 'assessment')
    .where('subject_id', '=', joint.id)
    .where('outcome', 'is', null)
    .execute()
}
