-- How quickly hospitals tell and teams read, of all visits since a day: numbers, and visits that a hospital lists and nobody told of. Of no child.
create function access.attendance_standing(since date) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with visit as (
    select a.id, a.sender_id, a.visit_key, a.status, a.recorded_from, (a.arrived_at at time zone 'Europe/London')::date as on_day,
      extract(epoch from a.received_at - a.arrived_at) / 60 as lag
    from record.attendance a where a.arrived_at >= since::timestamp at time zone 'Europe/London'
  ), sender as (
    select v.sender_id, count(*) as visits, percentile_cont(0.5) within group (order by v.lag) as median_minutes, max(v.lag) as worst_minutes,
      max(v.recorded_from) as last_at
    from visit v group by v.sender_id
  ), speed as (
    select m.sender_id, percentile_cont(0.99) within group (order by m.taken_ms) as answer_ms,
      percentile_cont(0.95) within group (order by extract(epoch from w.ended_at - uuid_extract_timestamp(m.id))) filter (where w.state = 'done') as listed_seconds
    from app.message_in m cross join lateral (select state, ended_at from app.message_work where message_id = m.id offset 0) w -- a week of them, each by its key
    where m.received_at >= now() - interval '7 days' and m.sender_id is not null
    group by m.sender_id
  ), told as (
    select n.team_id, n.read_by_day, n.read_at, n.recorded_from, (n.read_at at time zone 'Europe/London')::date <= n.read_by_day as in_time,
      n.read_at is null and n.read_by_day < (now() at time zone 'Europe/London')::date as is_late
    from visit v join record.attendance_notice n on n.attendance_id = v.id where n.team_id is not null and n.withdrawn_at is null
  ), team as (
    select t.team_id, count(*) as told, count(*) filter (where t.in_time) as in_time, count(*) filter (where t.read_at is null) as unread,
      count(*) filter (where t.is_late) as late, min(t.read_by_day) filter (where t.read_at is null) as oldest_day
    from told t group by t.team_id
  ), tally as (
    select y.sender_id, y.on_day, y.visits as theirs, (select count(*) from visit v where v.sender_id = y.sender_id and v.on_day = y.on_day
        and v.status <> 'cancelled') as ours,
      array(select k from unnest(y.visit_keys) k where not exists (select from record.attendance a where a.sender_id = y.sender_id and a.visit_key = k)
        order by k limit 100) as missing
    from record.attendance_tally y where y.on_day >= since order by y.on_day desc, y.sender_id limit 100
  ), question as (
    select q.reason, count(*) as open, min(q.asked_at) as oldest_at
    from record.attendance_question q where q.answered_at is null group by q.reason
  )
  select jsonb_build_object(
    'visits', (select count(*) from visit where status <> 'cancelled'),
    'unmatched', (select count(*) from visit v where v.status <> 'cancelled' and not exists (select from record.attendance_match m where m.attendance_id = v.id)),
    'senders', coalesce((select jsonb_agg(to_jsonb(s) order by s.sender_id) from sender s), '[]'), 'teams', coalesce((select jsonb_agg(to_jsonb(t) order by t.team_id) from team t), '[]'),
    'speeds', coalesce((select jsonb_agg(to_jsonb(s) order by s.sender_id) from speed s), '[]'),
    'questions', coalesce((select jsonb_agg(to_jsonb(q) order by q.reason) from question q), '[]'),
    'stuck', (select count(*) from app.message_work w where w.state in ('refused', 'dead')),
    'stuckSince', (select min(m.received_at) from app.message_work w join app.message_in m on m.id = w.message_id where w.state in ('refused', 'dead')),
    'tallies', coalesce((select jsonb_agg(to_jsonb(y) order by y.on_day desc, y.sender_id) from tally y), '[]')) $$;
do $$ declare t text; begin
  foreach t in array array['attendance', 'attendance_notice', 'attendance_tally'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant select (id, sender_id, received_at, taken_ms) on app.message_in to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (message_id, state, ended_at) on app.message_work to %I');
select platform.policy_for(array['gatekeeper'], 'create policy counts on app.message_in for select to %1$s using (true)');
select platform.policy_for(array['gatekeeper'], 'create policy counts on app.message_work for select to %1$s using (true)');
select platform.hand_over('access.attendance_standing(date)', 'gatekeeper', array['practitioner', 'duty', 'director']);
