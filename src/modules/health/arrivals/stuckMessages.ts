import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A message that waits for an administrator: by which door, from whom, why. Never what it says. */
export type StuckMessage = {
  readonly id: Uuid
  /** Refused when it came, or failed whenever it was read. */
  readonly state: 'refused' | 'dead'
  readonly channel: string
  /** The organisation that is known to have sent it; null: none is. */
  readonly senderName: string | null
  readonly saidSender: string | null
  readonly reason: string | null
  readonly tries: number
  readonly receivedAt: Temporal.Instant
}

const columns = sql`select w.message_id as id, w.state, m.channel, o.name as "senderName", m.said_sender as "saidSender", w.reason, w.tries,
    m.received_at as "receivedAt"
  from app.message_work w join app.message_in m on m.id = w.message_id left join health_sender s on s.id = coalesce(w.sender_id, m.sender_id)
  left join organisation o on o.id = coalesce(s.organisation_id, case m.channel when 'form' then m.sender_id end)`

/** Messages that wait, the oldest first. */
export async function stuckMessages(
  work: Work,
  offset: number,
  limit: number,
): Promise<readonly StuckMessage[]> {
  const { rows } = await sql<StuckMessage>`${columns} where w.state in ('refused', 'dead')
    order by m.received_at, m.id offset ${offset} limit ${limit}`.execute(work.db())
  return rows
}

/** One of them; null: it does not wait, or is none. */
export async function stuckMessage(work: Work, id: Uuid): Promise<StuckMessage | null> {
  const { rows } =
    await sql<StuckMessage>`${columns} where w.message_id = ${id} and w.state in ('refused', 'dead')`.execute(
      work.db(),
    )
  return rows[0] ?? null
}

/** How many wait, and since when. */
export async function countStuck(
  work: Work,
): Promise<{ readonly count: number; readonly oldest: Temporal.Instant | null }> {
  const { rows } = await sql<{ count: number; oldest: Temporal.Instant | null }>`
    select count(*)::int as count, min(m.received_at) as oldest from app.message_work w join app.message_in m on m.id = w.message_id
    where w.state in ('refused', 'dead')`.execute(work.db())
  return rows[0] ?? { count: 0, oldest: null }
}
