import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PartnersTables } from '../../tables.ts'
import type { NoticeKind } from '../../told/kinds.ts'

type Row = PartnersTables['partner_notice_question']

/** What somebody of the team that was asked decides, or has decided. */
export type NoticeQuestion = {
  readonly id: Uuid
  readonly noticeId: Uuid
  readonly kind: NoticeKind
  readonly reference: string
  readonly source: string
  readonly reason: Row['reason']
  readonly team: string
  readonly openedAt: Temporal.Instant
  readonly answerBefore: Temporal.Instant | null
  readonly place: number
  readonly told: unknown
  readonly answer: Row['answer']
  readonly answeredAt: Temporal.Instant | null
  readonly answeredBy: string | null
  readonly note: string | null
  readonly council: string | null
  readonly councilContact: string | null
  readonly sentOnAt: Temporal.Instant | null
  readonly sentOnBy: string | null
  readonly sentOnHow: Row['sent_on_how']
  readonly notShared: string | null
  readonly undoneAt: Temporal.Instant | null
  readonly undoneBy: string | null
  readonly undoneBecause: string | null
}

const fields = sql`
  q.id, q.notice_id as "noticeId", n.kind, n.reference, o.name as source, q.reason, t.name as team, q.opened_at as "openedAt",
  q.answer_before as "answerBefore", q.place, n.told, q.answer, q.answered_at as "answeredAt", a.display_name as "answeredBy", q.note,
  c.name as council, c.contact as "councilContact", q.sent_on_at as "sentOnAt", s.display_name as "sentOnBy", q.sent_on_how as "sentOnHow",
  q.not_shared as "notShared", q.undone_at as "undoneAt", u.display_name as "undoneBy", q.undone_because as "undoneBecause"
  from partner_notice_question q join partner_notice n on n.id = q.notice_id join organisation o on o.id = n.organisation_id
    join team t on t.id = q.team_id left join neighbour_council c on c.id = q.council_id left join worker a on a.id = q.answered_by
    left join worker s on s.id = q.sent_on_by left join worker u on u.id = q.undone_by`

/** What waits for an answer, oldest first. */
export async function waitingQuestions(work: Work): Promise<readonly NoticeQuestion[]> {
  const { rows } = await sql<NoticeQuestion>`
    select ${fields} where q.answered_at is null order by q.opened_at, q.id limit 500`.execute(work.db())
  return rows
}

/** What is another council's and has not gone there yet, oldest first. */
export async function outstandingSendings(work: Work): Promise<readonly NoticeQuestion[]> {
  const { rows } = await sql<NoticeQuestion>`
    select ${fields} where q.answer = 'sent_on' and q.sent_on_at is null order by q.answered_at, q.id limit 500`.execute(
    work.db(),
  )
  return rows
}

/** What was decided in the last four weeks, the newest first: a wrong match is taken back from there. */
export async function decidedQuestions(work: Work): Promise<readonly NoticeQuestion[]> {
  const since = work.today.subtract({ days: 28 }).toString()
  const { rows } = await sql<NoticeQuestion>`
    select ${fields} where q.answered_at >= ${since}::date and (q.answer <> 'sent_on' or q.sent_on_at is not null)
    order by q.answered_at desc, q.id limit 100`.execute(work.db())
  return rows
}

/** @returns null when there is none that the acting person's team was asked */
export async function noticeQuestion(work: Work, id: Uuid): Promise<NoticeQuestion | null> {
  const { rows } = await sql<NoticeQuestion>`select ${fields} where q.id = ${id}`.execute(work.db())
  return rows[0] ?? null
}

export type Council = { readonly id: Uuid; readonly name: string; readonly contact: string }

/** Other councils to whom something is sent on today. */
export async function councilsToday(work: Work): Promise<readonly Council[]> {
  const { rows } = await sql<Council>`
    select id, name, contact from neighbour_council where ended_on is null or ended_on >= ${work.today.toString()}::date order by name`.execute(
    work.db(),
  )
  return rows
}
