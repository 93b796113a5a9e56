import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Says that the acting person has read a notice, for themself or the team or school that was told. The first to read it stays. */
export async function markRead(work: Work, noticeId: Uuid): Promise<void> {
  await sql`update partner_notice_reader set read_at = ${work.now}, read_by = ${work.actor.id}
    where notice_id = ${noticeId} and read_at is null`.execute(work.db())
  await sql`update partner_notice set seen_at = ${work.now} where id = ${noticeId} and seen_at is null`.execute(
    work.db(),
  )
}

/** The originator's own decision how far a notice of theirs goes: to those who decide, or to whoever works with the children. */
export async function shareNotice(
  work: Work,
  noticeId: Uuid,
  sharing: 'front_door' | 'record',
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update partner_notice set sharing = ${sharing}, sharing_by = ${work.actor.id}
    where id = ${noticeId} and sent_by = ${work.actor.id} and kind = 'police_notification'`.execute(work.db())
  return (numAffectedRows ?? 0n) > 0n
}

export type QuestionAnswer = 'not_known_here' | 'school_told' | 'seen'
export const answerWords: Readonly<Record<QuestionAnswer, string>> = {
  not_known_here: 'The child is not known here',
  school_told: 'I told the school myself',
  seen: 'Seen, nothing more to decide',
}

/** Answers what the queue asked. @returns false when a colleague has answered meanwhile, or it is not the team's */
export async function answerQuestion(
  work: Work,
  id: Uuid,
  { answer, note }: { readonly answer: QuestionAnswer; readonly note: string | null },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update partner_notice_question set answered_at = ${work.now}, answered_by = ${work.actor.id},
    answer = ${answer}, note = ${note} where id = ${id} and answered_at is null`.execute(work.db())
  return (numAffectedRows ?? 0n) > 0n
}
