-- Two records of one person become one, and two again if it was a mistake. Rows keep their table and id: the columns that
-- name the person move, each logged with what it was, so that an undo puts back exactly that. See docs/adr/0013.

create table record.merge (
  id uuid primary key default uuidv7(),
  survivor_id uuid not null references record.person (id),
  merged_id uuid not null references record.person (id),
  evidence text not null check (length(trim(evidence)) >= 10),
  evidence_kinds text[] not null check (cardinality(evidence_kinds) > 0 and evidence_kinds <@ array['nhs_number', 'upn',
    'la_child_id', 'birth_certificate', 'identity_document', 'family_says', 'professional_says', 'born_now', 'other']),
  choices jsonb not null,                        -- person: column -> survivor or merged; main_name, referral, right_number: a row; holdings: rows
  asked_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  confirmed_by uuid,
  merged_at timestamptz,
  closed_at timestamptz,                         -- refused, or taken back, before it was done
  closed_by uuid,
  close_reason text,
  undone_at timestamptz,
  undone_by uuid,
  undo_reason text,
  constraint not_with_oneself check (survivor_id <> merged_id),
  constraint two_people check (confirmed_by <> asked_by),
  constraint merge_confirmed check ((merged_at is null) = (confirmed_by is null)),
  constraint merge_undone check ((undone_at is null) = (undo_reason is null) and (undone_at is null or merged_at is not null)),
  constraint done_or_closed check (merged_at is null or closed_at is null)
);
create unique index merged_once on record.merge (merged_id) where merged_at is not null and undone_at is null;
create index merge_survivor on record.merge (survivor_id) where merged_at is not null and undone_at is null;
create unique index one_merge_waiting on record.merge (least(survivor_id, merged_id), greatest(survivor_id, merged_id))
  where merged_at is null and closed_at is null;
select platform.keep_history('merge', 'survivor_id');

-- Every column that a merge changed, of which row, and what it held.
create table record.merge_row (
  id uuid primary key default uuidv7(),
  merge_id uuid not null references record.merge (id),
  table_name text not null,
  row_id uuid not null,
  column_name text not null,
  before jsonb,
  after jsonb
);
create index merge_row_merge on record.merge_row (merge_id, table_name);
create index merge_row_row on record.merge_row (row_id);
select platform.keep_history('merge_row', null);

-- Somebody said that these are two people: they are not offered as one again, and not merged, until that is withdrawn.
create table record.not_same_person (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id), -- the lower id of the two
  other_id uuid not null references record.person (id),
  why text not null check (length(trim(why)) > 0),
  said_by uuid not null,
  said_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text,
  constraint in_order check (person_id < other_id),
  constraint withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index not_same_once on record.not_same_person (person_id, other_id) where withdrawn_at is null;
create index not_same_other on record.not_same_person (other_id);
select platform.keep_history('not_same_person');

-- Ties that give no safety data (C3) of the one record that a merge made: see access.close_for_merge.
create table access.merge_bar (
  merge_id uuid not null references record.merge (id),
  actor_id uuid not null,
  source_id uuid not null,
  primary key (merge_id, actor_id, source_id)
);
alter table access.merge_bar enable row level security;
alter table access.merge_bar force row level security;

-- Both people must be visible; nobody writes but the functions below.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'],
      format('grant select on %1$I.merge, %1$I.merge_row, %1$I.not_same_person to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.merge for select to %%1$s
      using (not (array[merge.survivor_id, merge.merged_id] && (select access.sealed_from_me())::uuid[]) and %s and %s)', s,
      access.has_entry('merge.survivor_id', array['B2'], false), access.has_entry('merge.merged_id', array['B2'], false)));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.merge_row for select
      to %%1$s using ((select platform.actor_as(current_user)) is not null
        and exists (select from record.merge m where m.id = merge_row.merge_id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.not_same_person
      for select to %%1$s using (not (array[not_same_person.person_id, not_same_person.other_id]
        && (select access.sealed_from_me())::uuid[]) and %s and %s)', s,
      access.has_entry('not_same_person.person_id', array['A2'], false), access.has_entry('not_same_person.other_id', array['A2'], false)));
  end loop;
  -- Whoever holds the one record learns that its other id leads there.
  perform platform.for_roles(array['gatekeeper', 'searcher'], 'grant select on record.merge to %I');
  perform platform.policy_for(array['gatekeeper', 'searcher'], 'create policy follows on record.merge for select to %1$s using (true)');
  perform platform.for_roles(array['gatekeeper'], 'grant select, insert on access.merge_bar to %I');
  perform platform.policy_for(array['gatekeeper'],
    'create policy keeps on access.merge_bar for all to %1$s using (true) with check (true)');
  perform platform.for_roles(array['backup', 'verifier'], 'grant select on access.merge_bar to %I');
  perform platform.policy_for(array['backup', 'verifier'],
    'create policy service_reads on access.merge_bar for select to %1$s using (true)');
end $$;

-- ---------------------------------------------------------------- one person, several ids
-- The id that stands for this person now.
create function access.surviving(person uuid) returns uuid language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive up as (
    select person as id, 0 as step
    union all
    select m.survivor_id, up.step + 1 from up join record.merge m on m.merged_id = up.id
    where m.merged_at is not null and m.undone_at is null
  )
  select id from up order by step desc limit 1 $$;

-- These people with every other id of theirs. Every statement of a page asks it: planned once, not for each list of ids anew.
create function access.same_people(ids uuid[]) returns uuid[] language sql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan as $$
  with recursive linked as (
    select unnest(ids) as id
    union
    select o.id from linked l cross join lateral (
      select m.survivor_id as id from record.merge m
      where m.merged_id = l.id and m.merged_at is not null and m.undone_at is null
      union all
      select m.merged_id from record.merge m
      where m.survivor_id = l.id and m.merged_at is not null and m.undone_at is null) o
  )
  select coalesce(array_agg(id), '{}') from linked $$;

-- From and until when a list of another id of the same person keeps this worker out: null for never.
create function access.kept_out(actor uuid, others uuid[], out until timestamptz, out from_then timestamptz) language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select max(r.ends_at) filter (where now() >= r.starts_at), min(r.starts_at) filter (where now() < r.starts_at)
  from access.restriction r
  where r.subject_id = any (others) and now() < r.ends_at and not exists (
    select from access.restriction l join access.restriction_member m on m.restriction_id = l.id
    where l.subject_id = r.subject_id and now() < l.ends_at and m.actor_id = actor) $$;

do $$ declare mine text := current_setting('role'); begin
  perform platform.hand_over('access.surviving(uuid)', 'gatekeeper', array['merger']);
  perform platform.hand_over('access.same_people(uuid[])', 'gatekeeper');
  perform platform.hand_over('access.kept_out(uuid, uuid[])', 'gatekeeper');
  execute format('grant create on schema access to %I', platform.role_name('gatekeeper'));
  perform set_config('role', platform.role_name('gatekeeper'), true);
  alter function access.entitlement(uuid[]) rename to entitlement_of_ids;
  alter function access.refresh(uuid[]) rename to refresh_ids;

  -- Whoever may not know of one id of a person may not know of the others.
  create or replace function access.sealed_from_me() returns uuid[] language sql stable security definer
    set search_path = pg_catalog, pg_temp as $f$
    select access.same_people(coalesce(array_agg(distinct sealed.subject_id), '{}')) from (
    select r.subject_id from access.restriction r
    where now() >= r.starts_at and now() < r.ends_at
      and not exists (select from access.restriction_member m
                      where m.restriction_id = r.id and m.actor_id = platform.actor())
      and not exists (select from access.opening o where o.subject_id = r.subject_id and o.actor_id = platform.actor()
                      and o.kind = 'reference' and now() >= o.opened_at and now() < o.ends_at)
    union
    select c.subject_id from access.conflict c
    where c.actor_id = platform.actor() and now() >= c.starts_at and now() < c.ends_at) sealed
  $f$;

  -- The rule for ids, then for people: the merged id is read by those who reach the survivor and by nobody else, none of them
  -- past a list or a conflict of any of the person's ids, and written by nobody.
  create function access.entitlement(subjects uuid[]) returns setof access.entry language sql stable
    set search_path = pg_catalog, pg_temp as $f$
    with standing as materialized (
      select m.merged_id as id, access.surviving(m.merged_id) as root from record.merge m
      where m.merged_at is not null and m.undone_at is null and (subjects is null or m.merged_id = any (subjects))
    ),
    asked as materialized (
      select distinct s.id, coalesce(t.root, s.id) as root
      from unnest(coalesce(subjects, (select array_agg(p.id) from record.person p))) s (id) left join standing t on t.id = s.id
    ),
    grouped as materialized (
      select r.root, access.same_people(array[r.root]) as ids from (
        select distinct a.root from asked a join record.merge m on m.survivor_id = a.root
        where m.merged_at is not null and m.undone_at is null) r
    ),
    -- A wall holds for whoever is or was named as working with the one whom it keeps out, whatever ids the two sides have now.
    walled as materialized (
      select distinct i.actor_id, access.surviving(p) as root
      from access.wall w cross join lateral access.working_with(access.same_people(array[w.from_id])) i, unnest(w.protected_ids) p
      where now() < w.ends_at
    ),
    -- Everyone at once without asking for anyone's ids: the rule then reads whole tables.
    granted as (
      select e.* from access.entitlement_of_ids(case when subjects is not null then (select array_agg(distinct root) from asked) end) e
    )
    select e.actor_id, a.id, e.data_class, e.may_write and a.id = a.root, b.starts_at, b.ends_at, e.reason, e.source_id
    from granted e join asked a on a.root = e.subject_id
      left join grouped g on g.root = e.subject_id
      -- Asked of people with several ids alone: a call for each row of everybody was a third of what bringing access in line took.
      left join lateral (select o.until, o.from_then from access.kept_out(e.actor_id, array_remove(g.ids, g.root)) o
        where g.root is not null offset 0) k on true
      cross join lateral (select greatest(e.starts_at, k.until) as starts_at, least(e.ends_at, k.from_then) as ends_at) b
    where b.ends_at > greatest(b.starts_at, now())
      and (g.root is null or not exists (select from access.conflict c
        where c.actor_id = e.actor_id and c.subject_id = any (g.ids) and now() < c.ends_at))
      and (g.root is null or e.data_class <> 'C3' or not exists (select from access.merge_bar x join record.merge m on m.id = x.merge_id
        where m.merged_id = any (g.ids) and m.merged_at is not null and m.undone_at is null
          and x.actor_id = e.actor_id and x.source_id = e.source_id))
      and not ((e.data_class in ('C1', 'C3') or e.reason = 'meeting')
        and exists (select from walled v where v.actor_id = e.actor_id and v.root = a.root))
  $f$;

  create function access.refresh(subjects uuid[]) returns void language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp as $f$
  begin
    if cardinality(subjects) is null or cardinality(subjects) = 0 then return; end if;
    perform access.refresh_ids(access.same_people(subjects));
  end $f$;
  revoke execute on function access.entitlement(uuid[]), access.refresh(uuid[]) from public;
  perform set_config('role', mine, true);
  execute format('revoke create on schema access from %I', platform.role_name('gatekeeper'));
end $$;

do $$ declare act text; mine text := current_setting('role'); begin
  perform set_config('role', platform.role_name('gatekeeper'), true);
  execute format('grant execute on function access.facts_changed() to %I', session_user);
  perform set_config('role', mine, true);
  foreach act in array array['insert', 'update'] loop
    execute format('create trigger access_%1$s after %1$s on record.merge referencing new table as changed
      for each statement execute function access.facts_changed(%2$L)', act,
      'select access.around(array_agg(p)) from changed, unnest(array[changed.survivor_id, changed.merged_id]) p
        where changed.merged_at is not null');
  end loop;
  perform set_config('role', platform.role_name('gatekeeper'), true);
  execute format('revoke execute on function access.facts_changed() from %I', session_user);
  perform set_config('role', mine, true);
end $$;

-- ---------------------------------------------------------------- who may
-- Null: these two people are not the acting person's to join. writes: may ask. directs: may confirm too.
create function access.may_merge(one uuid, other uuid) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case
    when access.working_actor(current_setting('role', true)) is null or platform.known_at() is not null
      or array[one, other] && access.sealed_from_me() then null
    when not (select bool_and(exists (select from access.entry e where e.actor_id = platform.actor() and e.subject_id = p
      and e.data_class = 'B2' and e.may_write and now() >= e.starts_at and now() < e.ends_at)) from unnest(array[one, other]) p) then null
    when access.directs(one) and access.directs(other) then 'directs'
    else 'writes' end $$;

-- Where the record of this id stands now, or stood at the known-at instant; null when it was not merged or is not to be known of.
create function access.merged_into(person uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select m.survivor_id from record.merge m
  where m.merged_id = person and m.merged_at <= coalesce(platform.known_at(), clock_timestamp()) and m.undone_at is null
    and not (person = any (access.sealed_from_me()))
    and (access.roaming_actor(current_setting('role', true)) is not null or exists (select from access.entry e
      where e.actor_id = platform.actor() and e.subject_id = person and e.data_class = 'A2' and now() >= e.starts_at and now() < e.ends_at)) $$;
select platform.for_roles(array['gatekeeper'], 'grant execute on function access.roaming_actor(text) to %I');

-- Managers who may confirm, but for whoever asked.
create function access.tell_of_merge(merge uuid, one uuid, other uuid) returns void language sql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
  insert into app.notice (worker_id, kind, path, subject_id, made_by)
  select distinct p.worker_id, 'merge_asked', '/merges/' || merge, one, platform.actor()
  from record.post p
  where p.role in ('team_manager', 'duty_manager', 'service_leader') and platform.today() >= p.started_on
    and (p.ended_on is null or platform.today() <= p.ended_on) and p.worker_id <> platform.actor()
    and (select bool_and(exists (select from access.entry e where e.actor_id = p.worker_id and e.subject_id = s and e.data_class = 'B2'
      and e.may_write and now() >= e.starts_at and now() < e.ends_at
      and e.reason in ('team', 'area', 'duty_queue', 'contact', 'created', 'named_list'))) from unnest(array[one, other]) s) $$;

-- At the merge: openings and references of either end, and whoever saw one of the two without its safety data keeps being kept
-- from it: what they hold of the other gives none of the one record. A tie that a manager makes later does.
create function access.close_for_merge(merge uuid, one uuid, other uuid) returns void language plpgsql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
declare ids uuid[] := access.same_people(array[one, other]);
begin
  insert into access.merge_bar (merge_id, actor_id, source_id)
    select distinct merge, holds.actor_id, holds.source_id
    from access.entry seen join access.entry holds on holds.actor_id = seen.actor_id and holds.subject_id in (one, other)
      and holds.subject_id <> seen.subject_id and holds.data_class = 'C3'
    where seen.subject_id in (one, other) and seen.data_class = 'A2' and seen.reason not in ('opened_with_reason', 'created')
      and now() >= seen.starts_at and now() < seen.ends_at
      and not exists (select from access.entry safe where safe.actor_id = seen.actor_id and safe.subject_id = seen.subject_id
        and safe.data_class = 'C3' and now() >= safe.starts_at and now() < safe.ends_at);
  update access.opening set ends_at = now() where subject_id = any (ids) and ends_at > now();
  update access.reference set ends_at = now() where subject_id = any (ids) and ends_at > now() and used_at is null;
end $$;

-- At the undo: what closed the one record since the merge closes both. Of lists and conflicts too much is safer than too little.
create function access.open_after_merge(one uuid, other uuid, since timestamptz) returns void language plpgsql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
declare closed access.restriction; made uuid;
begin
  for closed in select * from access.restriction r where r.subject_id = one and r.starts_at >= since and now() < r.ends_at loop
    insert into access.restriction (subject_id, reason, note, starts_at, ends_at, made_by)
      values (other, closed.reason, closed.note, closed.starts_at, closed.ends_at, closed.made_by) returning id into made;
    insert into access.restriction_member (restriction_id, actor_id, added_by)
      select made, m.actor_id, m.added_by from access.restriction_member m where m.restriction_id = closed.id;
  end loop;
  insert into access.conflict (actor_id, subject_id, kind, remark, declared_by, starts_at, ends_at)
    select c.actor_id, other, c.kind, c.remark, c.declared_by, c.starts_at, c.ends_at
    from access.conflict c where c.subject_id = one and c.starts_at >= since and now() < c.ends_at;
  update access.wall set protected_ids = protected_ids || other where one = any (protected_ids) and starts_at >= since and now() < ends_at;
  insert into access.wall (from_id, protected_ids, reason, made_by, starts_at, ends_at)
    select other, w.protected_ids, w.reason, w.made_by, w.starts_at, w.ends_at
    from access.wall w where w.from_id = one and w.starts_at >= since and now() < w.ends_at and not other = any (w.protected_ids);
  update access.opening set ends_at = now() where subject_id in (one, other) and ends_at > now();
end $$;
do $$ begin
  perform platform.hand_over('access.may_merge(uuid, uuid)', 'gatekeeper', array['practitioner', 'duty', 'merger']);
  perform platform.hand_over('access.merged_into(uuid)', 'gatekeeper', platform.user_classes());
  perform platform.hand_over('access.tell_of_merge(uuid, uuid, uuid)', 'gatekeeper', array['merger']);
  perform platform.hand_over('access.close_for_merge(uuid, uuid, uuid)', 'gatekeeper', array['merger']);
  perform platform.hand_over('access.open_after_merge(uuid, uuid, timestamptz)', 'gatekeeper', array['merger']);
end $$;

-- ---------------------------------------------------------------- what moves
-- Every column of the record that names a person, from the catalogue: foreign keys to record.person, and lists of people. A
-- mother is named without a foreign key. What a merge itself says of the two stays.
create function access.merge_columns() returns table (table_name text, column_name text, is_list boolean) language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select c.relname::text, a.attname::text, a.atttypid = 'uuid[]'::regtype
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname = 'record' and c.relkind = 'r' and c.relname not in ('merge', 'merge_row', 'not_same_person')
    and (a.attname = 'person_ids' and a.atttypid = 'uuid[]'::regtype
      or c.relname = 'person' and a.attname = 'mother_id'
      or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
        and k.confrelid = 'record.person'::regclass and k.conkey = array[a.attnum]))
  order by 1, 2 $$;

-- The merger reads and changes every table that has such a column, and never removes a row.
create function access.let_merger() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare t text; merger name := platform.role_name('merger');
begin
  for t in
    select distinct m.table_name from access.merge_columns() m
    union select unnest(array['person', 'merge', 'merge_row', 'not_same_person', 'contact'])
    union select c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and k.confrelid = 'record.referral'::regclass
  loop
    if exists (select from pg_policy p where p.polrelid = format('record.%I', t)::regclass and p.polname = 'joins_records') then continue; end if;
    execute format('grant select, update on record.%I to %I', t, merger);
    execute format('create policy joins_records on record.%I for all to %I using (true) with check (true)', t, merger);
    execute format('grant select on history.%I to %I', t, merger); -- whether a row was there before the merge
    execute format('create policy joins_records on history.%I for select to %I using (true)', t, merger);
  end loop;
end $$;
select platform.for_roles(array['merger'], 'grant insert on record.merge, record.merge_row, record.not_same_person to %I');
select platform.for_roles(platform.user_classes() || array['merger', 'verifier'], 'grant execute on function access.merge_columns() to %I');

-- The runner calls this after the migrations: tables of later ones are the merger's to move too.
alter function platform.hold_services() rename to hold_services_to_identity;
create function platform.hold_services() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform access.let_merger();
  perform platform.hold_services_to_identity();
end $$;

-- Changes when any fact of either person does: what somebody looked at is what they confirm. Clocks follow from facts.
create function access.merge_mark(one uuid, other uuid) returns text language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare col record; part text; parts text := '';
begin
  if access.may_merge(one, other) is null then return null; end if;
  for col in select * from access.merge_columns() m where not m.is_list and m.table_name <> 'clock' loop
    execute format('select count(*) || '' '' || max(recorded_from) from record.%I where %I in ($1, $2)', col.table_name, col.column_name)
      using one, other into part;
    parts := parts || coalesce(part, '') || '|';
  end loop;
  select parts || string_agg(p.recorded_from::text, '|' order by p.id) into parts from record.person p where p.id in (one, other);
  return encode(sha256(parts::bytea), 'hex');
end $$;

-- How many rows of each kind name each of the two, as the reader may see them.
create function access.merge_counts(one uuid, other uuid) returns table (table_name text, column_name text, of_one bigint, of_other bigint)
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare col record;
begin
  for col in select * from access.merge_columns() m where not m.is_list and has_table_privilege(format('record.%I', m.table_name), 'select') loop
    return query execute format('select %1$L::text, %2$L::text, count(*) filter (where %2$I = $1), count(*) filter (where %2$I = $2)
      from record.%1$I where %2$I in ($1, $2)', col.table_name, col.column_name) using one, other;
  end loop;
end $$;
select platform.for_roles(array['practitioner', 'duty', 'director'], 'grant execute on function access.merge_counts(uuid, uuid) to %I');

-- A page of what a merge changed, each row as it stands, for its reader: null where they may not see it.
create function access.merge_lines(merge uuid, past integer, most integer)
  returns table (id uuid, table_name text, row_id uuid, column_name text, before jsonb, "row" jsonb, total bigint)
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare line record;
begin
  for line in select r.id, r.table_name, r.row_id, r.column_name, r.before, count(*) over () as total from record.merge_row r
    where r.merge_id = merge order by r.table_name, r.id limit most offset past
  loop
    id := line.id; table_name := line.table_name; row_id := line.row_id; column_name := line.column_name;
    before := line.before; total := line.total; "row" := null;
    if has_table_privilege(format('record.%I', line.table_name), 'select') then
      execute format('select to_jsonb(t) from record.%I t where t.id = $1', line.table_name) using line.row_id into "row";
    end if;
    return next;
  end loop;
end $$;
select platform.for_roles(array['practitioner', 'duty', 'director'], 'grant execute on function access.merge_lines(uuid, integer, integer) to %I');

-- Rows about the survivor that were first written after the merge: an undo asks whose each is.
create function access.merge_since(merge uuid) returns table (table_name text, column_name text, row_id uuid, "row" jsonb)
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare col record; asked record;
begin
  select m.survivor_id, m.merged_at into asked from record.merge m where m.id = merge and m.merged_at is not null;
  if not found then return; end if;
  for col in select * from access.merge_columns() m where not m.is_list and m.table_name not in ('person', 'clock')
    and has_table_privilege(format('record.%I', m.table_name), 'select')
  loop
    return query execute format('select %1$L::text, %2$L::text, t.id, to_jsonb(t) from record.%1$I t
      where t.%2$I = $1 and t.recorded_from > $2 and not exists (select from history.%1$I h where h.id = t.id and h.recorded_from <= $2)
        and not exists (select from record.merge_row r where r.row_id = t.id and r.merge_id = $3)
      order by t.recorded_from', col.table_name, col.column_name) using asked.survivor_id, asked.merged_at, merge;
  end loop;
end $$;
select platform.for_roles(array['practitioner', 'duty', 'director'], 'grant execute on function access.merge_since(uuid) to %I');

-- ---------------------------------------------------------------- asking
-- Answers asked, exists (with the one waiting), or why not: not_found for people not the acting person's to join, restricted and
-- absent ones alike; merged_already, not_same, numbers_differ, contact_waiting, changed.
create function access.ask_merge(survivor uuid, merged uuid, kinds text[], words text, chosen jsonb, mark text)
  returns table (outcome text, id uuid) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare refused text; made uuid;
begin
  refused := access.merge_refusal(survivor, merged, chosen, mark);
  if refused is not null then return query select refused, null::uuid; return; end if;
  return query select 'exists', m.id from record.merge m where least(m.survivor_id, m.merged_id) = least(survivor, merged)
    and greatest(m.survivor_id, m.merged_id) = greatest(survivor, merged) and m.merged_at is null and m.closed_at is null;
  if found then return; end if;
  insert into record.merge (survivor_id, merged_id, evidence, evidence_kinds, choices, asked_by)
    values (survivor, merged, trim(words), kinds, chosen, platform.actor()) returning id into made;
  perform access.tell_of_merge(made, survivor, merged);
  return query select 'asked', made;
end $$;

create function access.merge_refusal(survivor uuid, merged uuid, chosen jsonb, mark text) returns text language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  if survivor = merged or access.may_merge(survivor, merged) is null then return 'not_found'; end if;
  if exists (select from record.merge m where m.merged_id in (survivor, merged) and m.merged_at is not null and m.undone_at is null)
    then return 'merged_already'; end if;
  if exists (select from record.not_same_person s where s.withdrawn_at is null
      and (s.person_id = any (access.ids_of(survivor)) and s.other_id = any (access.ids_of(merged))
        or s.person_id = any (access.ids_of(merged)) and s.other_id = any (access.ids_of(survivor)))) then return 'not_same'; end if;
  if exists (select from record.person_identifier a join record.person_identifier b on b.person_id = merged
      where a.person_id = survivor and a.kind = 'nhs_number' and b.kind = 'nhs_number' and a.check_passed and b.check_passed
        and a.ended_on is null and b.ended_on is null and a.value <> b.value)
    and not exists (select from record.person_identifier r where r.id::text = chosen ->> 'right_number' and r.person_id in (survivor, merged)
      and r.kind = 'nhs_number' and r.check_passed and r.ended_on is null) -- one record may hold two, too
    then return 'numbers_differ'; end if;
  if exists (select from record.contact_person p join record.contact c on c.id = p.contact_id
      where p.person_id in (survivor, merged) and p.removed_at is null and c.decided_at is null) then return 'contact_waiting'; end if;
  if mark is distinct from access.merge_mark(survivor, merged) then return 'changed'; end if;
  return null;
end $$;

-- The ids that were merged into this one, and it.
create function access.ids_of(person uuid) returns uuid[] language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive down as (
    select person as id union
    select m.merged_id from down join record.merge m on m.survivor_id = down.id where m.merged_at is not null and m.undone_at is null)
  select array_agg(id) from down $$;

-- Refused by whoever may confirm, taken back by whoever asked. Answers closed or not_found.
create function access.close_merge(merge uuid, words text) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if length(trim(coalesce(words, ''))) = 0 then return 'not_found'; end if;
  update record.merge m set closed_at = clock_timestamp(), closed_by = platform.actor(), close_reason = trim(words)
    where m.id = merge and m.merged_at is null and m.closed_at is null
      and (access.may_merge(m.survivor_id, m.merged_id) = 'directs'
        or m.asked_by = platform.actor() and access.may_merge(m.survivor_id, m.merged_id) is not null);
  return case when found then 'closed' else 'not_found' end;
end $$;

-- Answers said or not_found.
create function access.say_not_same(one uuid, other uuid, words text) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if one = other or access.may_merge(one, other) is null or length(trim(coalesce(words, ''))) = 0 then return 'not_found'; end if;
  insert into record.not_same_person (person_id, other_id, why, said_by)
    values (least(one, other), greatest(one, other), trim(words), platform.actor())
    on conflict (person_id, other_id) where withdrawn_at is null do nothing;
  update record.merge m set closed_at = clock_timestamp(), closed_by = platform.actor(), close_reason = trim(words)
    where m.merged_at is null and m.closed_at is null and m.survivor_id in (one, other) and m.merged_id in (one, other);
  return 'said';
end $$;

create function access.withdraw_not_same(said uuid, words text) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if length(trim(coalesce(words, ''))) = 0 then return 'not_found'; end if;
  update record.not_same_person s set withdrawn_at = clock_timestamp(), withdrawn_by = platform.actor(), withdrawn_why = trim(words)
    where s.id = said and s.withdrawn_at is null and access.may_merge(s.person_id, s.other_id) is not null;
  return case when found then 'withdrawn' else 'not_found' end;
end $$;

-- ---------------------------------------------------------------- joining
-- Sets columns of a row and notes each with what it held. after: column -> value.
create function access.merge_set(merge uuid, t text, target uuid, after jsonb) returns void language plpgsql volatile
  set search_path = pg_catalog, pg_temp as $$
declare former jsonb; sets text;
begin
  execute format('select to_jsonb(t) from record.%I t where t.id = $1', t) using target into former;
  select string_agg(format('%1$I = n.%1$I', k), ', ') into sets from jsonb_object_keys(after) k;
  execute format('update record.%1$I t set %2$s from jsonb_populate_record(null::record.%1$I, $1) n where t.id = $2', t, sets)
    using after, target;
  insert into record.merge_row (merge_id, table_name, row_id, column_name, before, after)
    select merge, t, target, k, former -> k, after -> k from jsonb_object_keys(after) k;
end $$;

-- Moves a column from one person to another, all rows at once; where a constraint forbids a row it stays where it is.
create function access.merge_move(merge uuid, t text, col text, source uuid, target uuid, kept uuid[]) returns void language plpgsql volatile
  set search_path = pg_catalog, pg_temp as $$
declare
  statement text := format('with moved as (update record.%1$I set %2$I = $3 where %2$I = $2 and not (id = any ($4)) and ($5 is null or id = $5)
      returning id)
    insert into record.merge_row (merge_id, table_name, row_id, column_name, before, after)
      select $1, %1$L, id, %2$L, to_jsonb($2), to_jsonb($3) from moved', t, col);
  ids uuid[]; one uuid;
begin
  begin
    execute statement using merge, source, target, kept, null::uuid;
    return;
  exception when unique_violation or exclusion_violation or check_violation then null; -- one by one, then
  end;
  execute format('select array_agg(id order by id) from record.%I where %I = $1 and not (id = any ($2))', t, col) using source, kept into ids;
  foreach one in array coalesce(ids, '{}') loop
    begin
      execute statement using merge, source, target, kept, one;
    exception when unique_violation or exclusion_violation or check_violation then null; -- stays with the merged id
    end;
  end loop;
end $$;

-- Replaces somebody in lists of people.
create function access.merge_lists(merge uuid, t text, source uuid, target uuid) returns void language plpgsql volatile
  set search_path = pg_catalog, pg_temp as $$
begin
  execute format('with moved as (update record.%1$I set person_ids = case when $3 = any (person_ids) then array_remove(person_ids, $2)
        else array_replace(person_ids, $2, $3) end
      where person_ids @> array[$2] returning id, old.person_ids as former, new.person_ids as present)
    insert into record.merge_row (merge_id, table_name, row_id, column_name, before, after)
      select $1, %1$L, id, ''person_ids'', to_jsonb(former), to_jsonb(present) from moved', t) using merge, source, target;
end $$;

-- Rows of the merged person that say what a row of the survivor says already: they stay. Of identity only, where it is plain.
create function access.merge_repeats(t text, col text, source uuid, target uuid) returns uuid[] language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
declare ids uuid[];
begin
  if t not in ('person_name', 'person_identifier', 'person_disability', 'person_contact', 'person_address', 'relationship') then
    return '{}'; end if;
  execute format('select array_agg(m.id) from record.%1$I m where m.%2$I = $1 and exists (select from record.%1$I s where s.%2$I = $2
    and to_jsonb(s) - $3 = to_jsonb(m) - $3)', t, col) using source, target,
    array['id', 'recorded_from', 'recorded_by', 'is_main', col] into ids;
  return coalesce(ids, '{}');
end $$;

-- Ties that nobody chose end: the survivor's on the day before (one that began today goes to the merged id), the merged person's
-- stay with the merged id, which reaches nobody. Answers the rows that stay.
create function access.merge_holdings(merge uuid, survivor uuid, merged uuid, chosen uuid[]) returns uuid[] language plpgsql volatile
  set search_path = pg_catalog, pg_temp as $$
declare t text; tie record; kept uuid[] := '{}'; today date := (now() at time zone 'Europe/London')::date;
begin
  foreach t in array array['allocation', 'involvement', 'family_member'] loop
    for tie in execute format('select id, person_id, started_on, ended_on from record.%I where person_id in ($1, $2)
      and (ended_on is null or ended_on >= $3) and not (id = any ($4)) order by id', t) using survivor, merged, today, chosen
    loop
      if tie.person_id = merged then
        kept := kept || tie.id;
        if tie.ended_on is distinct from greatest(tie.started_on, today) then
          perform access.merge_set(merge, t, tie.id, jsonb_build_object('ended_on', greatest(tie.started_on, today))); end if;
      elsif coalesce(tie.started_on, '-infinity') < today then
        perform access.merge_set(merge, t, tie.id, jsonb_build_object('ended_on', today - 1));
      else
        kept := kept || tie.id;
        perform access.merge_set(merge, t, tie.id, jsonb_build_object('person_id', merged, 'ended_on', tie.started_on));
      end if;
    end loop;
  end loop;
  for tie in select x.id, x.person_id from record.transfer x where x.person_id in (survivor, merged) and x.decided_at is null
    and not (x.id = any (chosen)) loop
    perform access.merge_set(merge, 'transfer', tie.id, jsonb_build_object('outcome', 'withdrawn', 'decided_at', clock_timestamp(),
      'decided_by', platform.actor(), 'reason', 'Two records of one person were merged'));
  end loop;
  -- The lead that goes on is the merged person's: its leads of all times change places with the survivor's, which overlap them.
  if exists (select from record.allocation a where a.person_id = merged and a.id = any (chosen) and a.role in ('lead_social_worker', 'lead_practitioner'))
  then
    set constraints record.one_lead_at_a_time deferred;
    for tie in select a.id, a.person_id from record.allocation a where a.role in ('lead_social_worker', 'lead_practitioner')
      and a.person_id in (survivor, merged) and not (a.id = any (kept)) and not (a.person_id = survivor and a.id = any (chosen)) order by a.id
    loop
      if tie.person_id = survivor then kept := kept || tie.id; end if;
      perform access.merge_set(merge, 'allocation', tie.id,
        jsonb_build_object('person_id', case tie.person_id when survivor then merged else survivor end));
    end loop;
    set constraints record.one_lead_at_a_time immediate;
  end if;
  return kept;
end $$;
alter table record.allocation drop constraint one_lead_at_a_time;
alter table record.allocation add constraint one_lead_at_a_time exclude using gist
  (person_id with =, daterange(started_on, ended_on, '[)') with &&)
  where (role in ('lead_social_worker', 'lead_practitioner') and ended_on is distinct from started_on) deferrable initially immediate;

-- What is said of the person once: empty with the survivor, it comes from the merged person; otherwise as chosen.
create function access.merge_person(merge uuid, survivor uuid, merged uuid, chosen jsonb) returns void language plpgsql volatile
  set search_path = pg_catalog, pg_temp as $$
declare
  mine jsonb; theirs jsonb; after jsonb := '{}'; col text;
begin
  select to_jsonb(p) into mine from record.person p where p.id = survivor;
  select to_jsonb(p) into theirs from record.person p where p.id = merged;
  for col in select k from jsonb_object_keys(mine) k where k <> all (array['id', 'is_unborn', 'date_of_birth_precision', 'created_by',
    'created_at', 'recorded_from', 'recorded_by']) loop
    continue when theirs -> col = 'null'::jsonb or theirs -> col = mine -> col or theirs ->> col = survivor::text;
    if chosen ->> col = 'merged' or mine -> col = 'null'::jsonb and chosen ->> col is distinct from 'survivor' then
      after := after || jsonb_build_object(col, theirs -> col);
      if col = 'date_of_birth' then
        after := after || jsonb_build_object('date_of_birth_precision', theirs -> 'date_of_birth_precision', 'is_unborn', theirs -> 'is_unborn');
      end if;
    end if;
  end loop;
  if after <> '{}' then perform access.merge_set(merge, 'person', survivor, after); end if;
end $$;

-- One main name, the right number and one open referral, as chosen. The referral that does not go on closes, and what hung under it
-- hangs under the other.
create function access.merge_choices(merge uuid, survivor uuid, merged uuid, chosen jsonb) returns void language plpgsql volatile
  set search_path = pg_catalog, pg_temp as $$
declare found_row record; col record; going_on uuid; today date := (now() at time zone 'Europe/London')::date;
  mains uuid[] := array(select n.id from record.person_name n where n.person_id in (survivor, merged) and n.is_main and n.ended_on is null
    order by n.person_id = survivor desc);
begin
  if cardinality(mains) > 1 then
    going_on := mains[1];
    if chosen ->> 'main_name' = mains[2]::text and not (mains[2] = any (access.merge_repeats('person_name', 'person_id', merged, survivor)))
      then going_on := mains[2]; end if;
    perform access.merge_set(merge, 'person_name', case going_on when mains[1] then mains[2] else mains[1] end, '{"is_main": false}');
  end if;
  if exists (select from record.person_identifier i where i.id::text = chosen ->> 'right_number' and i.person_id in (survivor, merged)) then
    for found_row in select i.id, i.started_on from record.person_identifier i where i.person_id in (survivor, merged) and i.kind = 'nhs_number'
      and i.ended_on is null and i.value <> (select r.value from record.person_identifier r where r.id::text = chosen ->> 'right_number') loop
      perform access.merge_set(merge, 'person_identifier', found_row.id, jsonb_build_object('ended_on', greatest(found_row.started_on, today)));
    end loop;
  end if;
  select r.id into going_on from record.referral r where r.id::text = chosen ->> 'referral' and r.person_id in (survivor, merged) and r.closed_on is null;
  if going_on is null then return; end if;
  for found_row in select r.id, r.received_on from record.referral r where r.person_id in (survivor, merged) and r.closed_on is null
      and r.is_no_further_action is not true and r.id <> going_on loop
    perform access.merge_set(merge, 'referral', found_row.id,
      jsonb_build_object('closed_on', greatest(found_row.received_on, today), 'closure_reason', 'RC7'));
    for col in select c.relname::text as t, a.attname::text as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and k.conkey = array[a.attnum]
      where k.contype = 'f' and k.confrelid = 'record.referral'::regclass and c.relname <> 'contact_decision' loop
      perform access.merge_move(merge, col.t, col.name, found_row.id, going_on, '{}');
    end loop;
  end loop;
end $$;

-- Joins the two records. The acting person confirms what somebody else asked, with the choices as they confirm them. Answers merged,
-- changed (a fact is another than they looked at), conflict (the choices cannot stand together), or as ask_merge.
create function access.confirm_merge(merge uuid, chosen jsonb, mark text) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare asked record.merge; col record; kept uuid[]; refused text;
begin
  select * into asked from record.merge m where m.id = merge and m.merged_at is null and m.closed_at is null;
  if asked.id is null or asked.asked_by = platform.actor() or access.may_merge(asked.survivor_id, asked.merged_id) is distinct from 'directs'
    then return 'not_found'; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7304)) from unnest(array[least(asked.survivor_id, asked.merged_id),
    greatest(asked.survivor_id, asked.merged_id)]) p;
  if exists (select from record.merge m where m.id = merge and (m.merged_at is not null or m.closed_at is not null)) then return 'merged_already'; end if;
  refused := access.merge_refusal(asked.survivor_id, asked.merged_id, chosen, mark);
  if refused is not null then return refused; end if;
  begin
    perform access.close_for_merge(merge, asked.survivor_id, asked.merged_id);
    perform access.merge_choices(merge, asked.survivor_id, asked.merged_id, chosen);
    kept := access.merge_holdings(merge, asked.survivor_id, asked.merged_id,
      array(select h::uuid from jsonb_array_elements_text(coalesce(chosen -> 'holdings', '[]')) h));
    perform access.merge_person(merge, asked.survivor_id, asked.merged_id, coalesce(chosen -> 'person', '{}'));
    for col in select * from access.merge_columns() loop
      if col.is_list then
        perform access.merge_lists(merge, col.table_name, asked.merged_id, asked.survivor_id);
      else
        perform access.merge_move(merge, col.table_name, col.column_name, asked.merged_id, asked.survivor_id,
          kept || access.merge_repeats(col.table_name, col.column_name, asked.merged_id, asked.survivor_id)
            || case col.table_name when 'person' then array[asked.survivor_id] else '{}' end);
      end if;
    end loop;
    update record.merge m set choices = chosen, confirmed_by = platform.actor(), merged_at = clock_timestamp() where m.id = merge;
  exception when exclusion_violation or unique_violation or check_violation then return 'conflict';
  end;
  return 'merged';
end $$;

-- ---------------------------------------------------------------- undoing
-- Puts back every column as it was, and gives the merged person the rows named in assigned ([{table, column, row}]) of those written
-- since. Answers undone, later_merge (that one is undone first), in_the_way (something written since holds the place) or not_found.
create function access.undo_merge(merge uuid, words text, assigned jsonb) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare done record.merge; line record; since record;
begin
  select * into done from record.merge m where m.id = merge and m.merged_at is not null and m.undone_at is null;
  if done.id is null or access.may_merge(access.surviving(done.survivor_id), access.surviving(done.survivor_id)) is distinct from 'directs'
     or length(trim(coalesce(words, ''))) = 0 then return 'not_found'; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7304)) from unnest(array[least(done.survivor_id, done.merged_id),
    greatest(done.survivor_id, done.merged_id)]) p;
  if exists (select from record.merge m where m.merged_at > done.merged_at and m.undone_at is null
      and array[m.survivor_id, m.merged_id] && array[done.survivor_id, done.merged_id]) then return 'later_merge'; end if;
  begin
    set constraints record.one_lead_at_a_time deferred;
    for since in select s.table_name, s.column_name, s.row_id from access.merge_since(merge) s
      where exists (select from jsonb_array_elements(assigned) a where a ->> 'table' = s.table_name and a ->> 'column' = s.column_name
        and a ->> 'row' = s.row_id::text) loop
      perform access.merge_give(since.table_name, since.column_name, since.row_id, done.survivor_id, done.merged_id);
    end loop;
    -- Every column of a row at once, since some stand only together. A main name gives way before another takes its place, and of
    -- two transfers each is with its person before it waits again.
    for line in select r.table_name, r.former, r.present, array_agg(r.row_id) as ids from (
        select m.table_name, m.row_id, jsonb_object_agg(m.column_name, m.before) as former, jsonb_object_agg(m.column_name, m.after) as present
        from record.merge_row m where m.merge_id = merge group by 1, 2) r
      group by 1, 2, 3 order by r.former ?| array['is_main', 'decided_at'], 1 loop
      perform access.merge_restore(line.table_name, line.ids, line.former, line.present, done.survivor_id, done.merged_id);
    end loop;
    set constraints record.one_lead_at_a_time immediate;
    update record.merge m set undone_at = clock_timestamp(), undone_by = platform.actor(), undo_reason = trim(words) where m.id = merge;
    perform access.open_after_merge(done.survivor_id, done.merged_id, done.merged_at);
  exception when exclusion_violation or unique_violation or check_violation then return 'in_the_way';
  end;
  return 'undone';
end $$;

-- A list of people that has changed since keeps its change: only the place of the merged person is given back.
create function access.merge_restore(t text, ids uuid[], former jsonb, present jsonb, survivor uuid, merged uuid) returns void
  language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare sets text;
begin
  if former ? 'person_ids' then
    execute format('update record.%I set person_ids = case when to_jsonb(person_ids) = $3 then $4
        when $5 then person_ids || $2 else array_replace(person_ids, $1, $2) end where id = any ($6)', t)
      using survivor, merged, present -> 'person_ids', array(select jsonb_array_elements_text(former -> 'person_ids')::uuid),
        former -> 'person_ids' ? survivor::text, ids;
  end if;
  select string_agg(format('%1$I = n.%1$I', k), ', ') into sets from jsonb_object_keys(former - 'person_ids') k;
  if sets is not null then
    execute format('update record.%1$I t set %2$s from jsonb_populate_record(null::record.%1$I, $1) n where t.id = any ($2)', t, sets)
      using former, ids;
  end if;
end $$;

-- Gives a row written since the merge to the other person, with what hangs on it and names the same person: the children of a note, say.
create function access.merge_give(t text, col text, target uuid, survivor uuid, merged uuid) returns void language plpgsql volatile
  set search_path = pg_catalog, pg_temp as $$
declare child record;
begin
  execute format('update record.%I set %I = $1 where id = $2', t, col) using merged, target;
  -- The list of the thing that this row makes the person part of: a note, a document, a letter.
  for child in select p.relname::text as parent, a.attname::text as fk from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_class p on p.oid = k.confrelid join pg_attribute a on a.attrelid = c.oid and k.conkey = array[a.attnum]
    where k.contype = 'f' and c.oid = format('record.%I', t)::regclass
      and exists (select from access.merge_columns() m where m.is_list and m.table_name = p.relname) loop
    execute format('update record.%1$I set person_ids = array_replace(person_ids, $1, $2) where $1 = any (person_ids)
        and id = (select t.%3$I from record.%2$I t where t.id = $3)
        and not exists (select from record.%2$I o where o.%3$I = record.%1$I.id and o.%4$I = $1)', child.parent, t, child.fk, col)
      using survivor, merged, target;
  end loop;
end $$;

do $$ declare f text; begin
  foreach f in array array['access.merge_refusal(uuid, uuid, jsonb, text)', 'access.ids_of(uuid)', 'access.merge_set(uuid, text, uuid, jsonb)',
    'access.merge_move(uuid, text, text, uuid, uuid, uuid[])', 'access.merge_lists(uuid, text, uuid, uuid)',
    'access.merge_repeats(text, text, uuid, uuid)', 'access.merge_holdings(uuid, uuid, uuid, uuid[])',
    'access.merge_person(uuid, uuid, uuid, jsonb)', 'access.merge_choices(uuid, uuid, uuid, jsonb)',
    'access.merge_restore(text, uuid[], jsonb, jsonb, uuid, uuid)', 'access.merge_give(text, text, uuid, uuid, uuid)'] loop
    perform platform.hand_over(f, 'merger');
  end loop;
  perform platform.for_roles(array['merger'], 'grant execute on function access.merge_since(uuid) to %I');
  foreach f in array array['access.ask_merge(uuid, uuid, text[], text, jsonb, text)', 'access.close_merge(uuid, text)',
    'access.merge_mark(uuid, uuid)', 'access.say_not_same(uuid, uuid, text)', 'access.withdraw_not_same(uuid, text)',
    'access.confirm_merge(uuid, jsonb, text)', 'access.undo_merge(uuid, text, jsonb)'] loop
    perform platform.hand_over(f, 'merger', array['practitioner', 'duty']);
  end loop;
end $$;

-- ---------------------------------------------------------------- finding
-- A key follows its row to another person; the keys of a merged id rest while the merge stands.
do $$
declare f text; body text; mine text := current_setting('role');
begin
  execute format('grant create on schema search to %I', platform.role_name('searcher'));
  perform set_config('role', platform.role_name('searcher'), true);
  foreach f in array array['name', 'identifier', 'address'] loop
    body := replace(replace(pg_get_functiondef(format('search.keep_%s()', f)::regprocedure),
      'tg_op = ''UPDATE'' and (old.', 'tg_op = ''UPDATE'' and (old.person_id, old.'),
      case f when 'name' then 'from (new.given' when 'identifier' then 'from (new.kind' else 'from (new.lines' end,
      case f when 'name' then 'from (new.person_id, new.given' when 'identifier' then 'from (new.person_id, new.kind' else 'from (new.person_id, new.lines' end);
    if body not like '%old.person_id%' or body not like '%new.person_id, new.%' then raise exception 'search.keep_% is not as this migration knows it', f; end if;
    execute body;
  end loop;
  perform set_config('role', mine, true);
  execute format('revoke create on schema search from %I', platform.role_name('searcher'));
end $$;

create function search.keep_merge() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare t text; columns text; changed timestamptz;
begin
  if old.merged_at is null and new.merged_at is null or (old.merged_at is null) = (new.merged_at is null) and (old.undone_at is null) = (new.undone_at is null)
    then return null; end if;
  foreach t in array array['name_key', 'name_part', 'birth_key', 'identifier_key', 'address_key'] loop
    if new.undone_at is null then
      execute format('update search.%I set known_to = $1 where person_id = $2 and known_to = ''infinity''', t) using new.merged_at, new.merged_id;
    else -- awake again, but for those that were written anew when their row came back
      columns := (select string_agg(case c when 'known_from' then '$1' when 'known_to' then '''infinity''' else c end, ', ')
        from unnest(platform.columns_of('search', t)) c);
      execute format('insert into search.%1$I select %2$s from search.%1$I k where k.person_id = $2 and k.known_to = $3
        and not exists (select from search.%1$I l where l.source_id = k.source_id and l.known_to = ''infinity'')', t, columns)
        using new.undone_at, new.merged_id, old.merged_at;
    end if;
  end loop;
  return null;
end $$;
create trigger keep_search after update on record.merge for each row execute function search.keep_merge();
select platform.for_roles(array['searcher'], 'grant execute on function platform.columns_of(text, text) to %I');
select platform.hand_over('search.keep_merge()', 'searcher');
