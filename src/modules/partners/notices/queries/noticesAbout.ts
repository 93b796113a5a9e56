import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { NoticeKind } from '../../told/kinds.ts'

/** A notice that was matched with somebody. */
export type NoticeAbout = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly kind: NoticeKind
  readonly source: string
  readonly receivedAt: Temporal.Instant
}

/** Notices about these people that the acting person may read; MARAC referrals are in no chronology. */
export async function noticesAbout(work: Work, personIds: readonly Uuid[]): Promise<readonly NoticeAbout[]> {
  const { rows } = await sql<NoticeAbout>`
      select n.id, m.person_id as "personId", n.kind, o.name as source, n.received_at as "receivedAt"
      from partner_notice_match m join partner_notice n on n.id = m.notice_id join organisation o on o.id = n.organisation_id
      where m.person_id = any (${[...personIds]}::uuid[]) and n.kind <> 'marac'`.execute(work.db())
  return rows
}
