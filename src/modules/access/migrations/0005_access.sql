-- Which actor may see which person, in which class of data (domain: A2 identity and involvement, B2 statutory record,
-- B2S its summary, B1 the plan of a child in need, C3 safety data), between when and when, and why. Rows are derived: triggers beside the facts call
-- access.refresh, which holds them to access.entitlement (migration 0013). Nobody else writes them.
create schema access;
select platform.for_roles(platform.user_classes() || platform.service_classes(), 'grant usage on schema access to %I');

create table access.entry (
  actor_id uuid not null,
  subject_id uuid not null,
  data_class text not null check (data_class in ('A2', 'B1', 'B2', 'B2S', 'C1', 'C3')),
  may_write boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null check (reason in ('allocation', 'sibling', 'family', 'team', 'area', 'duty_queue', 'involvement',
    'opened_with_reason', 'named_list', 'created', 'contact', 'transfer', 'meeting', 'strand')),
  source_id uuid not null,                 -- the row it comes from
  primary key (actor_id, subject_id, data_class, reason, source_id)
);
create index entry_subject on access.entry (subject_id);

-- A restricted person (class D2): only the named list may know that they exist here.
create table access.restriction (
  id uuid primary key default uuidv7(),
  subject_id uuid not null,
  reason text not null check (reason in ('staff_family', 'public_figure', 'protected_witness', 'other')),
  note text,
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null default 'infinity',
  made_by uuid
);
create index restriction_subject on access.restriction (subject_id);

create table access.restriction_member (
  restriction_id uuid not null references access.restriction (id),
  actor_id uuid not null,
  added_at timestamptz not null default now(),
  added_by uuid,
  primary key (restriction_id, actor_id)
);

-- Opening a record that is not one's own work, with a reason: break-glass, out-of-hours duty, a director's query.
create table access.opening (
  id uuid primary key default uuidv7(),
  actor_id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('break_glass', 'duty', 'director', 'reference')),
  reason_code text not null,
  reason text not null check (length(trim(reason)) >= 10),
  opened_at timestamptz not null default now(),
  ends_at timestamptz not null,
  reference_id uuid
);
create index opening_subject on access.opening (subject_id);
create index opening_at on access.opening (opened_at);

-- A reference given by a member of the named list, or the duty manager, to one worker for one restricted person. The
-- token is random and only its hash is kept.
create table access.reference (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  subject_id uuid not null,
  given_to uuid not null,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  ends_at timestamptz not null,
  used_at timestamptz
);

-- Someone the worker is related to or knows: for this worker the person does not exist, whatever else would open it. Beats
-- allocation, rota and break-glass.
create table access.conflict (
  id uuid primary key default uuidv7(),
  actor_id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('own_family', 'friend_or_neighbour', 'own_child_at_school', 'other')),
  remark text,
  declared_by uuid not null,
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null default 'infinity',
  ended_by uuid
);
create index conflict_actor on access.conflict (actor_id);
create index conflict_subject on access.conflict (subject_id);

-- Between somebody who must not find out where others are, and those others: a victim and the children with her. Whoever works
-- with the one never reads safety data of the others, nor meets them through a meeting; a copy for the one needs two people.
create table access.wall (
  id uuid primary key default uuidv7(),
  from_id uuid not null,
  protected_ids uuid[] not null check (cardinality(protected_ids) > 0),
  reason text not null check (length(trim(reason)) >= 10),
  made_by uuid not null,
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null default 'infinity',
  ended_by uuid,
  end_reason text,
  constraint not_from_oneself check (not from_id = any (protected_ids)),
  constraint ended_says_why check ((ended_by is null) = (end_reason is null))
);
create index wall_from on access.wall (from_id);
create index wall_protected on access.wall using gin (protected_ids);

-- Who has been told that a search, import or new person matched a restricted record.
create table access.restricted_match (
  id uuid primary key default uuidv7(),
  subject_id uuid not null,
  actor_id uuid,
  at timestamptz not null default clock_timestamp(),
  how text not null check (how in ('search', 'import', 'new_person'))
);
create index restricted_match_subject on access.restricted_match (subject_id, at);

do $$ declare t text; begin
  foreach t in array array['entry', 'restriction', 'restriction_member', 'opening', 'reference', 'restricted_match', 'conflict', 'wall'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    perform platform.for_roles(array['gatekeeper'], format('grant select, insert, update, delete on access.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper'],
      format('create policy keeps on access.%I for all to %%1$s using (true) with check (true)', t));
    perform platform.for_roles(array['backup', 'verifier'], format('grant select on access.%I to %%I', t));
    perform platform.policy_for(array['backup', 'verifier'],
      format('create policy service_reads on access.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

select platform.for_roles(platform.user_classes(), 'grant select on access.entry to %I');
select platform.policy_for(platform.user_classes(),
  'create policy own on access.entry for select to %1$s using (actor_id = (select platform.actor_as(current_user)))');

-- Restricted people whose named list does not hold the acting person, and people barred by a conflict of interest.
-- Policies of whole-authority classes and of rows about several people leave these out.
create function access.sealed_from_me() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct sealed.subject_id), '{}') from (
  select r.subject_id from access.restriction r
  where now() >= r.starts_at and now() < r.ends_at
    and not exists (select from access.restriction_member m
                    where m.restriction_id = r.id and m.actor_id = platform.actor())
    and not exists (select from access.opening o where o.subject_id = r.subject_id and o.actor_id = platform.actor()
                    and o.kind = 'reference' and now() >= o.opened_at and now() < o.ends_at)
  union
  select c.subject_id from access.conflict c
  where c.actor_id = platform.actor() and now() >= c.starts_at and now() < c.ends_at) sealed
$$;
select platform.hand_over('access.sealed_from_me()', 'gatekeeper',
  platform.user_classes() || array['searcher', 'importer', 'verifier', 'clockkeeper', 'historian']);

-- The acting person when their class reaches the whole authority (restricted people apart): out-of-hours duty while on
-- the rota, a director, the data-quality officer. Replaced in 0013 when rotas exist.
create function access.roaming_actor(role_name text) returns uuid language sql stable
  set search_path = pg_catalog, pg_temp as $$ select null::uuid $$;

select platform.for_roles(platform.user_classes() || array['searcher', 'importer', 'verifier', 'clockkeeper', 'historian'],
  'grant execute on function access.roaming_actor(text) to %I');

-- The predicate "the acting person has a live entry for this row's subject in one of these classes".
create function access.has_entry(subject text, classes text[], writing boolean) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select format('exists (select from access.entry e where e.actor_id = (select platform.actor_as(current_user))
    and e.subject_id = %s and e.data_class = any (%L) and now() >= e.starts_at and now() < e.ends_at%s)',
    subject, classes, case when writing then ' and e.may_write' else '' end) $$;

-- Row-level security for a table about one person.
--   t, subject     the table of schema record and the column naming the person (or an expression: then $t$ is the table)
--   classes        data classes any of which lets a row be read; writing needs the first of them
--   coded          columns of codes and dates that the data-quality officer may read; none: no access
create function access.guard(t text, subject text, classes text[], coded text[] default '{}') returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  schema_name text;
  reads text; writes text; roams text;
  wide text[] := case when classes && array['A2'] then array['duty', 'director'] else '{}'::text[] end;
begin
  foreach schema_name in array array['record', 'history'] loop
    reads := access.has_entry(format('%I.%I', t, subject), classes, false);
    roams := format('(select access.roaming_actor(current_user)) is not null
      and not (%I.%I = any ((select access.sealed_from_me())::uuid[]))', t, subject);
    perform platform.for_roles(array['practitioner', 'duty', 'director'],
      format('grant select on %I.%I to %%I', schema_name, t));
    perform platform.policy_for(array['practitioner', 'duty', 'director'],
      format('create policy reads on %I.%I for select to %%1$s using (%s)', schema_name, t, replace(reads, '%', '%%')));
    perform platform.policy_for(wide,
      format('create policy reads_wide on %I.%I for select to %%1$s using (%s)', schema_name, t, roams));
    if cardinality(coded) > 0 then
      perform platform.for_roles(array['data_quality'], format('grant select (%s) on %I.%I to %%I',
        (select string_agg(quote_ident(c), ', ') from unnest(coded) c), schema_name, t));
      perform platform.policy_for(array['data_quality'],
        format('create policy reads_codes on %I.%I for select to %%1$s using (%s)', schema_name, t, roams));
    end if;
  end loop;
  writes := access.has_entry(format('%I.%I', t, subject), classes[1:1], true);
  perform platform.for_roles(array['practitioner', 'duty'], format('grant insert, update on record.%I to %%I', t));
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy adds on record.%I for insert to %%1$s with check (%s)', t, writes));
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy changes on record.%I for update to %%1$s using (%s) with check (%s)', t, writes, writes));
  perform access.let_importer(t);
  perform platform.for_roles(array['clockkeeper'], format('grant select on record.%I to %%I', t));
  perform platform.policy_for(array['clockkeeper'],
    format('create policy counts on record.%I for select to %%1$s using (true)', t));
end $$;

-- The importer adds and corrects facts by listed commands only; restricted people it meets alert their list.
create function access.let_importer(t text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.for_roles(array['importer'], format('grant select, insert, update on record.%I to %%I', t));
  perform platform.policy_for(array['importer'], format('create policy imports on record.%I for all to %%1$s
    using ((select platform.actor_as(current_user)) is not null)
    with check ((select platform.actor_as(current_user)) is not null)', t));
end $$;

-- Row-level security for a directory table (class A1): every signed-in class reads, administrators write.
create function access.guard_directory(t text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare schema_name text;
begin
  foreach schema_name in array array['record', 'history'] loop
    perform platform.for_roles(platform.user_classes() || array['gatekeeper', 'clockkeeper', 'courier', 'searcher'],
      format('grant select on %I.%I to %%I', schema_name, t));
    perform platform.policy_for(platform.user_classes(),
      format('create policy reads on %I.%I for select to %%1$s
        using ((select platform.actor_as(current_user)) is not null)', schema_name, t));
    perform platform.policy_for(array['gatekeeper', 'clockkeeper', 'courier', 'searcher'],
      format('create policy serves on %I.%I for select to %%1$s using (true)', schema_name, t));
  end loop;
  perform platform.for_roles(array['administrator'], format('grant insert, update on record.%I to %%I', t));
  perform platform.policy_for(array['administrator'], format('create policy keeps on record.%I for all to %%1$s
    using ((select platform.actor_as(current_user)) is not null)
    with check ((select platform.actor_as(current_user)) is not null)', t));
  perform access.let_importer(t);
end $$;

-- Row-level security for a table about several people at once (person_ids): read through any one of them, never past
-- somebody sealed from the reader; written by those who may write of every one of them.
--   t         the table of schema record
--   classes   data classes any of which lets a row be read; writing needs the first of them
create function access.guard_many(t text, classes text[]) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  schema_name text;
  anyone text; everyone text;
begin
  foreach schema_name in array array['record', 'history'] loop
    anyone := format('not (%1$I.person_ids && (select access.sealed_from_me())::uuid[]) and exists (
      select from access.entry e where e.actor_id = (select platform.actor_as(current_user))
        and e.subject_id = any (%1$I.person_ids) and e.data_class = any (%2$L) and now() >= e.starts_at and now() < e.ends_at)',
      t, classes);
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', schema_name, t));
    perform platform.policy_for(array['practitioner', 'duty', 'director'],
      format('create policy reads on %I.%I for select to %%1$s using (%s)', schema_name, t, anyone));
  end loop;
  everyone := format('cardinality(%I.person_ids) > 0 and %s', t, access.writes_all(t, classes[1]));
  perform platform.for_roles(array['practitioner', 'duty'], format('grant insert, update on record.%I to %%I', t));
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy adds on record.%I for insert to %%1$s with check (%s)', t, everyone));
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy changes on record.%I for update to %%1$s using (%s) with check (%s)', t, everyone, everyone));
  perform platform.for_roles(array['clockkeeper'], format('grant select on record.%I to %%I', t));
  perform platform.policy_for(array['clockkeeper'],
    format('create policy counts on record.%I for select to %%1$s using (true)', t));
end $$;

-- The predicate "the acting person may write, in this class, of everyone in the row's person_ids".
create function access.writes_all(row_name text, data_class text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select format('not exists (select from unnest(%1$I.person_ids) p (id) where not exists (
    select from access.entry e where e.actor_id = (select platform.actor_as(current_user)) and e.subject_id = p.id
      and e.data_class = %2$L and e.may_write and now() >= e.starts_at and now() < e.ends_at))', row_name, data_class) $$;
