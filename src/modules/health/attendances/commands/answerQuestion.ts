import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import type { NursingTeam } from '../queries/openQuestions.ts'
import type { QuestionAnswer } from '../rules/words.ts'

/** What whoever was asked decided of a visit, and whom they tell by hand. */
export type Decided = {
  readonly answer: Exclude<QuestionAnswer, 'matched' | 'cancelled'>
  readonly note: string | null
  readonly team: NursingTeam | null
  readonly councilId: Uuid | null
}

/**
 * Answers all that is asked of a visit, and tells the team or the council that was found.
 * @param teamIds the reader's teams: only what these are asked is answered
 * @returns how many questions it answered; none when a colleague had answered
 */
export async function answerQuestions(
  work: Work,
  attendanceId: Uuid,
  teamIds: readonly Uuid[],
  decided: Decided,
): Promise<number> {
  const { answer, note, team, councilId } = decided
  const { rows } = await sql<{ id: Uuid }>`
    update attendance_question set answered_at = ${work.now}, answered_by = ${work.actor.id}, answer = ${answer}, note = ${note}
    where attendance_id = ${attendanceId} and answered_at is null and team_id = any (${[...teamIds]}::uuid[]) returning id`.execute(
    work.db(),
  )
  if (rows.length === 0) return 0
  const told = team === null ? (councilId === null ? null : 'out_of_area') : team.kind
  if (told !== null)
    await sql`
      insert into attendance_notice (attendance_id, kind, team_id, council_id, why, rule_version, read_by_day)
      values (${attendanceId}, ${told}, ${team?.teamId ?? null}::uuid, ${councilId}::uuid, 'by_hand', 'by_hand', ${addWorkingDays(work.today, 1).toString()}::date)
      on conflict (attendance_id, kind, team_id, worker_id, council_id) do nothing`.execute(work.db())
  return rows.length
}
