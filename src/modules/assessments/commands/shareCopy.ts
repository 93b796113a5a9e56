import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Decided } from '../document/familyCopy.ts'
import type { Joint } from '../queries/readJoint.ts'
import type { AssessmentsTables } from '../tables.ts'
import { repeatForChildren } from './repeatForChildren.ts'

/** A copy that was given. */
export type CopyGiven = {
  readonly recipientId: Uuid
  readonly sharedOn: Temporal.PlainDate
  readonly how: AssessmentsTables['assessment_share']['how']
  readonly included: readonly Decided[]
  /** Why words of notes about somebody else may stand in it. */
  readonly copied: { readonly because: string; readonly noteIds: readonly Uuid[] } | null
}

/**
 * Keeps that somebody of the family was given their copy; with the authorisation it completes the assessment.
 * @returns false when it was stopped, or is no longer the actor's to write, since it was opened
 */
export async function shareCopy(work: Work, joint: Joint, given: CopyGiven): Promise<boolean> {
  const standing = await work
    .db<AssessmentsTables>()
    .selectFrom('joint_assessment')
    .select('id')
    .where('id', '=', joint.id)
    .where('status', '<>', 'abandoned')
    .forShare() // nobody stops it before the copy is kept
    .executeTakeFirst()
  if (standing === undefined) return false
  const { numInsertedOrUpdatedRows } = await work
    .db<AssessmentsTables>()
    .insertInto('assessment_share')
    .values({
      id: makeUuid(),
      joint_id: joint.id,
      recipient_id: given.recipientId,
      shared_on: given.sharedOn,
      how: given.how,
      included: [...given.included],
      copied_because: given.copied?.because ?? null,
      copied_notes: [...(given.copied?.noteIds ?? [])],
    })
    .onConflict(conflict => conflict.columns(['joint_id', 'recipient_id', 'shared_on']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return true
  await repeatForChildren(work, joint, { kind: 'shared', on: given.sharedOn })
  await syncClocks(work, joint.personIds)
  return true
}
