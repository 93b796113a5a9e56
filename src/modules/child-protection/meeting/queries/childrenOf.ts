import type { Work } from '#platform/db'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Meeting } from '../rules/meeting.ts'
import type { MeetingChild } from '../rules/said.ts'

/** The children of a meeting in its own order, with their words and what is decided. */
export async function childrenOf(
  work: Work,
  { id, personIds }: Pick<Meeting, 'id' | 'personIds'>,
): Promise<readonly MeetingChild[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('meeting_child')
    .select([
      'id',
      'meeting_id',
      'person_id',
      'child_words',
      'words_how',
      'no_words_because',
      'decision',
      'is_joint_with_police',
      'see_child_by',
      'category',
      'threshold_reason',
      'reasons',
      'decided_at',
      'version',
    ])
    .where('meeting_id', '=', id)
    .execute()
  return rows
    .map(row => ({
      id: row.id,
      meetingId: row.meeting_id,
      personId: row.person_id,
      childWords: row.child_words,
      wordsHow: row.words_how,
      noWordsBecause: row.no_words_because,
      decision: row.decision,
      isJointWithPolice: row.is_joint_with_police,
      seeChildBy: row.see_child_by,
      category: row.category,
      thresholdReason: row.threshold_reason,
      reasons: row.reasons,
      decidedAt: row.decided_at,
      version: row.version,
    }))
    .toSorted((one, other) => personIds.indexOf(one.personId) - personIds.indexOf(other.personId))
}
