-- How many had their time before a conference, for directors, who read no meeting: numbers by team and month, of no person and no meeting.
-- A meeting about anybody who is kept from the caller is not counted.
create function access.time_given(from_day date, until_day date)
  returns table (team_id uuid, team text, month text, people integer, in_time integer, late integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with held as (
    select m.id, m.planned_at, min(due.due_on) as due_on, m.person_ids
    from record.meeting m join record.meeting_child mc on mc.meeting_id = m.id cross join lateral (
      select c.due_on from record.clock c where c.trigger_id = mc.id and c.definition_id in ('ICPC_REPORT_FAMILY', 'RCPC_REPORT_FAMILY')
      limit 1) due -- a child at a time, by index
    where m.status <> 'cancelled' and m.kind in ('initial', 'review', 'transfer_in', 'pre_birth')
      and m.planned_at >= from_day::timestamp at time zone 'Europe/London'
      and m.planned_at < (until_day + 1)::timestamp at time zone 'Europe/London'
      and not m.person_ids && (select access.sealed_from_me())
    group by m.id, m.planned_at, m.person_ids
  ), asked as (
    select h.due_on, to_char(h.planned_at at time zone 'Europe/London', 'YYYY-MM') as month,
      (select a.team_id from record.allocation a where a.person_id = any (h.person_ids)
        and a.started_on <= (h.planned_at at time zone 'Europe/London')::date
        and (a.ended_on is null or a.ended_on >= (h.planned_at at time zone 'Europe/London')::date) and a.role <> 'conference_chair'
        order by a.started_on desc, a.id limit 1) as team_id,
      (select min(c.released_at) from record.paper_copy c join record.paper p on p.id = c.paper_id where c.meeting_id = h.id
        and c.recipient_id = i.person_id and p.kind = 'social_work_report') as given_at
    from held h cross join lateral (select invitee.person_id from record.meeting_invitee invitee where invitee.meeting_id = h.id
      and invitee.side = 'family' and invitee.person_id is not null and invitee.withdrawn_at is null
      and invitee.excluded_because is null and invitee.standing is distinct from 'supporter' offset 0) i -- likewise
  )
  select t.id, t.name, a.month, count(*)::int,
    count(*) filter (where (a.given_at at time zone 'Europe/London')::date <= a.due_on)::int,
    count(*) filter (where (a.given_at at time zone 'Europe/London')::date > a.due_on)::int
  from asked a join record.team t on t.id = a.team_id
  where a.given_at is not null or a.due_on < platform.today() -- whose last day is still to come is not counted yet
  group by t.id, t.name, a.month order by t.name, a.month $$;
select platform.hand_over('access.time_given(date, date)', 'gatekeeper', array['director']);
