import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PartnersTables } from '../../tables.ts'
import type { NoticeKind } from '../../told/kinds.ts'

type Row = PartnersTables['partner_notice_question']

/** What waits for somebody of the team that was asked, oldest first. */
export type WaitingQuestion = {
  readonly id: Uuid
  readonly noticeId: Uuid
  readonly kind: NoticeKind
  readonly reference: string
  readonly source: string
  readonly reason: Row['reason']
  readonly team: string
  readonly openedAt: Temporal.Instant
  readonly place: number
  readonly told: unknown
}

export async function waitingQuestions(work: Work): Promise<readonly WaitingQuestion[]> {
  const { rows } = await sql<WaitingQuestion>`
    select q.id, q.notice_id as "noticeId", n.kind, n.reference, o.name as source, q.reason, t.name as team, q.opened_at as "openedAt", q.place, n.told
    from partner_notice_question q join partner_notice n on n.id = q.notice_id join organisation o on o.id = n.organisation_id
      join team t on t.id = q.team_id
    where q.answered_at is null order by q.opened_at, q.id limit 500`.execute(work.db())
  return rows
}
