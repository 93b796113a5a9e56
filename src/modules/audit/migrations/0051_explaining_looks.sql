-- What was looked at in an opening, for whoever answers for it or made it: kinds of page and counts, nothing of what they said.
create function audit.seen_in_opening(opening uuid)
  returns table (action text, resource text, times bigint, first_at timestamptz, last_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.action, e.resource, count(*), min(e.at), max(e.at)
  from access.opening o join audit.entry e on e.subject_ids @> array[o.subject_id]
    and e.actor_id = o.actor_id and e.at >= o.opened_at and e.at < o.ends_at
  where o.id = opening and (access.answers_for(o.actor_id, o.subject_id) or o.actor_id = platform.actor())
  group by e.action, e.resource order by min(e.at) $$;
select platform.hand_over('audit.seen_in_opening(uuid)', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- ---------------------------------------------------------------- looks that nothing explains
-- What stands beside a look at a child's record and says why somebody looked: each branch is one rule with its reason. A tie alone is
-- no reason where it is broad (team, area, brother or sister, queue, the whole authority): then there must be a piece of work within
-- fourteen days. Asked for one stretch of days at a time.
do $$ declare t text; begin
  foreach t in array array['task', 'approval', 'plan_action'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy explains on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

create function audit.reasons_to_look(since timestamptz, until timestamptz)
  returns table (actor_id uuid, subject_id uuid, reason text, starts_at timestamptz, ends_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with written as materialized (
    select e.actor_id, s.subject_id, min(e.at) as first_at, max(e.at) as last_at, (e.at at time zone 'Europe/London')::date as day
    from audit.entry e, unnest(e.subject_ids) s (subject_id)
    where e.at >= since and e.at < until and e.actor_id is not null
      and e.action not in ('read', 'list', 'search', 'export', 'refused') group by 1, 2, 5),
  noted as materialized (
    select n.author_id, p.id as subject_id, n.happened_at from record.note n, unnest(n.person_ids) p (id)
    where n.happened_at >= since and n.happened_at < until),
  holding as materialized (
    select a.person_id, a.team_id, a.worker_id, access.day_begins(a.started_on) as starts_at, access.day_ends(a.ended_on) as ends_at
    from record.allocation a where access.day_begins(a.started_on) < until and access.day_ends(a.ended_on) > since)
  select worker_id, person_id, 'allocated', starts_at, ends_at from holding where worker_id is not null
  union all select i.worker_id, i.person_id, 'involved', access.day_begins(i.started_on), access.day_ends(i.ended_on)
    from record.involvement i where i.worker_id is not null
  -- A school's safeguarding lead reads whom the school works with, also where a colleague is named.
  union all select p.worker_id, i.person_id, 'involved', greatest(access.day_begins(i.started_on), access.day_begins(p.started_on)),
      least(access.day_ends(i.ended_on), access.day_ends(p.ended_on))
    from record.post p join record.worker w on w.id = p.worker_id join record.organisation o on o.id = w.organisation_id and o.kind = 'school'
      join record.involvement i on i.organisation_id = o.id or exists (select from record.worker c where c.id = i.worker_id and c.organisation_id = o.id)
    where p.role = 'designated_safeguarding_lead'
  union all select w.actor_id, w.subject_id, 'wrote', w.first_at, w.last_at from written w
  union all select n.author_id, n.subject_id, 'noted', n.happened_at, n.happened_at from noted n
  -- Whoever writes of one child of a family reads what stands about the others.
  union all select w.actor_id, other.person_id, 'wrote_of_family', min(w.first_at), max(w.last_at)
    from written w join record.family_member mine on mine.person_id = w.subject_id and mine.ended_on is null
      join record.family_member other on other.family_id = mine.family_id and other.ended_on is null and other.person_id <> w.subject_id
    group by 1, 2, w.day
  union all select n.author_id, other.person_id, 'wrote_of_family', n.happened_at, n.happened_at
    from noted n join record.family_member mine on mine.person_id = n.subject_id and mine.ended_on is null
      join record.family_member other on other.family_id = mine.family_id and other.ended_on is null and other.person_id <> n.subject_id
  union all select coalesce(t.worker_id, t.set_by), t.person_id, 'task', t.recorded_from, access.day_ends(coalesce(t.done_on, t.due_on))
    from record.task t where t.recorded_from < until and access.day_ends(coalesce(t.done_on, t.due_on)) > since
  union all select x.worker_id, p.id, 'approval', a.submitted_at, coalesce(a.decided_at, 'infinity')
    from record.approval a, unnest(a.person_ids) p (id), unnest(array[a.submitted_by, a.decided_by, a.to_worker_id]) x (worker_id)
    where x.worker_id is not null and a.submitted_at < until and coalesce(a.decided_at, 'infinity') >= since
  union all select m.worker_id, p.id, 'approval', a.submitted_at, coalesce(a.decided_at, 'infinity')
    from record.approval a join record.post m on m.team_id = a.team_id and m.role in ('team_manager', 'duty_manager'), unnest(a.person_ids) p (id)
    where a.submitted_at < until and coalesce(a.decided_at, 'infinity') >= since
  union all select p.owner_worker_id, p.person_id, 'plan_action', p.recorded_from, access.day_ends(coalesce(p.done_on, p.due_on))
    from record.plan_action p where p.owner_worker_id is not null
  union all select m.worker_id, cp.person_id, 'contact', c.received_at, coalesce(c.decided_at, 'infinity')
    from record.contact c join record.contact_person cp on cp.contact_id = c.id and cp.person_id is not null
      join record.post m on m.team_id = c.team_id
    where c.received_at < until and coalesce(c.decided_at, 'infinity') >= since
  union all select m.worker_id, t.person_id, 'transfer', t.requested_at, coalesce(t.decided_at, 'infinity')
    from record.transfer t join record.post m on m.team_id in (t.from_team_id, t.to_team_id) and m.role in ('team_manager', 'duty_manager')
    where t.requested_at < until and coalesce(t.decided_at, 'infinity') >= since
  union all select w, p.id, 'meeting', m.created_at, access.day_ends(m.papers_until)
    from record.meeting m, unnest(m.person_ids) p (id), unnest(m.invited_ids || m.chair_id || m.administrator_id) i (w)
    where w is not null and m.status <> 'cancelled' and m.created_at < until and access.day_ends(m.papers_until) > since
  union all select o.actor_id, o.subject_id, 'opened', o.opened_at, o.ends_at from access.opening o
    where o.opened_at < until and o.ends_at > since
  union all select m.actor_id, r.subject_id, 'named_list', r.starts_at, r.ends_at
    from access.restriction r join access.restriction_member m on m.restriction_id = r.id
  -- Managers, leaders and business support follow what the team's own workers write, and what waits in its queue.
  union all select p.worker_id, h.person_id, 'team_at_work', h.starts_at, h.ends_at
    from holding h join record.team t on t.id = h.team_id
      join record.post p on (p.team_id = h.team_id and p.role in ('team_manager', 'duty_manager', 'business_support'))
        or (p.service_area_id = t.service_area_id and p.role = 'service_leader')
    where h.worker_id is null or exists (select from written w where w.actor_id = h.worker_id and w.subject_id = h.person_id)
      or exists (select from noted n where n.author_id = h.worker_id and n.subject_id = h.person_id) $$;

-- What was found, kept apart from the audit itself, with what a manager said of it.
create table access.unexplained (
  id uuid primary key default uuidv7(),
  week_of date not null,                           -- a Monday
  actor_id uuid not null,
  subject_id uuid not null,
  times integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  resources text[] not null,
  relationship text,                               -- the broad tie, as the audit noted it
  outcome text check (outcome in ('explained', 'asked')),
  remark text,
  decided_by uuid,
  decided_at timestamptz,
  unique (week_of, actor_id, subject_id),
  constraint unexplained_decided check ((outcome is null) = (decided_at is null)),
  constraint unexplained_says_why check (outcome is null or length(trim(remark)) > 0)
);
create index unexplained_actor on access.unexplained (actor_id);
alter table access.unexplained enable row level security;
alter table access.unexplained force row level security;
select platform.for_roles(array['gatekeeper'], 'grant select, insert, update on access.unexplained to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps on access.unexplained for all to %1$s using (true) with check (true)');
select platform.for_roles(array['backup', 'verifier'], 'grant select on access.unexplained to %I');
select platform.policy_for(array['backup', 'verifier'], 'create policy service_reads on access.unexplained for select to %1$s using (true)');

-- Whether the acting person answers for this worker: manages a team in which they hold a post, or leads its area.
create function audit.answers_for_worker(worker uuid) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select worker <> platform.actor() and exists (
    select from record.post theirs left join record.team t on t.id = theirs.team_id
      join record.post mine on (mine.team_id = theirs.team_id and mine.role in ('team_manager', 'duty_manager'))
        or (mine.service_area_id in (t.service_area_id, theirs.service_area_id) and mine.role = 'service_leader')
    where theirs.worker_id = worker and mine.worker_id = platform.actor()
      and platform.today() >= theirs.started_on and (theirs.ended_on is null or platform.today() <= theirs.ended_on)
      and platform.today() >= mine.started_on and (mine.ended_on is null or platform.today() <= mine.ended_on)) $$;

-- Keeps the looks of one week (from a Monday) at children's records that no rule explains, and tells those who answer for the workers.
-- Looks in lists and searches are no looks at a record. Answers how many pairs of worker and child there were, and how many of
-- them, and of the looks, nothing explains.
create function audit.find_unexplained(monday date)
  returns table (pairs bigint, looks bigint, unexplained_pairs bigint, unexplained_looks bigint)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  begins timestamptz := access.day_begins(monday);
  ends timestamptz := access.day_begins(monday + 7);
  near interval := interval '14 days';
begin
  if extract(isodow from monday) <> 1 or monday > platform.today() or monday < platform.today() - 100 then
    raise exception 'Ask for a week of the last hundred days by its Monday, not %', monday;
  end if;
  return query
  with look as materialized (
    select e.actor_id, s.subject_id, count(*) as times, min(e.at) as first_at, max(e.at) as last_at,
      array_agg(distinct e.resource) as resources, max(e.relationship) as relationship
    from audit.entry e, unnest(e.subject_ids) s (subject_id)
    where e.at >= begins and e.at < ends and e.action in ('read', 'export') and e.class in ('practitioner', 'duty')
      and e.resource not in ('opening', 'access') and e.actor_id is not null
    group by 1, 2),
  ofchild as materialized (
    select look.* from look join record.person p on p.id = look.subject_id
    where coalesce(p.date_of_birth, platform.today()) > platform.today() - interval '18 years'),
  reason as materialized (select * from audit.reasons_to_look(begins - near, ends + near)),
  nothing as (
    select o.* from ofchild o where not exists (
      select from reason r where r.actor_id = o.actor_id and r.subject_id = o.subject_id
        and r.starts_at - near <= o.last_at and r.ends_at + near >= o.first_at)),
  kept as (
    insert into access.unexplained (week_of, actor_id, subject_id, times, first_at, last_at, resources, relationship)
    select monday, n.actor_id, n.subject_id, n.times, n.first_at, n.last_at, n.resources, n.relationship from nothing n
    on conflict (week_of, actor_id, subject_id) do nothing returning unexplained.actor_id),
  told as (
    insert into app.notice (worker_id, kind, path, made_by)
    select distinct mine.worker_id, 'unexplained', '/openings/unexplained', platform.actor()
    from kept k join record.post theirs on theirs.worker_id = k.actor_id
      left join record.team t on t.id = theirs.team_id
      join record.post mine on (mine.team_id = theirs.team_id and mine.role in ('team_manager', 'duty_manager'))
        or (mine.service_area_id in (t.service_area_id, theirs.service_area_id) and mine.role = 'service_leader'
            and theirs.role in ('team_manager', 'duty_manager'))
    where mine.worker_id <> k.actor_id
      and platform.today() >= mine.started_on and (mine.ended_on is null or platform.today() <= mine.ended_on)
      and platform.today() >= theirs.started_on and (theirs.ended_on is null or platform.today() <= theirs.ended_on))
  select (select count(*) from ofchild), (select coalesce(sum(o.times), 0)::bigint from ofchild o),
    (select count(*) from nothing), (select coalesce(sum(n.times), 0)::bigint from nothing n);
end $$;

-- What nothing explains, of workers for whom the acting person answers. People closed to the reader are left out.
create function audit.unexplained_looks(since date)
  returns table (id uuid, week_of date, actor_id uuid, subject_id uuid, times integer, first_at timestamptz, last_at timestamptz,
                 resources text[], relationship text, outcome text, remark text, decided_by uuid, decided_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.week_of, u.actor_id, u.subject_id, u.times, u.first_at, u.last_at, u.resources, u.relationship, u.outcome, u.remark,
    u.decided_by, u.decided_at
  from access.unexplained u
  where (u.outcome is null or u.week_of >= since) and not (u.subject_id = any (access.sealed_from_me()))
    and audit.answers_for_worker(u.actor_id)
  order by u.decided_at nulls first, u.week_of desc, u.times desc, u.id $$;

-- A manager says what explains a look, or asks the worker, who is told. Answers kept, or not_found for anything not theirs.
create function audit.decide_unexplained(look uuid, finding text, words text) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare found_look access.unexplained;
begin
  select * into found_look from access.unexplained u where u.id = look;
  if found_look.id is null or finding not in ('explained', 'asked') or length(trim(words)) = 0 or length(words) > 4000
     or found_look.subject_id = any (access.sealed_from_me()) or not audit.answers_for_worker(found_look.actor_id) then return 'not_found'; end if;
  if found_look.outcome = 'explained' then return 'explained_already'; end if;
  update access.unexplained u set outcome = finding, remark = trim(words), decided_by = platform.actor(), decided_at = clock_timestamp()
    where u.id = look;
  if finding = 'asked' then
    insert into app.notice (worker_id, kind, path, made_by) values (found_look.actor_id, 'look_asked', '/openings/mine', platform.actor());
  end if;
  return 'kept';
end $$;

-- What the acting person is asked about their own looks.
create function audit.asked_of_me() returns table (id uuid, subject_id uuid, first_at timestamptz, times integer, remark text, decided_by uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.subject_id, u.first_at, u.times, u.remark, u.decided_by from access.unexplained u
  where u.actor_id = platform.actor() and u.outcome = 'asked' order by u.decided_at desc $$;

do $$ declare f text; begin
  perform platform.hand_over('audit.reasons_to_look(timestamptz, timestamptz)', 'gatekeeper');
  perform platform.hand_over('audit.answers_for_worker(uuid)', 'gatekeeper');
  perform platform.hand_over('audit.find_unexplained(date)', 'gatekeeper', array['clockkeeper']);
  foreach f in array array['audit.unexplained_looks(date)', 'audit.decide_unexplained(uuid, text, text)', 'audit.asked_of_me()'] loop
    perform platform.hand_over(f, 'gatekeeper', array['practitioner', 'duty', 'director']);
  end loop;
end $$;
