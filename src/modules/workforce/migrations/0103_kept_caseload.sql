-- What each month changed in the number of children whom a team holds, kept as it is written, so that caseload over time costs what the
-- teams and months cost and not what the county's children do. An allocation adds where it is first held on the first of a month, and takes
-- away where it is first held no more; a row told late, changed or taken back adds its difference in the months that it concerns.
-- Never one total that is written again and again: two who allocate in one team at the same time would wait for each other.
create table access.caseload_turn (
  id bigint generated always as identity primary key,
  team_id uuid not null,
  month date not null check (extract(day from month) = 1),
  led integer not null,
  co_worked integer not null,
  chaired integer not null
);
create index caseload_turn_team on access.caseload_turn (team_id, month);
alter table access.caseload_turn enable row level security;
alter table access.caseload_turn force row level security;
select platform.for_roles(array['gatekeeper'], 'grant select, insert, delete on access.caseload_turn to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps on access.caseload_turn for all to %1$s using (true) with check (true)');
select platform.for_roles(array['backup', 'verifier'], 'grant select on access.caseload_turn to %I');
select platform.policy_for(array['backup', 'verifier'], 'create policy service_reads on access.caseload_turn for select to %1$s using (true)');
-- What began since the first of a month is found by allocation_team_days. An index by the day alone is a trap: "the last one of this child"
-- would be looked for through the days of everybody.

-- The first of a month on which something of that day is felt.
create function access.felt_in(day date) returns date language sql immutable set search_path = pg_catalog, pg_temp
  return (date_trunc('month', day - 1) + interval '1 month')::date;
select platform.for_roles(array['gatekeeper'], 'grant execute on function access.felt_in(date) to %I');

-- What an allocation changes, month by month. way: 1 it is there, -1 it is there no more
create function access.turns_of(a record.allocation, way integer)
  returns table (team_id uuid, month date, led integer, co_worked integer, chaired integer)
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (a).team_id, x.month, x.n * ((a).role in ('lead_social_worker', 'lead_practitioner'))::integer,
    x.n * ((a).role = 'co_worker')::integer, x.n * ((a).role = 'conference_chair')::integer
  from (values (access.felt_in((a).started_on), way), (access.felt_in((a).ended_on), - way)) x (month, n)
  where (a).worker_id is not null and x.month is not null and access.felt_in((a).started_on) is distinct from access.felt_in((a).ended_on) $$;
select platform.for_roles(array['gatekeeper'], 'grant execute on function access.turns_of(record.allocation, integer) to %I');

create function access.keep_turns() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    insert into access.caseload_turn (team_id, month, led, co_worked, chaired) select * from access.turns_of(old, -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into access.caseload_turn (team_id, month, led, co_worked, chaired) select * from access.turns_of(new, 1);
  end if;
  return null;
end $$;
create trigger keeps_turns after insert or delete or update of team_id, worker_id, role, started_on, ended_on on record.allocation
  for each row execute function access.keep_turns();
select platform.hand_over('access.keep_turns()', 'gatekeeper', '{}');

-- How many kept figures differ from the allocations: of teams and months.
create function access.turns_differing() returns bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from (
    select t.team_id, t.month from (
      select k.team_id, k.month, k.led, k.co_worked, k.chaired from access.caseload_turn k
      union all
      select c.team_id, c.month, - c.led, - c.co_worked, - c.chaired from record.allocation a cross join lateral access.turns_of(a, 1) c) t
    group by 1, 2 having sum(t.led) <> 0 or sum(t.co_worked) <> 0 or sum(t.chaired) <> 0) d $$;
select platform.hand_over('access.turns_differing()', 'gatekeeper', array['verifier']);

-- Counted afresh, one row for each team and month: after a bulk load, and nightly. Whoever writes an allocation meanwhile waits for it.
-- Answers how many figures differed.
create function access.gather_turns() returns bigint language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare differing bigint;
begin
  lock table access.caseload_turn in share row exclusive mode;
  differing := access.turns_differing();
  delete from access.caseload_turn;
  insert into access.caseload_turn (team_id, month, led, co_worked, chaired)
    select c.team_id, c.month, sum(c.led), sum(c.co_worked), sum(c.chaired)
    from record.allocation a cross join lateral access.turns_of(a, 1) c group by 1, 2;
  return differing;
end $$;
select platform.hand_over('access.gather_turns()', 'gatekeeper', array['clockkeeper', 'importer', 'storyteller']);

-- Whole teams on any days as they are known now: what access.caseload_on (0095) says of teams, without families, for what teams and months
-- cost. A test holds the two to be the same.
create function access.team_caseload_on(days date[], leave_days integer, agency_counts boolean, early_reduces boolean)
  returns table (day date, team_id uuid, led integer, co_worked integer, chaired integer, fte numeric, counted numeric)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null then return; end if;
  return query
    with asked as (select distinct d as day from unnest(days) d),
    months as ( -- added up from the first
      select t.team_id, t.month, sum(sum(t.led)) over upto as led, sum(sum(t.co_worked)) over upto as co_worked,
        sum(sum(t.chaired)) over upto as chaired, lead(t.month, 1, 'infinity') over upto as until
      from access.caseload_turn t group by t.team_id, t.month window upto as (partition by t.team_id order by t.month)
    ),
    since as ( -- what began and ended since the first of the day's month, and nobody restricted from the asker
      select a.day, x.team_id, x.role, x.n from asked a cross join lateral (
        select b.team_id, b.role, 1 as n from record.allocation b
        where b.worker_id is not null and b.started_on > date_trunc('month', a.day)::date and b.started_on <= a.day
        union all
        select e.team_id, e.role, -1 from record.allocation e
        where e.worker_id is not null and e.ended_on > date_trunc('month', a.day)::date and e.ended_on <= a.day
        union all
        select r.team_id, r.role, -1 from record.allocation r where r.person_id = any ((select access.sealed_from_me())::uuid[])
          and r.worker_id is not null and r.started_on <= a.day and (r.ended_on is null or r.ended_on > a.day)) x
    ),
    children as (
      select b.day, b.team_id, sum(b.led) as led, sum(b.co_worked) as co_worked, sum(b.chaired) as chaired from (
        select a.day, m.team_id, m.led, m.co_worked, m.chaired from asked a join months m on m.month <= a.day and m.until > a.day
        union all
        select s.day, s.team_id, s.n * (s.role in ('lead_social_worker', 'lead_practitioner'))::integer,
          s.n * (s.role = 'co_worker')::integer, s.n * (s.role = 'conference_chair')::integer from since s) b
      group by 1, 2 having sum(b.led) > 0 or sum(b.co_worked) > 0 or sum(b.chaired) > 0
    ),
    held as materialized (
      select p.team_id, p.worker_id, p.worker_id::text as who, p.fte, p.fte * (p.employment <> 'agency' or agency_counts)::integer as counted, p.started_on,
        least(p.ended_on + 1, (w.left_at at time zone 'Europe/London')::date) as until
      from record.post p join record.worker w on w.id = p.worker_id
      where p.team_id is not null and p.covers_post_id is null and access.may_hold(p.role, p.holds_cases)
    ),
    less as ( -- who counts for a part, or for nothing
      select z.worker_id, z.day, min(z.share) as share from (
        select e.worker_id, a.day, e.caseload_share as share from asked a join record.early_career e
          on e.started_on <= a.day and (e.assessed_on is null or e.assessed_on > a.day) where early_reduces
        union all
        select w.worker_id, a.day, 0 from asked a join record.worker_absence w on not w.counts_as_capacity and w.from_day <= a.day
          and (w.until_day is null or w.until_day >= a.day) and coalesce(w.until_day, a.day) - w.from_day + 1 > leave_days) z
      group by 1, 2
    ),
    posts as (
      select a.day, h.team_id, sum(h.fte) as fte, sum(h.counted) as counted,
        min(h.who) filter (where h.fte > 0) as one, max(h.who) filter (where h.fte > 0) as other
      from asked a join held h on h.started_on <= a.day and (h.until is null or h.until > a.day) group by 1, 2
    ),
    lost as (
      select l.day, h.team_id, sum(h.counted * (1 - l.share)) as counted
      from less l join held h on h.worker_id = l.worker_id and h.started_on <= l.day and (h.until is null or h.until > l.day) group by 1, 2
    ),
    told as materialized ( -- of whom the rule's share is told, where one person is all of a team
      select o.id::text from (select distinct p.one::uuid as id from posts p where p.one = p.other) o
      where o.id = (select platform.actor()) or (select access.acts_as('director')) or access.line_of(o.id)
    )
    select coalesce(c.day, p.day), coalesce(c.team_id, p.team_id), coalesce(c.led, 0)::integer, coalesce(c.co_worked, 0)::integer,
      coalesce(c.chaired, 0)::integer, coalesce(p.fte, 0),
      case when p.one = p.other and not exists (select from told t where t.id = p.one) then null
        else coalesce(p.counted, 0) - coalesce((select l.counted from lost l where l.day = p.day and l.team_id = p.team_id), 0) end
    from children c full join posts p on p.day = c.day and p.team_id = c.team_id;
end $$;
select platform.hand_over('access.team_caseload_on(date[], integer, boolean, boolean)', 'gatekeeper',
  array['practitioner', 'duty', 'director', 'administrator']);
