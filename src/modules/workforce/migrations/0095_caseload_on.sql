-- Caseload on any days, as the record stands or stood: the one way in which children held and FTE are counted (docs/caseload.md). Numbers
-- alone, of no child: nobody restricted from the asker is counted, so that no number tells of them. It takes the place of
-- access.caseloads (0022), which answered for the present alone.
drop function access.caseloads(uuid[]);

-- Read at a past moment too. What a known-at view shows it asks with its reader's rights on both tables beneath.
do $$ declare t text; begin
  foreach t in array array['allocation', 'family_member', 'early_career', 'worker_absence', 'cp_plan', 'cin_plan', 'need', 'note_person'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant select on record.%1$I, history.%1$I, known_at.%1$I to %%I', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy counts_caseloads on history.%I for select to %%1$s using (true)', t));
  end loop;
  foreach t in array array['early_career', 'worker_absence', 'cp_plan', 'cin_plan', 'need'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy counts_caseloads on record.%I for select to %%1$s using (true)', t));
  end loop;
  foreach t in array array['post', 'worker'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant select on known_at.%I to %%I', t));
  end loop;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant usage on schema known_at, history to %I');
-- Whoever held children at some time in a span of days, without a look at those who ended long before.
create index allocation_ended on record.allocation (ended_on);
create index allocation_worker_days on record.allocation (worker_id, started_on);
create index allocation_team_days on record.allocation (team_id, started_on);

-- Posts that may hold children, as queries/caseHolding.ts of the agencies has it; cover counts nothing.
create function access.may_hold(role text, holds_cases boolean) returns boolean language sql immutable set search_path = pg_catalog, pg_temp
  return holds_cases and role in ('social_worker', 'senior_social_worker', 'team_manager', 'conference_chair', 'family_help_practitioner',
    'mental_health_practitioner', 'substance_misuse_practitioner', 'domestic_abuse_practitioner', 'health_visitor', 'school_nurse',
    'designated_safeguarding_lead');
select platform.for_roles(array['gatekeeper'], 'grant execute on function access.may_hold(text, boolean) to %I');

--   leave_days      an absence longer than this takes its worker out of the count, from its first day
--   agency_counts   whether agency workers are capacity; early_reduces: whether an early-career share does
--   workers         only these; null: everybody
--   teams_only      no row of a worker: of two years in a county those would be ten thousand
-- A row for each day, team and worker, and one without a worker for the whole team. fte is what the posts say. counted is what the rule
-- makes of them: of one worker it is told to themself, their line and directors (class D1 lies behind it); of a team to everyone, unless
-- one person is all of it.
create function access.caseload_on(days date[], leave_days integer, agency_counts boolean, early_reduces boolean, workers uuid[] default null,
    teams_only boolean default false)
  returns table (day date, team_id uuid, worker_id uuid, led integer, co_worked integer, chaired integer, families integer,
    co_families integer, fte numeric, counted numeric)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $f$
begin
  if access.working_actor(current_setting('role', true)) is null then return; end if;
  return query execute replace($q$
    with asked as (select distinct d as day from unnest($1) d),
    span as (select min(a.day) as first, max(a.day) as last from asked a),
    held as materialized (
      select a.person_id, a.team_id, a.worker_id, a.role, a.started_on, coalesce(a.ended_on, 'infinity') as ended_on,
        coalesce((select m.family_id from shown.family_member m
          where m.person_id = a.person_id and m.role = 'child' order by m.started_on desc nulls last, m.id limit 1), a.person_id) as family_id
      from shown.allocation a
      where a.worker_id is not null and a.started_on <= (select s.last from span s)
        and (a.ended_on is null or a.ended_on > (select s.first from span s))
        and ($5 is null or a.worker_id = any ($5)) and not (a.person_id = any ((select access.sealed_from_me())::uuid[]))
    ),
    in_family as (
      select a.day, h.team_id, h.worker_id, h.family_id, count(*) filter (where h.role in ('lead_social_worker', 'lead_practitioner')) as led,
        count(*) filter (where h.role = 'co_worker') as co_worked, count(*) filter (where h.role = 'conference_chair') as chaired
      from asked a join held h on h.started_on <= a.day and h.ended_on > a.day group by 1, 2, 3, 4
    ),
    children as (
      select b.day, b.team_id, b.worker_id, sum(b.led)::integer as led, sum(b.co_worked)::integer as co_worked,
        sum(b.chaired)::integer as chaired, (count(*) filter (where b.led > 0))::integer as families,
        (count(*) filter (where b.led = 0 and b.co_worked > 0))::integer as co_families
      from in_family b group by 1, 2, 3
    ),
    early as materialized (
      select e.worker_id, a.day, min(e.caseload_share) as share from asked a join shown.early_career e
        on e.started_on <= a.day and (e.assessed_on is null or e.assessed_on > a.day) where $4 group by 1, 2
    ),
    away as materialized (
      select distinct w.worker_id, a.day from asked a join shown.worker_absence w on not w.counts_as_capacity
        and w.from_day <= a.day and (w.until_day is null or w.until_day >= a.day) and coalesce(w.until_day, a.day) - w.from_day + 1 > $2
    ),
    there as materialized (
      select w.id, coalesce((w.left_at at time zone 'Europe/London')::date, 'infinity') as left_on from shown.worker w
    ),
    in_post as (
      select a.day, p.team_id, p.worker_id, p.fte,
        p.fte * (p.employment <> 'agency' or $3)::integer * coalesce(e.share, 1) * (x.worker_id is null)::integer as counted
      from asked a join shown.post p on p.started_on <= a.day and (p.ended_on is null or p.ended_on >= a.day)
        join there w on w.id = p.worker_id and w.left_on > a.day
        left join early e on e.worker_id = p.worker_id and e.day = a.day
        left join away x on x.worker_id = p.worker_id and x.day = a.day
      where p.team_id is not null and p.covers_post_id is null and access.may_hold(p.role, p.holds_cases)
        and ($5 is null or p.worker_id = any ($5))
    ),
    posts as (
      select i.day, i.team_id, i.worker_id, sum(i.fte) as fte, sum(i.counted) as counted from in_post i group by 1, 2, 3
    ),
    near as (
      select h.worker_id from record.post mine join record.team t on t.id = mine.team_id or t.service_area_id = mine.service_area_id
        join record.post h on h.team_id = t.id
      where mine.worker_id = (select platform.actor()) and mine.role in ('team_manager', 'duty_manager', 'service_leader')
    ),
    told as materialized ( -- of those near, since line_of is asked of one worker at a time
      select w.id from (select p.worker_id as id from posts p union select c.worker_id from children c) w
      where w.id = (select platform.actor()) or (select access.acts_as('director'))
        or (w.id in (select h.worker_id from near h) and access.line_of(w.id))
    ),
    rows as (
      select coalesce(c.day, p.day) as day, coalesce(c.team_id, p.team_id) as team_id, coalesce(c.worker_id, p.worker_id) as worker_id,
        coalesce(c.led, 0) as led, coalesce(c.co_worked, 0) as co_worked, coalesce(c.chaired, 0) as chaired,
        coalesce(c.families, 0) as families, coalesce(c.co_families, 0) as co_families, coalesce(p.fte, 0) as fte, coalesce(p.counted, 0) as counted
      from children c full join posts p on p.day = c.day and p.team_id = c.team_id and p.worker_id = c.worker_id
    )
    select r.day, r.team_id, r.worker_id, r.led, r.co_worked, r.chaired, r.families, r.co_families, r.fte,
      case when exists (select from told t where t.id = r.worker_id) then r.counted end
    from rows r where not $6
    union all
    select r.day, r.team_id, null, sum(r.led)::integer, sum(r.co_worked)::integer, sum(r.chaired)::integer,
      sum(r.families)::integer, sum(r.co_families)::integer, sum(r.fte), case when count(*) filter (where r.fte > 0) <> 1 or bool_or(r.fte > 0 and exists (select from told t where t.id = r.worker_id))
        then sum(r.counted) end
    from rows r where $5 is null group by r.day, r.team_id
  $q$, 'shown.', case when platform.known_at() is null then 'record.' else 'known_at.' end)
  using days, leave_days, agency_counts, early_reduces, workers, teams_only;
end $f$;
select platform.hand_over('access.caseload_on(date[], integer, boolean, boolean, uuid[], boolean)', 'gatekeeper',
  array['practitioner', 'duty', 'director', 'administrator']);

-- What weighs on each worker of a team: children led, by plan, and their needs that are not met yet. A view of its own: it is never mixed
-- into the ratio above.
create function access.caseload_weight_on(on_day date)
  returns table (team_id uuid, worker_id uuid, protection integer, in_need integer, other integer, needs integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $f$
begin
  if access.working_actor(current_setting('role', true)) is null then return; end if;
  return query execute replace($q$
    with led as materialized (
      select a.person_id, a.team_id, a.worker_id from shown.allocation a
      where a.role in ('lead_social_worker', 'lead_practitioner') and a.started_on <= $1 and (a.ended_on is null or a.ended_on > $1)
        and not (a.person_id = any ((select access.sealed_from_me())::uuid[]))
    ),
    child as (
      select l.team_id, l.worker_id,
        exists (select from shown.cp_plan p where p.person_id = l.person_id and p.started_on <= $1
          and (p.ended_on is null or p.ended_on > $1) offset 0) as protected,
        exists (select from shown.cin_plan p where p.person_id = l.person_id and p.started_on <= $1
          and (p.ended_on is null or p.ended_on > $1) offset 0) as planned,
        (select count(*) from shown.need n where n.person_id = l.person_id and n.noted_on <= $1
          and (n.met_on is null or n.met_on > $1)) as needs
      from led l
    )
    select c.team_id, c.worker_id, (count(*) filter (where c.protected))::integer,
      (count(*) filter (where c.planned and not c.protected))::integer,
      (count(*) filter (where not c.planned and not c.protected))::integer, sum(c.needs)::integer
    from child c group by 1, 2
  $q$, 'shown.', case when platform.known_at() is null then 'record.' else 'known_at.' end) using on_day;
end $f$;

-- Practice against caseload: the asker says in which band each worker was on the first of each month, and is told by band alone what
-- happened in those months. Visits are held ones at which the child was seen, by anybody, while the worker led.
create index note_person_visits on record.note_person (happened_at) where kind = 'visit';
create index cp_plan_started on record.cp_plan (started_on);
create index allocation_started on record.allocation (started_on) where role in ('lead_social_worker', 'lead_practitioner');
create function access.practice_by_band(months date[], workers uuid[], bands text[])
  returns table (band text, begun integer, seen integer, days_to_first integer, visits integer, stepped_up integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $f$
begin
  if access.working_actor(current_setting('role', true)) is null then return; end if;
  return query execute replace($q$
    with said as materialized (select * from unnest($1, $2, $3) s (month, worker_id, band)),
    span as (select min(s.month) as first, (max(s.month) + interval '1 month')::date as last from said s),
    led as materialized (
      select a.person_id, a.worker_id, a.started_on, coalesce(a.ended_on, 'infinity') as ended_on from shown.allocation a
      where a.role in ('lead_social_worker', 'lead_practitioner') and a.worker_id = any ($2) and a.started_on < (select s.last from span s)
        and (a.ended_on is null or a.ended_on > (select s.first from span s))
        and not (a.person_id = any ((select access.sealed_from_me())::uuid[]))
    ),
    seen as materialized (
      select n.person_id, (n.happened_at at time zone 'Europe/London')::date as day from shown.note_person n
      where n.kind = 'visit' and n.outcome = 'held' and n.was_seen and n.corrects_note_id is null
        and n.happened_at >= (select s.first from span s)::timestamp at time zone 'Europe/London'
        and n.happened_at < ((select s.last from span s) + 60)::timestamp at time zone 'Europe/London'
    ),
    begun as (
      select s.band, min(v.day) - l.started_on as days
      from led l join said s on s.worker_id = l.worker_id and s.month = date_trunc('month', l.started_on)::date
        left join seen v on v.person_id = l.person_id and v.day >= l.started_on and v.day < l.ended_on and v.day <= l.started_on + 60
      where l.started_on >= (select s2.first from span s2) and l.started_on <= platform.today() - 60
      group by s.band, l.person_id, l.worker_id, l.started_on
    ),
    visited as (
      select s.band, count(*)::integer as visits from led l join seen v on v.person_id = l.person_id and v.day >= l.started_on
        and v.day < l.ended_on join said s on s.worker_id = l.worker_id and s.month = date_trunc('month', v.day)::date group by s.band
    ),
    raised as (
      select s.band, count(*)::integer as plans from led l join shown.cp_plan p on p.person_id = l.person_id
          and p.started_on >= l.started_on and p.started_on < l.ended_on
        join said s on s.worker_id = l.worker_id and s.month = date_trunc('month', p.started_on)::date group by s.band
    )
    select b.band, coalesce((select count(*)::integer from begun g where g.band = b.band), 0),
      coalesce((select count(g.days)::integer from begun g where g.band = b.band), 0),
      coalesce((select sum(g.days)::integer from begun g where g.band = b.band), 0),
      coalesce((select v.visits from visited v where v.band = b.band), 0), coalesce((select r.plans from raised r where r.band = b.band), 0)
    from (select distinct s.band from said s) b
  $q$, 'shown.', case when platform.known_at() is null then 'record.' else 'known_at.' end) using months, workers, bands;
end $f$;
select platform.hand_over(f, 'gatekeeper', array['practitioner', 'duty', 'director', 'administrator']) from unnest(array[
  'access.caseload_weight_on(date)', 'access.practice_by_band(date[], uuid[], text[])']) f;
