import { sql } from 'kysely'
import type { Work } from '#platform/db'

/**
 * What no school had read when its day began, and what nobody had decided by then, climbs once: whoever leads the front door is told, and the
 * leads of the school once more. Service listener.
 * @returns how many lines climbed
 */
export async function climbLateNotices(work: Work): Promise<number> {
  const today = work.today.toString()
  const { rows } = await sql<{ id: string }>`
    with unread as (
      update partner_notice_reader set climbed_at = ${work.now}
      where read_at is null and withdrawn_at is null and climbed_at is null and read_before <= ${work.now}
      returning id, notice_id, organisation_id
    ),
    undecided as (
      update partner_notice_question set climbed_at = ${work.now}
      where answered_at is null and climbed_at is null and answer_before <= ${work.now}
      returning id, notice_id, team_id
    ),
    doors as (
      select u.notice_id, r.team_id, '/partner-notices/' || u.notice_id as path from unread u
        join partner_notice_reader r on r.notice_id = u.notice_id and r.kind = 'front_door'
      union select d.notice_id, d.team_id, '/partner-notices/queue/' || d.id from undecided d
    ),
    in_post as (
      select p.worker_id, p.team_id, p.role, w.organisation_id from post p join worker w on w.id = p.worker_id and w.left_at is null
      where p.started_on <= ${today}::date and (p.ended_on is null or p.ended_on >= ${today}::date)
    ),
    told as (
      insert into app.notice (worker_id, kind, path, made_by)
      select i.worker_id, case when d.path like '%/queue/%' then 'notice_undecided' else 'encompass_late' end, d.path, ${work.actor.id}::uuid
        from doors d join in_post i on i.team_id = d.team_id and i.role in ('team_manager', 'duty_manager')
      union select i.worker_id, 'encompass_late', '/partner-notices/' || u.notice_id, ${work.actor.id}::uuid
        from unread u join in_post i on i.organisation_id = u.organisation_id and i.role = 'designated_safeguarding_lead'
    )
    select id from unread union all select id from undecided`.execute(work.db())
  return rows.length
}
