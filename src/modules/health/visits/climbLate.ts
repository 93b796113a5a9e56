import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { addWorkingDays } from '#reference'

/**
 * What nobody has read within a working day climbs, once: whoever leads the team that was told is told so; of one worker, whoever leads a team of
 * theirs. Service listener.
 * @returns how many notices and questions climbed
 */
export async function climbLate(work: Work): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with late as (
      update attendance_notice n set climbed_at = ${work.now}, version = n.version + 1
      where n.read_at is null and n.withdrawn_at is null and n.climbed_at is null and n.read_by_day < ${work.today.toString()}::date
        and num_nonnulls(n.team_id, n.worker_id) > 0
      returning n.id, n.attendance_id, n.team_id, n.worker_id
    ),
    posts as (
      select p.worker_id, p.team_id, p.role from post p where p.team_id is not null and p.started_on <= ${work.today.toString()}::date
        and (p.ended_on is null or p.ended_on >= ${work.today.toString()}::date)
    ),
    leads as (
      select distinct l.attendance_id, h.worker_id from late l join posts h on h.role in ('team_manager', 'duty_manager') and (h.team_id = l.team_id
        or h.team_id in (select o.team_id from posts o where o.worker_id = l.worker_id))
    ),
    told as (
      insert into app.notice (worker_id, kind, path, made_by)
      select s.worker_id, 'attendance_late', '/attendances/' || s.attendance_id, ${work.actor.id}::uuid from leads s
    )
    select id from late`.execute(work.db())
  return rows.length + (await climbQuestions(work))
}

/** What nobody answered within a working day climbs to the leads of the team that is asked, once. */
async function climbQuestions(work: Work): Promise<number> {
  const askedBefore = addWorkingDays(work.today, -1).toZonedDateTime('Europe/London').toInstant()
  const { rows } = await sql<{ id: string }>`
    with late as (
      update attendance_question q set climbed_at = ${work.now}
      where q.answered_at is null and q.climbed_at is null and q.asked_at < ${askedBefore}
      returning q.id, q.attendance_id, q.team_id
    ),
    told as (
      insert into app.notice (worker_id, kind, path, made_by)
      select distinct p.worker_id, 'attendance_question_late', '/attendances/' || l.attendance_id, ${work.actor.id}::uuid
      from late l join post p on p.team_id = l.team_id and p.role in ('team_manager', 'duty_manager') and p.started_on <= ${work.today.toString()}::date
        and (p.ended_on is null or p.ended_on >= ${work.today.toString()}::date)
    )
    select id from late`.execute(work.db())
  return rows.length
}
