import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PartnersTables } from '../../tables.ts'
import type { NoticeKind } from '../../told/kinds.ts'

export type ReaderKind = PartnersTables['partner_notice_reader']['kind']
export const shows = ['unread', 'all'] as const
export type Show = (typeof shows)[number]

/** One line of what somebody was told. */
export type ListedNotice = {
  readonly id: Uuid
  readonly kind: NoticeKind
  readonly source: string
  readonly reference: string
  readonly theirReference: string
  readonly receivedAt: Temporal.Instant
  readonly told: unknown
  readonly readBefore: Temporal.Instant | null
  readonly readAt: Temporal.Instant | null
}

/** What the reader or their team or school was told: unread first, then the newest. Row-level security decides which they may read. */
export async function noticesFor(
  work: Work,
  asked: { readonly show: Show; readonly limit: number; readonly offset: number },
): Promise<readonly ListedNotice[]> {
  const { rows } = await sql<ListedNotice>`
    select n.id, n.kind, o.name as source, n.reference, n.their_reference as "theirReference", n.received_at as "receivedAt", n.told,
      min(r.read_before) as "readBefore", min(r.read_at) as "readAt"
    from partner_notice_reader r join partner_notice n on n.id = r.notice_id join organisation o on o.id = n.organisation_id
    where ${asked.show === 'unread' ? sql`r.read_at is null` : sql`true`}
    group by n.id, n.kind, o.name, n.reference, n.their_reference, n.received_at, n.told
    order by min(r.read_at) is not null, n.received_at desc, n.id limit ${asked.limit} offset ${asked.offset}`.execute(
    work.db(),
  )
  return rows
}

export async function countNotices(work: Work): Promise<Readonly<Record<Show, number>>> {
  const { rows } = await sql<Record<Show, number>>`
    select count(distinct notice_id)::int as "all", (count(distinct notice_id) filter (where read_at is null))::int as unread
    from partner_notice_reader`.execute(work.db())
  return rows[0] ?? { unread: 0, all: 0 }
}

/** What the acting person sent: received, taken in, read; whether anybody is known of the record is never told. */
export type SentNotice = Pick<ListedNotice, 'id' | 'kind' | 'reference' | 'theirReference' | 'receivedAt'> & {
  readonly isTakenIn: boolean
  readonly seenAt: Temporal.Instant | null
}

export async function sentNotices(work: Work): Promise<readonly SentNotice[]> {
  const { rows } = await sql<SentNotice>`
    select id, kind, reference, their_reference as "theirReference", received_at as "receivedAt", told is not null as "isTakenIn", seen_at as "seenAt"
    from partner_notice where sent_by = ${work.actor.id} order by received_at desc, id limit 200`.execute(
    work.db(),
  )
  return rows
}
