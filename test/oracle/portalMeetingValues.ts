import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { Asked, PortalWorld } from './portal.ts'
import type { Values } from './values.ts'

/** The columns of the meeting of one invitation. */
export function portalMeetingValues(world: PortalWorld, asked: Asked, id: Uuid): Values {
  const { childIds, kind, status, plannedAt } = asked
  const hasBegun = status === 'in_session' || status === 'held'
  return {
    id,
    kind,
    person_ids: [...childIds],
    reason: 'Invented',
    planned_at: plannedAt,
    papers_until: londonDate(world.now).add({ days: 30 }),
    status,
    started_at: hasBegun ? plannedAt : null,
    ended_at: status === 'held' ? plannedAt.add({ hours: 1 }) : null,
    stopped_because: status === 'cancelled' ? 'Invented' : null,
  }
}

/** The columns of the invitation itself. */
export function askedValues(
  { id, personId, isWithdrawn, isExcluded }: Asked,
  meetingId: Uuid,
  workerId: Uuid,
): Values {
  return {
    id,
    meeting_id: meetingId,
    side: 'family',
    person_id: personId,
    standing: 'relative',
    withdrawn_at: isWithdrawn ? '2026-01-02T10:00:00Z' : null,
    withdrawn_because: isWithdrawn ? 'Not needed' : null,
    excluded_by: isExcluded ? workerId : null,
    excluded_because: isExcluded ? 'Not safe' : null,
  }
}
