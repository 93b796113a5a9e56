import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { childrenOf } from '../queries/childrenOf.ts'
import type { Meeting } from '../rules/meeting.ts'
import type { MeetingChild } from '../rules/said.ts'
import { type MeetingVersion, standing, write } from './changeMeeting.ts'
import { tellOf } from './holdMeeting.ts'

/** What is decided of one child, in the version that was opened. */
export type DecisionWanted = Pick<MeetingChild, 'personId' | 'decision' | 'reasons'> &
  Partial<Pick<MeetingChild, 'isJointWithPolice' | 'seeChildBy' | 'category' | 'thresholdReason'>>

export type Closing = MeetingVersion & {
  readonly decisions: readonly DecisionWanted[]
  /** Who of the quorum is not there, as the kind of meeting counts it; empty when it is quorate. */
  readonly absent: readonly string[]
  /** Why it was held without them. */
  readonly quorumException: string | null
}

export type Closed =
  | { readonly outcome: 'closed'; readonly meeting: Meeting }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly because: 'quorum' | 'undecided' }

/**
 * Closes a meeting that sits with a decision on each of its children, all in one. Without a quorum the reason is recorded with who gave
 * it, or nothing is closed. What follows from the decisions is the caller's, in the same transaction: clocks are synced by then.
 */
export async function closeMeeting(work: Work, closing: Closing): Promise<Closed> {
  const meeting = await standing(work, closing)
  if (meeting?.status !== 'in_session') return { outcome: 'stale' }
  const exception = closing.absent.length === 0 ? null : closing.quorumException
  if (closing.absent.length > 0 && exception === null) return { outcome: 'refused', because: 'quorum' }
  const decided = new Map(closing.decisions.map(one => [one.personId, one]))
  if (meeting.personIds.some(id => (decided.get(id)?.decision ?? null) === null))
    return { outcome: 'refused', because: 'undecided' }
  for (const child of await childrenOf(work, meeting)) await decide(work, child, decided.get(child.personId))
  const changed = await write(work, closing, {
    status: 'held',
    ended_at: work.now,
    ...(exception === null ? {} : { quorum_exception: exception, quorum_exception_by: work.actor.id }),
  })
  if (changed === 'stale') throw new Error('A meeting that was read under its lock changed')
  await syncClocks(work, meeting.personIds)
  await tellOf(work, 'meeting.held', {
    meetingId: meeting.id,
    kind: meeting.kind,
    personIds: meeting.personIds,
    decisions: closing.decisions.map(({ personId, decision }) => ({ personId, decision })),
  })
  return { outcome: 'closed', meeting }
}

async function decide(work: Work, child: MeetingChild, wanted: DecisionWanted | undefined): Promise<void> {
  if (wanted === undefined) return
  await work
    .db<ChildProtectionTables>()
    .updateTable('meeting_child')
    .set({
      decision: wanted.decision,
      reasons: wanted.reasons,
      is_joint_with_police: wanted.isJointWithPolice ?? null,
      see_child_by: wanted.seeChildBy ?? null,
      category: wanted.category ?? null,
      threshold_reason: wanted.thresholdReason ?? null,
      decided_at: work.now,
      version: child.version + 1,
    })
    .where('id', '=', child.id)
    .where('version', '=', child.version)
    .execute()
}

/** The child's own words, or why there are none. */
export async function keepChildWords(
  work: Work,
  of: { readonly meetingId: Uuid; readonly personId: Uuid; readonly version: number },
  words: Pick<MeetingChild, 'childWords' | 'wordsHow' | 'noWordsBecause'>,
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('meeting_child')
    .set({
      child_words: words.childWords,
      words_how: words.wordsHow,
      no_words_because: words.noWordsBecause,
      version: of.version + 1,
    })
    .where('meeting_id', '=', of.meetingId)
    .where('person_id', '=', of.personId)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}
