import type { Work } from '#platform/db'
import { makeUuid } from '#platform/ids'
import type { Joint } from '../queries/readJoint.ts'
import type { AssessmentsTables } from '../tables.ts'

/** Something that happened to the assessment as a whole, for each child's own clocks. */
export type JointEvent = {
  readonly kind: AssessmentsTables['assessment_event']['kind']
  readonly on: Temporal.PlainDate
  readonly atDay?: number
}

/** Repeats it for each child: a child's clocks stand even where a restricted sibling hides the assessment. */
export async function repeatForChildren(
  work: Work,
  joint: Pick<Joint, 'children'>,
  { kind, on, atDay }: JointEvent,
): Promise<void> {
  const rows = joint.children.map(({ personId, assessmentId }) => ({
    id: makeUuid(),
    person_id: personId,
    assessment_id: assessmentId,
    kind,
    happened_on: on,
    at_day: atDay ?? null,
  }))
  await work.db<AssessmentsTables>().insertInto('assessment_event').values(rows).execute()
}
