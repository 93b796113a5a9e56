import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { addWorkingDays } from '#reference'
import { routingVersionOn } from '../rules/routingVersions.ts'
import type { Stored } from './stored.ts'
import { liaisonOf } from './whoAnswers.ts'

/**
 * Asks paediatric liaison, who is told of the visit too, whether it is of somebody else. Asked again where it was answered before: the hospital
 * has said something new since.
 */
export async function askWhoItIs(work: Work, attendance: Stored['attendance']): Promise<void> {
  const teamId = await liaisonOf(work, attendance.sender_id)
  const { version } = routingVersionOn(work.today)
  await sql`
    with told as (
      insert into attendance_notice (attendance_id, kind, team_id, why, rule_version, read_by_day)
      values (${attendance.id}, 'liaison', ${teamId}, 'unknown', ${version}, ${addWorkingDays(work.today, 1).toString()}::date)
      on conflict (attendance_id, kind, team_id, worker_id, council_id) do nothing)
    insert into attendance_question as q (attendance_id, reason, team_id, asked_at) values (${attendance.id}, 'person_changed', ${teamId}, ${work.now})
    on conflict (attendance_id, reason) do update set asked_at = excluded.asked_at, climbed_at = null, answered_at = null, answered_by = null, answer = null,
      note = null where q.answered_at is not null`.execute(work.db())
}
