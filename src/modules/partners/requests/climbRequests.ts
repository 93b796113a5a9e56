import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { addWorkingDays } from '#reference'

/**
 * What an agency has not answered a working day after its day climbs once: whoever leads a team of who asked is told. Service listener.
 * @returns how many climbed
 */
export async function climbRequests(work: Work): Promise<number> {
  const today = work.today.toString()
  const { rows } = await sql<{ id: string }>`
    with late as (
      update agency_request set climbed_at = ${work.now}
      where answered_at is null and climbed_at is null and answer_by < ${addWorkingDays(work.today, -1).toString()}::date
      returning id, person_id, asked_by
    ),
    posts as (
      select p.worker_id, p.team_id, p.role from post p where p.team_id is not null and p.started_on <= ${today}::date
        and (p.ended_on is null or p.ended_on >= ${today}::date)
    ),
    told as (
      insert into app.notice (worker_id, kind, path, made_by)
      select distinct h.worker_id, 'agency_late', '/people/' || l.person_id || '/contributions', ${work.actor.id}::uuid
      from late l join posts o on o.worker_id = l.asked_by join posts h on h.team_id = o.team_id and h.role in ('team_manager', 'duty_manager')
      where h.worker_id <> l.asked_by
    )
    select id from late`.execute(work.db())
  return rows.length
}
