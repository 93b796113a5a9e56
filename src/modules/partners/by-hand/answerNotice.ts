import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { enqueue } from '#platform/jobs'
import { TELL_OF_ANSWER } from './tellOfAnswer.ts'

export type PlainAnswer = 'not_known_here' | 'school_told' | 'seen'
/** What the team that was asked says. */
export type Answered =
  | { readonly answer: 'matched'; readonly personId: Uuid; readonly note: string }
  | { readonly answer: 'sent_on'; readonly councilId: Uuid; readonly note: string | null }
  | { readonly answer: PlainAnswer; readonly note: string | null }
export type Outcome = 'kept' | 'answered' | 'not_found'

/** Keeps an answer to a question about a notice, and asks for what follows it to be told. Nothing is changed when a colleague was first. */
export async function answerNotice(work: Work, id: Uuid, said: Answered): Promise<Outcome> {
  const outcome = said.answer === 'matched' ? await match(work, id, said) : await keep(work, id, said)
  if (outcome === 'kept') await enqueue(work, TELL_OF_ANSWER, { questionId: id })
  return outcome
}

async function match(
  work: Work,
  id: Uuid,
  { personId, note }: Extract<Answered, { answer: 'matched' }>,
): Promise<Outcome> {
  const { rows } = await sql<{ outcome: 'matched' | 'answered' | 'not_found' }>`
    select access.match_partner_notice(${id}, ${personId}, ${note}) as outcome`.execute(work.db())
  const outcome = rows[0]?.outcome ?? 'not_found'
  return outcome === 'matched' ? 'kept' : outcome
}

async function keep(work: Work, id: Uuid, said: Exclude<Answered, { answer: 'matched' }>): Promise<Outcome> {
  const council = said.answer === 'sent_on' ? said.councilId : null
  const { numAffectedRows } = await sql`
    update partner_notice_question set answered_at = ${work.now}, answered_by = ${work.actor.id}, answer = ${said.answer}, note = ${said.note},
      council_id = ${council}::uuid
    where id = ${id} and answered_at is null`.execute(work.db())
  return (numAffectedRows ?? 0n) > 0n ? 'kept' : 'answered'
}

/** Takes a wrong match back: the question waits again, and those who were told are told that it was wrong. */
export async function undoMatch(work: Work, id: Uuid, because: string): Promise<boolean> {
  const { rows } = await sql<{ outcome: string }>`
    select access.unmatch_partner_notice(${id}, ${because}) as outcome`.execute(work.db())
  return rows[0]?.outcome === 'undone'
}

export const waysOfSending = ['secure_email', 'telephone_and_email', 'in_person'] as const
export type WayOfSending = (typeof waysOfSending)[number]

/** Says that what is another council's has gone to it. @returns false when it had gone, or is not the team's */
export async function saySentOn(
  work: Work,
  id: Uuid,
  { how, notShared }: { readonly how: WayOfSending; readonly notShared: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update partner_notice_question set sent_on_at = ${work.now}, sent_on_by = ${work.actor.id}, sent_on_how = ${how}, not_shared = ${notShared}
    where id = ${id} and answer = 'sent_on' and sent_on_at is null`.execute(work.db())
  return (numAffectedRows ?? 0n) > 0n
}
