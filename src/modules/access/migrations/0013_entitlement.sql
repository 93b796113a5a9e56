-- The rule behind access.entry (domain section 4.2, for classes A2, B1, B2, B2S, C1 and C3), and the triggers that keep it.
-- A holder's reach goes to the child, to children of the same family ("linked siblings") and to its adults.

do $$ declare t text; begin
  foreach t in array array['allocation', 'involvement', 'transfer', 'contact', 'contact_person', 'meeting'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper'],
      format('create policy keeps_access on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

create function access.day_begins(day date) returns timestamptz language sql stable set search_path = pg_catalog, pg_temp
  as $$ select day::timestamp at time zone 'Europe/London' $$;
-- End of a last day; open-ended when there is none.
create function access.day_ends(day date) returns timestamptz language sql stable set search_path = pg_catalog, pg_temp
  as $$ select coalesce((day + 1)::timestamp at time zone 'Europe/London', 'infinity') $$;

-- What ended before this day gives nothing any more, whatever the hour: facts of years past are left out early, or a county's whole
-- history would be multiplied by itself.
create function access.long_over() returns date language sql stable set search_path = pg_catalog, pg_temp
  as $$ select (now() at time zone 'Europe/London')::date - 1 $$;

-- Everyone a child's holder reaches through the child: itself, siblings and adults of its families, with dates.
create function access.reach(subjects uuid[])
  returns table (child_id uuid, subject_id uuid, link text, starts_at timestamptz, ends_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select s, s, 'self', '-infinity'::timestamptz, 'infinity'::timestamptz from unnest(subjects) s
  union all
  select child.person_id, other.person_id, case other.role when 'child' then 'sibling' else 'family' end,
    greatest(access.day_begins(child.started_on), access.day_begins(other.started_on), '-infinity'),
    least(access.day_ends(child.ended_on), access.day_ends(other.ended_on))
  from record.family_member other join record.family_member child using (family_id)
  where other.person_id = any (subjects) and child.role = 'child' and child.person_id <> other.person_id
    and (child.ended_on is null or child.ended_on >= access.long_over())
    and (other.ended_on is null or other.ended_on >= access.long_over())
$$;

-- Who holds which child, as what. grade: full = social worker's reach; summary = sees the plan, not the record.
create function access.holding(children uuid[])
  returns table (child_id uuid, actor_id uuid, grade text, spreads text, may_write boolean, reason text, source_id uuid,
                 starts_at timestamptz, ends_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with held as (
    select a.*, access.day_begins(a.started_on) as starts, access.day_ends(a.ended_on) as ends
    from record.allocation a where a.person_id = any (children) and (a.ended_on is null or a.ended_on >= access.long_over())
  )
  select person_id, worker_id, case role when 'lead_practitioner' then 'lead' else 'full' end,
    case role when 'conference_chair' then 'family' else 'siblings' end, true, 'allocation', id, starts, ends
  from held where worker_id is not null
  union all -- whoever stands in for a worker holds, on those days, what the worker holds in that team
  select h.person_id, c.worker_id, case h.role when 'lead_practitioner' then 'lead' else 'full' end, 'siblings', true, 'allocation', c.id,
    greatest(h.starts, access.day_begins(c.started_on)), least(h.ends, access.day_ends(c.ended_on))
  from held h join record.post p on p.worker_id = h.worker_id and p.team_id = h.team_id
    join record.post c on c.covers_post_id = p.id and c.role not in ('team_manager', 'duty_manager', 'service_leader')
  where h.role in ('lead_social_worker', 'co_worker', 'lead_practitioner') and c.ended_on >= c.started_on
  union all
  select h.person_id, p.worker_id, case p.role when 'business_support' then 'summary' else 'full' end, 'siblings',
    p.role <> 'business_support', 'team', h.id,
    greatest(h.starts, access.day_begins(p.started_on)), least(h.ends, access.day_ends(p.ended_on))
  from held h join record.post p on p.team_id = h.team_id and p.role in ('team_manager', 'business_support', 'duty_manager')
  union all
  select h.person_id, p.worker_id, 'full', 'siblings', true, 'area', h.id,
    greatest(h.starts, access.day_begins(p.started_on)), least(h.ends, access.day_ends(p.ended_on))
  from held h join record.team t on t.id = h.team_id
    join record.post p on p.service_area_id = t.service_area_id and p.role = 'service_leader'
  union all
  select h.person_id, p.worker_id, 'full', 'siblings', true, 'duty_queue', h.id,
    greatest(h.starts, access.day_begins(p.started_on)), least(h.ends, access.day_ends(p.ended_on))
  from held h join record.team t on t.id = h.team_id and t.kind in ('duty', 'front_door')
    join record.post p on p.team_id = t.id and p.role in ('social_worker', 'senior_social_worker')
  where h.role = 'queue'
  union all
  select i.person_id, i.worker_id, 'summary', 'nobody', false, 'involvement', i.id,
    access.day_begins(i.started_on), access.day_ends(i.ended_on)
  from record.involvement i where i.person_id = any (children) and i.worker_id is not null
    and (i.ended_on is null or i.ended_on >= access.long_over())
  union all -- whoever is asked to take the child over sees what they would take, until it is decided
  select t.person_id, p.worker_id, 'summary', 'nobody', false, 'transfer', t.id,
    greatest(t.requested_at, access.day_begins(p.started_on)), least(t.decided_at, access.day_ends(p.ended_on))
  from record.transfer t join record.post p on p.team_id = t.to_team_id and p.role in ('team_manager', 'duty_manager')
  where t.person_id = any (children) and t.decided_at is null
  union all -- the front door on everyone whom an undecided contact is about
  select cp.person_id, p.worker_id, 'full', 'siblings', true, 'contact', c.id,
    greatest(c.received_at, access.day_begins(p.started_on)), access.day_ends(p.ended_on)
  from record.contact_person cp join record.contact c on c.id = cp.contact_id
    join record.post p on p.team_id = c.team_id
      and p.role in ('social_worker', 'senior_social_worker', 'team_manager', 'duty_manager')
    join record.worker w on w.id = p.worker_id and w.class = 'practitioner' -- duty works by the rota, a director by opening
  where cp.person_id = any (children) and c.decided_at is null and cp.removed_at is null
  union all -- whoever is asked to a meeting knows whom it is about; a conference's chair reads the record and writes of the child
  select child.id, asked.worker_id, asked.grade, 'family', asked.grade = 'full', 'meeting', m.id,
    m.created_at, access.day_ends(m.papers_until)
  from record.meeting m cross join lateral unnest(m.person_ids) child (id) cross join lateral (
      select m.chair_id as worker_id, case m.kind when 'strategy' then 'invited' when 'core_group' then 'invited' else 'full' end as grade
        where m.chair_id is not null
      union select w, 'invited' from unnest(m.invited_ids || m.administrator_id) i (w) where w is not null
    ) asked
  where m.person_ids && children and child.id = any (children) and m.status <> 'cancelled' and m.papers_until >= access.long_over()
  union all
  select o.subject_id, o.actor_id, 'opened', 'family', o.kind <> 'director', 'opened_with_reason', o.id, o.opened_at, o.ends_at
  from access.opening o where o.subject_id = any (children) and o.kind <> 'reference' -- a reference lets in to one restricted person
    and o.ends_at > now()
$$;

-- Classes of data that a grade gives on the child itself, on its siblings, on the adults of the family.
create function access.classes_of(grade text, spreads text, link text) returns text[] language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select case
    when link = 'self' then case grade when 'full' then array['A2', 'B1', 'B2', 'C1', 'C3'] when 'opened' then array['A2', 'B1', 'B2']
                                       when 'lead' then array['A2', 'B1', 'B2S'] when 'invited' then array['A2'] else array['A2', 'B2S'] end
    when spreads = 'nobody' then '{}'
    when link = 'sibling' and spreads = 'siblings' then
      case grade when 'full' then array['A2', 'B1', 'B2', 'C1', 'C3'] else array['A2', 'B2S'] end
    when grade = 'full' and link = 'family' then array['A2', 'C1', 'C3']
    else array['A2']
  end $$;

-- What the work of a family's team gives (replaced in 0090, when there are workbooks), and who works with somebody: a wall asks.
create function access.given_by_strands(subjects uuid[])
  returns table (actor_id uuid, subject_id uuid, data_class text, may_write boolean, starts_at timestamptz, ends_at timestamptz, source_id uuid)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select null::uuid, null::uuid, null::text, null::boolean, null::timestamptz, null::timestamptz, null::uuid where false $$;
create function access.working_with(people uuid[]) returns table (actor_id uuid) language sql stable set search_path = pg_catalog, pg_temp as $$
  select i.worker_id from record.involvement i where i.person_id = any (people) and i.worker_id is not null $$;

-- The whole rule for these people, or for everyone when null: rows that are live now or will be.
create function access.entitlement(subjects uuid[]) returns setof access.entry language sql stable
  set search_path = pg_catalog, pg_temp as $$
  with subject as (select coalesce(subjects, (select array_agg(id) from record.person)) as ids),
  reach as (select r.* from subject, access.reach(subject.ids) r),
  restricted as (
    select r.id, r.subject_id, r.starts_at, r.ends_at from access.restriction r, subject
    where r.subject_id = any (subject.ids) and now() < r.ends_at
  ),
  -- A restriction entered ahead closes every other tie at its start, though nobody writes anything then.
  closing as (
    select x.subject_id, min(x.starts_at) as at from restricted x where x.starts_at > now() group by x.subject_id
  ),
  -- Likewise one that ends by itself lets the ties begin again at its end.
  opening_again as (
    select x.subject_id, max(x.ends_at) as at from restricted x where now() >= x.starts_at group by x.subject_id
  ),
  granted as (
    -- A chair's line is independent of the family's: it reads them and writes of the child alone.
    select h.actor_id, r.subject_id, c.data_class,
      h.may_write and not (h.reason in ('allocation', 'meeting') and h.spreads = 'family' and (r.link <> 'self' or c.data_class = 'C1')) as may_write,
      greatest(h.starts_at, r.starts_at, again.at) as starts_at, least(h.ends_at, r.ends_at, closing.at) as ends_at,
      case when r.link = 'self' or h.reason = 'opened_with_reason' then h.reason
           when h.reason = 'allocation' then r.link else h.reason end as reason, h.source_id
    from reach r
      join access.holding((select array_agg(distinct child_id) from reach)) h using (child_id)
      cross join lateral unnest(access.classes_of(h.grade, h.spreads, r.link)) c (data_class)
      left join closing on closing.subject_id = r.subject_id
      left join opening_again again on again.subject_id = r.subject_id
    where c.data_class <> 'C1' or h.reason not in ('duty_queue', 'contact') -- the team's work is the team's, not the front door's
    union all
    select s.actor_id, s.subject_id, s.data_class, s.may_write, greatest(s.starts_at, again.at), least(s.ends_at, closing.at), 'strand', s.source_id
    from subject, access.given_by_strands(subject.ids) s
      left join closing on closing.subject_id = s.subject_id
      left join opening_again again on again.subject_id = s.subject_id
    union all
    select p.created_by, p.id, c.data_class, true, greatest(p.created_at, again.at),
      least(p.created_at + interval '7 days', closing.at), 'created', p.id
    from subject, unnest(array['A2', 'B1', 'B2']) c (data_class), record.person p
      left join closing on closing.subject_id = p.id
      left join opening_again again on again.subject_id = p.id
    where p.id = any (subject.ids) and p.created_by is not null and p.created_at > now() - interval '7 days'
    union all
    select m.actor_id, x.subject_id, c.data_class, true, x.starts_at, x.ends_at, 'named_list', x.id
    from restricted x join access.restriction_member m on m.restriction_id = x.id,
      unnest(array['A2', 'B1', 'B2', 'C1', 'C3']) c (data_class)
    union all
    select o.actor_id, x.subject_id, c.data_class, true, o.opened_at, o.ends_at, 'opened_with_reason', o.id
    from restricted x join access.opening o on o.subject_id = x.subject_id and o.kind = 'reference',
      unnest(array['A2', 'B1', 'B2']) c (data_class)
    where now() >= x.starts_at
  )
  select g.actor_id, g.subject_id, g.data_class, bool_or(g.may_write), min(g.starts_at),
    max(least(g.ends_at, coalesce(w.left_at, 'infinity'))), g.reason, g.source_id
  from granted g join record.worker w on w.id = g.actor_id
  where least(g.ends_at, coalesce(w.left_at, 'infinity')) > greatest(g.starts_at, now())
    and not exists (select from access.conflict c where c.actor_id = g.actor_id and c.subject_id = g.subject_id
      and now() < c.ends_at)
  group by g.actor_id, g.subject_id, g.data_class, g.reason, g.source_id
$$;

-- Brings access.entry in line with the rule for these people. Two transactions that change facts about one person wait
-- for each other here, so the later one computes with the earlier one's facts.
create function access.refresh(subjects uuid[]) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(subjects) is null or cardinality(subjects) = 0 then return; end if;
  if cardinality(subjects) > 500 then
    perform pg_advisory_xact_lock(7301, 1);
  else
    perform pg_advisory_xact_lock_shared(7301, 1);
    perform pg_advisory_xact_lock(hashtextextended(s::text, 7301))
      from (select distinct s from unnest(subjects) s order by s) ordered;
  end if;
  with desired as materialized (select * from access.entitlement(subjects)),
  gone as (
    delete from access.entry e where e.subject_id = any (subjects) and not exists (
      select from desired d where d.actor_id = e.actor_id and d.subject_id = e.subject_id
        and d.data_class = e.data_class and d.reason = e.reason and d.source_id = e.source_id))
  insert into access.entry select * from desired
  on conflict (actor_id, subject_id, data_class, reason, source_id) do update
    set may_write = excluded.may_write, starts_at = excluded.starts_at, ends_at = excluded.ends_at
    where (entry.may_write, entry.starts_at, entry.ends_at) is distinct from
          (excluded.may_write, excluded.starts_at, excluded.ends_at);
end $$;

-- ---------------------------------------------------------------- the triggers
-- Everyone whose access a change to these people's case holding or families can alter: they and their families.
create function access.around(subjects uuid[]) returns uuid[] language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select unnest(subjects) as id
    union select other.person_id from record.family_member mine join record.family_member other using (family_id)
      where mine.person_id = any (subjects)
  ) people
$$;

-- While the demo county or an import loads in bulk, access is brought in line once at the end (access.refresh_all).
create function access.is_deferred() returns boolean language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select current_setting('kith.defer_access', true) = 'on'
    and current_setting('role', true) in (platform.role_name('storyteller')::text, platform.role_name('importer')::text) $$;

-- One trigger function; its argument is a query over the changed rows that answers the people affected.
create function access.facts_changed() returns trigger language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare affected uuid[];
begin
  if access.is_deferred() then return null; end if;
  execute tg_argv[0] into affected;
  perform access.refresh(affected);
  return null;
end $$;

do $$
declare
  rule record;
begin
  for rule in select * from (values
    ('record.allocation', 'select access.around(array_agg(person_id)) from changed'),
    ('record.involvement', 'select array_agg(id) from (select person_id as id from changed
       union select p from changed c join access.wall x on c.person_id = any (access.same_people(array[x.from_id])), -- 0052
         unnest(x.protected_ids) p) reached'),
    ('record.meeting', 'select access.around(array(select distinct p from changed, unnest(changed.person_ids) p))'),
    ('access.wall', 'select array_agg(distinct p) from changed, unnest(changed.protected_ids) p'),
    ('record.transfer', 'select array_agg(person_id) from changed'),
    ('record.contact_person', 'select access.around(array_agg(person_id) filter (where person_id is not null)) from changed'),
    ('record.contact', 'select access.around(person_ids) from (select array_agg(p) as person_ids
       from changed, unnest(changed.person_ids) p) all_of_them'),
    ('access.conflict', 'select array_agg(subject_id) from changed'),
    ('record.family_member', 'select access.around(array_agg(m.person_id)) from record.family_member m
       where m.family_id in (select family_id from changed)'),
    ('record.post', 'select access.around(array(
       select a.person_id from record.allocation a join record.team t on t.id = a.team_id, changed c
         where t.id = c.team_id or t.service_area_id = c.service_area_id
       union select cp.person_id from record.contact k join changed c on c.team_id = k.team_id
         join record.contact_person cp on cp.contact_id = k.id
         where k.decided_at is null and cp.person_id is not null
       union select x.person_id from record.transfer x join changed c on c.team_id = x.to_team_id where x.decided_at is null
       union select a.person_id from changed c join record.post held on held.id = c.covers_post_id
         join record.allocation a on a.worker_id = held.worker_id and a.team_id = held.team_id
       union select m.person_id from changed c left join record.post held on held.id = c.covers_post_id
         join record.strand s on s.worker_id in (c.worker_id, held.worker_id) join record.family_member m on m.family_id = s.family_id
       union select e.subject_id from access.entry e join changed c on c.worker_id = e.actor_id))'),
    ('record.team', 'select access.around(array(select a.person_id from record.allocation a join changed c on c.id = a.team_id))'),
    ('record.worker', 'select access.around(array(
       select a.person_id from record.allocation a join changed c on c.id = a.worker_id
       union select i.person_id from record.involvement i join changed c on c.id = i.worker_id
       union select cp.person_id from record.post p join changed c on c.id = p.worker_id
         join record.contact k on k.team_id = p.team_id and k.decided_at is null
         join record.contact_person cp on cp.contact_id = k.id and cp.person_id is not null
       union select a.person_id from record.post p join changed c on c.id = p.worker_id
         left join record.team t on t.service_area_id = p.service_area_id
         join record.allocation a on a.team_id = coalesce(p.team_id, t.id)
       union select e.subject_id from access.entry e join changed c on c.id = e.actor_id))'),
    ('access.restriction', 'select array_agg(subject_id) from changed'),
    ('access.restriction_member', 'select array_agg(r.subject_id) from access.restriction r
       join changed c on c.restriction_id = r.id'),
    ('access.opening', 'select access.around(array_agg(subject_id)) from changed')
  ) rules (target, affected) loop
    execute format('create trigger access_insert after insert on %s referencing new table as changed
      for each statement execute function access.facts_changed(%L)', rule.target, rule.affected);
    execute format('create trigger access_update after update on %s referencing new table as changed
      for each statement execute function access.facts_changed(%L)', rule.target, rule.affected);
  end loop;
  create trigger access_delete after delete on access.restriction_member referencing old table as changed
    for each statement execute function access.facts_changed('select array_agg(r.subject_id) from access.restriction r
      join changed c on c.restriction_id = r.id');
  create trigger access_insert after insert on record.person referencing new table as changed
    for each statement execute function access.facts_changed(
      'select array_agg(id) from changed where created_by is not null');
end $$;

-- Everyone at once: after a bulk load, and nightly. Answers how many rows differed.
create function access.refresh_all() returns bigint language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare differing bigint; added bigint;
begin
  perform pg_advisory_xact_lock(7301, 1);
  with desired as materialized (select * from access.entitlement(null)),
  gone as (
    delete from access.entry e where not exists (
      select from desired d where d.actor_id = e.actor_id and d.subject_id = e.subject_id
        and d.data_class = e.data_class and d.reason = e.reason and d.source_id = e.source_id) returning 1),
  come as (
    insert into access.entry select * from desired
    on conflict (actor_id, subject_id, data_class, reason, source_id) do update
      set may_write = excluded.may_write, starts_at = excluded.starts_at, ends_at = excluded.ends_at
      where (entry.may_write, entry.starts_at, entry.ends_at) is distinct from
            (excluded.may_write, excluded.starts_at, excluded.ends_at) returning 1)
  select (select count(*) from gone), (select count(*) from come) into differing, added;
  return differing + added;
end $$;

-- How many rows of access.entry differ from the rule now; `kith verify access` asks.
create function access.differences() returns bigint language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with desired as materialized (select * from access.entitlement(null)),
  live as materialized (select * from access.entry where ends_at > now())
  select (select count(*) from (table desired except table live) d) + (select count(*) from (table live except table desired) l)
$$;

do $$ declare f text; begin
  foreach f in array array['access.reach(uuid[])', 'access.holding(uuid[])', 'access.entitlement(uuid[])',
    'access.refresh(uuid[])', 'access.around(uuid[])', 'access.is_deferred()', 'access.long_over()', 'access.facts_changed()',
    'access.refresh_all()', 'access.differences()', 'access.day_begins(date)', 'access.day_ends(date)',
    'access.classes_of(text, text, text)', 'access.given_by_strands(uuid[])', 'access.working_with(uuid[])'] loop
    perform platform.hand_over(f, 'gatekeeper', case f
      when 'access.refresh_all()' then array['storyteller', 'importer', 'clockkeeper']
      when 'access.differences()' then array['verifier'] else '{}'::text[] end);
  end loop;
end $$;

-- ---------------------------------------------------------------- whole-authority classes, now that rotas exist
create or replace function access.roaming_actor(role_name text) returns uuid language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
declare acting uuid := platform.actor_as(role_name);
begin
  if acting is null then return null; end if;
  if role_name in (platform.role_name('director')::text, platform.role_name('data_quality')::text) then return acting; end if;
  if role_name = platform.role_name('duty')::text and exists (
    select from record.duty_shift s where s.worker_id = acting and now() >= s.starts_at and now() < s.ends_at)
  then return acting; end if;
  return null;
end $$;
