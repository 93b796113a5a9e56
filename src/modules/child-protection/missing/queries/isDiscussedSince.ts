import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** Whether a strategy discussion about the child was held, or is planned, at this moment or after it. */
export async function isDiscussedSince(
  work: Work,
  personId: Uuid,
  since: Temporal.Instant,
): Promise<boolean> {
  const row = await work
    .db<ChildProtectionTables>()
    .selectFrom('meeting')
    .innerJoin('meeting_child', 'meeting_child.meeting_id', 'meeting.id')
    .select('meeting.id')
    .where('meeting_child.person_id', '=', personId)
    .where('meeting.kind', '=', 'strategy')
    .where('meeting.status', '<>', 'cancelled')
    .where('meeting.planned_at', '>=', since)
    .executeTakeFirst()
  return row !== undefined
}
