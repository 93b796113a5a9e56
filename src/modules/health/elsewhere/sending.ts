import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

export const waysOfSending = ['secure_email', 'telephone_and_email', 'in_person'] as const
export type WayOfSending = (typeof waysOfSending)[number]

export const wayWords: Readonly<Record<WayOfSending, string>> = {
  secure_email: 'By secure e-mail',
  telephone_and_email: 'By telephone, and then by secure e-mail',
  in_person: 'Handed over',
}

/** A council that a visit belongs to, and how it is reached. */
export type OtherCouncil = { readonly id: Uuid; readonly name: string; readonly contact: string }

/** What was said about a sending. */
export type Sending = {
  readonly council: OtherCouncil | null
  readonly sentAt: Temporal.Instant | null
  readonly how: WayOfSending | null
  readonly receivedBy: string | null
  readonly notShared: string | null
}

/** Councils to whom a visit goes: those that the rule or somebody by hand named, the one that was told first. */
export async function councilsOf(work: Work, attendanceId: Uuid): Promise<readonly OtherCouncil[]> {
  const { rows } = await sql<OtherCouncil>`
    select c.id, c.name, c.contact from neighbour_council c where c.id in (
      select n.council_id from attendance_notice n where n.attendance_id = ${attendanceId} and n.kind = 'out_of_area'
      union select q.council_id from attendance_question q where q.attendance_id = ${attendanceId})
    order by c.id not in (select q.council_id from attendance_question q where q.attendance_id = ${attendanceId} and q.council_id is not null), c.name`.execute(
    work.db(),
  )
  return rows
}

/** How a question's sending stands. */
export async function sendingOf(work: Work, questionId: Uuid): Promise<Sending | null> {
  const { rows } = await sql<{
    council_id: Uuid | null
    name: string | null
    contact: string | null
    sent_on_at: Temporal.Instant | null
    sent_on_how: WayOfSending | null
    received_by: string | null
    not_shared: string | null
  }>`select q.council_id, c.name, c.contact, q.sent_on_at, q.sent_on_how, q.received_by, q.not_shared
    from attendance_question q left join neighbour_council c on c.id = q.council_id where q.id = ${questionId}`.execute(
    work.db(),
  )
  const [row] = rows
  if (row === undefined) return null
  const { council_id: id, name, contact } = row
  return {
    council: id === null || name === null || contact === null ? null : { id, name, contact },
    sentAt: row.sent_on_at,
    how: row.sent_on_how,
    receivedBy: row.received_by,
    notShared: row.not_shared,
  }
}

/** What somebody says of a sending: done, or why it is not needed. */
export type Said =
  | {
      readonly answer: 'sent_on'
      readonly councilId: Uuid
      readonly how: WayOfSending
      readonly receivedBy: string
      readonly notShared: string | null
      readonly hasNumber: boolean
    }
  | { readonly answer: 'seen'; readonly note: string }

/** Keeps it. @returns false when a colleague was first, or it is not the team's: nothing is changed then */
export async function saySending(work: Work, questionId: Uuid, said: Said): Promise<boolean> {
  const sent = said.answer === 'sent_on' ? said : null
  const tried = sent === null ? null : sent.hasNumber ? 'nhs_number' : 'not_told'
  const { numAffectedRows } = await sql`
    update attendance_question set answered_at = ${work.now}, answered_by = ${work.actor.id}, answer = ${said.answer},
      note = ${said.answer === 'seen' ? said.note : null}, council_id = ${sent?.councilId ?? null}::uuid,
      sent_on_at = ${sent === null ? null : work.now}::timestamptz, sent_on_how = ${sent?.how ?? null}, received_by = ${sent?.receivedBy ?? null},
      not_shared = ${sent?.notShared ?? null}, identifier_tried = ${tried}
    where id = ${questionId} and answered_at is null`.execute(work.db())
  return (numAffectedRows ?? 0n) > 0n
}
