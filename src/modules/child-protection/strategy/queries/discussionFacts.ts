import { sql } from 'kysely'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** What the clocks of a strategy discussion count from: its moments, and to how many of those who took part its record went. */
export type DiscussionFact = {
  readonly id: Uuid
  readonly personId: Uuid
  /** The child's place in it, which clocks count from: one clock a child. */
  readonly childId: Uuid
  readonly previousId: Uuid | null
  readonly status: 'planned' | 'in_session' | 'held' | 'adjourned' | 'cancelled'
  readonly identifiedAt: Temporal.Instant | null
  readonly plannedAt: Temporal.Instant
  readonly startedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  /** Professionals who took part, but its chair. */
  readonly participants: number
  readonly sent: number
  readonly lastSentAt: Temporal.Instant | null
}

/** Strategy discussions about these people, each once for each of them. */
export const discussionFacts = readOnce(read)

async function read(work: Work, personIds: readonly Uuid[]): Promise<readonly DiscussionFact[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<DiscussionFact>`
    select meeting.id, child.person_id as "personId", child.id as "childId", meeting.previous_id as "previousId", meeting.status,
      meeting.identified_at as "identifiedAt", meeting.planned_at as "plannedAt", meeting.started_at as "startedAt",
      meeting.ended_at as "endedAt", coalesce(sent.participants, 0)::int as participants, coalesce(sent.sent, 0)::int as sent,
      sent.last_sent as "lastSentAt"
    from meeting_child child join meeting on meeting.id = child.meeting_id left join lateral (
      select count(*) as participants, count(invitee.record_sent_at) as sent, max(invitee.record_sent_at) as last_sent
      from meeting_invitee invitee
      where invitee.meeting_id = meeting.id and invitee.side = 'professional' and invitee.withdrawn_at is null
        and invitee.attended in ('in_person', 'online', 'telephone')
        and invitee.worker_id is distinct from meeting.chair_id) sent on true
    where meeting.kind = 'strategy' and child.person_id = any (${[...personIds]}::uuid[])
    order by meeting.planned_at, meeting.id`.execute(work.db<ChildProtectionTables>())
  return rows
}
