import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { enqueue } from '#platform/jobs'
import { addWorkingDays } from '#reference'
import type { HealthTables } from '../../tables.ts'
import { TELL_OF_MATCH } from '../../visits/tellOfMatch.ts'
import type { NursingKind } from '../queries/answerChoices.ts'

/** What whoever was asked says, with what belongs to it. */
export type QuestionAnswered =
  | { readonly answer: 'matched'; readonly personId: Uuid }
  | { readonly answer: 'team_found'; readonly kind: NursingKind; readonly teamId: Uuid }
  | { readonly answer: 'sent_on'; readonly councilId: Uuid }
  | { readonly answer: 'not_known_here' | 'seen' }
type Asked = { readonly id: Uuid; readonly attendanceId: Uuid; readonly note: string | null }

/**
 * Keeps the answer to a question about a visit and tells whom it names. A match by hand is told to the case by a job.
 * @returns false when a colleague has answered meanwhile: nothing is changed then
 */
export async function answerQuestion(work: Work, asked: Asked, answered: QuestionAnswered): Promise<boolean> {
  const row = await work
    .db<HealthTables>()
    .updateTable('attendance_question')
    .set({
      answered_at: work.now,
      answered_by: work.actor.id,
      answer: answered.answer,
      note: asked.note,
    })
    .where('id', '=', asked.id)
    .where('attendance_id', '=', asked.attendanceId)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return false
  if (answered.answer === 'matched') await match(work, asked.attendanceId, answered.personId)
  else await tellByHand(work, asked.attendanceId, answered)
  return true
}

/** A match that stands meanwhile is not changed: the one who asks may not even know of it. */
async function match(work: Work, attendanceId: Uuid, personId: Uuid): Promise<void> {
  await sql`insert into attendance_match (attendance_id, person_id, how, matched_by)
    values (${attendanceId}, ${personId}, 'by_hand', ${work.actor.id}) on conflict do nothing`.execute(
    work.db(),
  )
  await enqueue(work, TELL_OF_MATCH, { attendanceId })
}

async function tellByHand(work: Work, attendanceId: Uuid, answered: QuestionAnswered): Promise<void> {
  const told =
    answered.answer === 'team_found'
      ? { kind: answered.kind, teamId: answered.teamId, councilId: null }
      : answered.answer === 'sent_on'
        ? { kind: 'out_of_area', teamId: null, councilId: answered.councilId }
        : null
  if (told === null) return
  await sql`insert into attendance_notice (attendance_id, kind, team_id, council_id, why, rule_version, read_by_day)
    values (${attendanceId}, ${told.kind}, ${told.teamId}::uuid, ${told.councilId}::uuid, 'by_hand', 'by_hand',
      ${addWorkingDays(work.today, 1).toString()}::date) on conflict do nothing`.execute(work.db())
}
