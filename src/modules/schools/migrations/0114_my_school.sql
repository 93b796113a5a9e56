-- What a school's safeguarding lead needs to know of its children: who works with them, whom to ring, the plan by its summary, and the meeting to which
-- the school is asked. Nobody is given a record by it, and it ends with the school's involvement (Keeping children safe in education 2025, part 2).

-- Schools of which the caller is a safeguarding lead today.
create function access.schools_led() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct o.id from record.worker w join record.post p on p.worker_id = w.id and p.role = 'designated_safeguarding_lead'
    join record.organisation o on o.id = w.organisation_id and o.kind = 'school'
  where w.id = access.working_actor(current_setting('role', true)) and p.started_on <= platform.today() and (p.ended_on is null or p.ended_on >= platform.today()) $$;
select platform.hand_over('access.schools_led()', 'gatekeeper', array['practitioner']);

-- Children at these schools today, by whoever of the school works with them; the last day is the first on which nothing is told.
create function access.pupils_of(schools uuid[]) returns table (person_id uuid, school_id uuid, since date) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select x.person_id, o.id, min(x.started_on) from (
      select i.person_id, i.organisation_id, i.started_on, i.ended_on from record.involvement i where i.organisation_id = any (schools)
      union all select i.person_id, w.organisation_id, i.started_on, i.ended_on from record.worker w join record.involvement i on i.worker_id = w.id
        where w.organisation_id = any (schools) and i.organisation_id is null
    ) x join record.organisation o on o.id = x.organisation_id and o.kind = 'school'
  where x.started_on <= platform.today() and (x.ended_on is null or x.ended_on > platform.today()) group by 1, 2 $$;
select platform.hand_over('access.pupils_of(uuid[])', 'gatekeeper');

-- Of those with open work or a plan, what the school may know; of anybody kept from the caller nothing, not that there is somebody.
create function access.children_of_my_school() returns table (person_id uuid, school text, given text, family text, born date, since date, is_named boolean,
    worker text, role text, team text, telephone text, in_need_since date, protected_since date, category text,
    meeting_id uuid, meeting_kind text, meeting_at timestamptz, is_invited boolean, report text, report_due_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as (select access.working_actor(current_setting('role', true)) as id, array(select access.schools_led()) as schools),
  pupil as (select p.* from me, access.pupils_of(me.schools) p where not p.person_id = any (access.sealed_from_me()))
  select p.person_id, o.name, n.given, n.family, c.date_of_birth, p.since,
    exists (select from record.involvement i where i.person_id = p.person_id and i.worker_id = me.id and i.started_on <= platform.today()
      and (i.ended_on is null or i.ended_on > platform.today())),
    held.worker, held.role, held.team, held.telephone, need.started_on, plan.started_on, coalesce(plan.latest_category, plan.initial_category),
    met.id, met.kind, met.planned_at, coalesce(met.is_invited, false), met.report,
    case when met.report = 'asked' then (select max(k.due_on) from record.clock k where k.person_id = p.person_id and k.outcome = 'open'
      and k.definition_id = 'CONF_REPORT_CHAIR' and k.due_on <= (met.planned_at at time zone 'Europe/London')::date) end
  from me cross join pupil p join record.organisation o on o.id = p.school_id join record.person c on c.id = p.person_id
  left join lateral (select x.given, x.family from record.person_name x where x.person_id = p.person_id and x.is_main and x.ended_on is null limit 1) n on true
  left join lateral (select w.display_name as worker, a.role, t.name as team, coalesce(w.telephone, t.telephone) as telephone
    from record.allocation a join record.team t on t.id = a.team_id left join record.worker w on w.id = a.worker_id
    where a.person_id = p.person_id and a.role in ('lead_social_worker', 'lead_practitioner', 'queue') and a.started_on <= platform.today()
      and (a.ended_on is null or a.ended_on > platform.today()) order by a.role = 'queue', a.started_on desc, a.id limit 1) held on true
  left join lateral (select x.* from record.cp_plan x where x.person_id = p.person_id and x.ended_on is null and x.started_on <= platform.today()
    order by x.started_on desc limit 1) plan on true
  left join lateral (select x.started_on from record.cin_plan x where x.person_id = p.person_id and x.ended_on is null and x.started_on <= platform.today()
    order by x.started_on desc limit 1) need on true
  left join lateral (select m.id, m.kind, m.planned_at, i.worker_id is not distinct from me.id as is_invited,
      case when not i.report_expected then 'not_asked'
        when exists (select from record.paper d where d.invitee_id = i.id and d.status = 'finished') then 'finished' else 'asked' end as report
    from record.meeting m join record.meeting_invitee i on i.meeting_id = m.id and i.side = 'professional' and i.withdrawn_at is null
      and i.excluded_because is null left join record.worker w on w.id = i.worker_id left join record.involvement v on v.id = i.involvement_id
    where m.person_ids && array[p.person_id] and m.status = 'planned' and m.planned_at >= now() and not m.person_ids && access.sealed_from_me()
      and coalesce(w.organisation_id, v.organisation_id, i.organisation_id) = p.school_id
    order by m.planned_at, i.worker_id is not distinct from me.id desc, m.id limit 1) met on true
  where held.team is not null or plan.id is not null or need.started_on is not null $$;
select platform.hand_over('access.children_of_my_school()', 'gatekeeper', array['practitioner']);
