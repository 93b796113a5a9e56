import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { JointAdult } from '../queries/jointAdults.ts'
import type { AssessmentsTables } from '../tables.ts'
import { type SavedVersion, saveVersioned } from './saveVersioned.ts'

/** What a parent or carer says; or why not. One of the two at least. */
export type ViewWanted = {
  /** Version that the form was opened with; nought when there was none. */
  readonly seen: number
  readonly words: string | null
  readonly reason: string | null
  readonly heardOn: Temporal.PlainDate | null
}

/** Keeps an adult's views with the assessment: one row an adult, whoever writes it first. */
export async function saveView(
  work: Work,
  jointId: Uuid,
  { person, view }: Pick<JointAdult, 'person' | 'view'>,
  wanted: ViewWanted,
): Promise<SavedVersion> {
  const columns = {
    words: wanted.words,
    no_view_reason: wanted.reason,
    heard_on: wanted.heardOn?.toString() ?? null,
  }
  if (view !== null)
    return saveVersioned(work, 'assessment_view', { id: view.id, seen: wanted.seen }, columns)
  const { numInsertedOrUpdatedRows } = await work
    .db<AssessmentsTables>()
    .insertInto('assessment_view')
    .values({
      id: makeUuid(),
      joint_id: jointId,
      adult_id: person.id,
      words: wanted.words,
      no_view_reason: wanted.reason,
      heard_on: wanted.heardOn,
    })
    .onConflict(conflict => conflict.columns(['joint_id', 'adult_id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) return { outcome: 'saved' }
  const now = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment_view')
    .select('id')
    .where('joint_id', '=', jointId)
    .where('adult_id', '=', person.id)
    .executeTakeFirstOrThrow()
  return saveVersioned(work, 'assessment_view', { id: now.id, seen: 0 }, columns)
}
