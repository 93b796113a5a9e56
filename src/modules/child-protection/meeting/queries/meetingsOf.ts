import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Meeting } from '../rules/meeting.ts'
import { asMeeting, meetingRows } from './meetingOf.ts'

/** A meeting of a worker's own, and in what part they are in it. */
export type OwnMeeting = Meeting & { readonly as: readonly ('chair' | 'administrator' | 'invited')[] }

/** Meetings that a worker chairs, administers or is asked to, as far as the reader may read them, by when they are. */
export async function meetingsOf(
  work: Work,
  workerId: Uuid,
  when: 'coming' | 'past',
): Promise<readonly OwnMeeting[]> {
  const is = sql<boolean>`(meeting.chair_id = ${workerId}::uuid or meeting.administrator_id = ${workerId}::uuid
    or meeting.invited_ids @> array[${workerId}::uuid])`
  const isComing = when === 'coming'
  const rows = await meetingRows(work)
    .select('meeting.invited_ids')
    .where(is)
    .where('meeting.status', isComing ? 'in' : 'not in', ['planned', 'in_session'])
    .orderBy('meeting.planned_at', isComing ? 'asc' : 'desc')
    .orderBy('meeting.id')
    .execute()
  return rows.map(row => ({
    ...asMeeting(row),
    as: [
      ...(row.chair_id === workerId ? (['chair'] as const) : []),
      ...(row.administrator_id === workerId ? (['administrator'] as const) : []),
      ...(row.invited_ids.includes(workerId) ? (['invited'] as const) : []),
    ],
  }))
}

/** The meeting that continues this one, or null. */
export async function continuedBy(work: Work, meetingId: Uuid): Promise<Meeting | null> {
  const row = await meetingRows(work)
    .where('meeting.previous_id', '=', meetingId)
    .where('meeting.status', '<>', 'cancelled')
    .executeTakeFirst()
  return row ? asMeeting(row) : null
}

/**
 * That a meeting is about any of these people: by the rows of its children, each of which an index finds. The list that the meeting itself has
 * finds nothing by index under row-level security, since to compare lists is not leakproof: every meeting of the county would be read.
 */
export const isAbout = (personIds: readonly Uuid[]): RawBuilder<boolean> =>
  sql<boolean>`meeting.id = any (array(select of_child.meeting_id from meeting_child of_child
    where of_child.person_id = any (${[...personIds]}::uuid[])))`

/** Meetings about any of these people, by when they are. */
export async function meetingsAbout(work: Work, personIds: readonly Uuid[]): Promise<readonly Meeting[]> {
  if (personIds.length === 0) return []
  const rows = await meetingRows(work)
    .where(isAbout(personIds))
    .orderBy('meeting.planned_at')
    .orderBy('meeting.id')
    .execute()
  return rows.map(asMeeting)
}
