import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'

/** What was read is read some hours after it came, and what nurses did of it is kept; corrections came when the hospital wrote them. */
export async function readNotices(
  work: Work,
  unread: readonly string[],
  midnight: Temporal.Instant,
): Promise<void> {
  await sql`
    update attendance_notice n set read_at = x.read_at, read_by = x.reader, done = x.done,
      done_at = case when x.done is null then null else x.read_at + interval '20 minutes' end,
      done_by = case when x.done is null then null else x.reader end,
      withdrawn_at = case when n.withdrawn_at is null then null else x.corrected_at + interval '2 minutes' end, version = n.version + 1
    from (
      select n.id, coalesce(a.person_sent_at, a.sent_at) as corrected_at, least(a.received_at + interval '55 minutes', ${midnight}::timestamptz - interval '1 hour') as read_at, w.reader,
        case when n.withdrawn_at is null and n.kind in ('health_visitor', 'school_nurse')
          then (array['telephoned', 'no_action', 'visit_planned', 'seen'])[1 + right(a.visit_key, 1)::int % 4] end as done
      from attendance_notice n join attendance a on a.id = n.attendance_id
      join lateral (
        select n.worker_id as reader where n.worker_id is not null
        union all (select p.worker_id from post p where n.worker_id is null and p.team_id = n.team_id and p.ended_on is null and p.role = any (
          case n.kind when 'team_duty' then array['team_manager'] when 'front_door' then array['social_worker']
            when 'school_nurse' then array['school_nurse'] else array['health_visitor'] end) order by p.started_on, p.id limit 1)
        limit 1) w on true
      where a.visit_key <> all (${[...unread]}::text[])
    ) x where x.id = n.id`.execute(work.db())
  await sql`
    update attendance_question q set answered_at = a.received_at + interval '4 hours', answer = 'not_known_here',
      answered_by = (select p.worker_id from post p where p.team_id = q.team_id and p.ended_on is null order by p.started_on, p.id limit 1)
    from attendance a where a.id = q.attendance_id and q.answered_at is null and q.reason = 'no_match'
      and a.visit_key <> all (${[...unread]}::text[])`.execute(work.db())
  await sendOn(work, unread)
}

/** Each question was asked when its visit came; what was another council's was sent there the same afternoon. */
async function sendOn(work: Work, unread: readonly string[]): Promise<void> {
  await sql`
    update attendance_question q set asked_at = a.received_at from attendance a where a.id = q.attendance_id`.execute(
    work.db(),
  )
  await sql`
    update attendance_question q set answered_at = a.received_at + interval '2 hours', answer = 'sent_on', council_id = n.council_id,
      sent_on_at = a.received_at + interval '2 hours', sent_on_how = 'telephone_and_email', received_by = 'Their paediatric liaison nurse',
      identifier_tried = case when a.told_nhs_number is null then 'not_told' else 'nhs_number' end,
      answered_by = (select p.worker_id from post p where p.team_id = q.team_id and p.ended_on is null order by p.started_on, p.id limit 1)
    from attendance a join attendance_notice n on n.attendance_id = a.id and n.kind = 'out_of_area'
    where a.id = q.attendance_id and q.answered_at is null and q.reason = 'lives_elsewhere' and a.visit_key <> all (${[...unread]}::text[])`.execute(
    work.db(),
  )
}

const COUNTED_DAYS = 10

/** What the hospital counted itself, day by day; of one day it lists a visit that never came here. */
export async function tellTallies(work: Work, senderId: Uuid, today: Temporal.PlainDate): Promise<void> {
  const missing = today.subtract({ days: 2 }).toString()
  await sql`
    insert into attendance_tally (sender_id, on_day, visits, visit_keys, recorded_from)
    select ${senderId}, d::date, count(a.id) + case when d::date = ${missing}::date then 1 else 0 end,
      coalesce(array_agg(a.visit_key) filter (where a.id is not null), '{}')
        || case when d::date = ${missing}::date then array['E10999'] else '{}'::text[] end,
      least(d + interval '1 day 6 hours', ${at(today, '00:00')}::timestamptz)
    from generate_series(${today.subtract({ days: COUNTED_DAYS }).toString()}::date, ${today.subtract({ days: 1 }).toString()}::date, interval '1 day') d
    left join attendance a on a.sender_id = ${senderId} and (a.arrived_at at time zone 'Europe/London')::date = d::date and a.status <> 'cancelled'
    group by d`.execute(work.db())
}
