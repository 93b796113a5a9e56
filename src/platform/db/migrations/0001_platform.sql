-- The ground every module stands on: schemas, the signed context, system history and the known-at views.
-- Roles exist before this runs (roles.ts); platform.suffix(), made by the runner, names this database's set of roles.

create schema ext;
create schema record;    -- the record as it stands
create schema history;   -- past rows of each record table, same names
create schema known_at;  -- views of record and history together at an instant, same names
create schema search;
create schema app;       -- sessions, drafts, notices: the service's own rows, not the record

create extension pgcrypto schema ext;
create extension pg_trgm schema ext;
create extension unaccent schema ext;
create extension fuzzystrmatch schema ext;
create extension btree_gist schema ext;

alter default privileges revoke execute on functions from public;
revoke all on schema public from public;
revoke execute on function platform.suffix() from public; -- made before those defaults

create function platform.role_name(class text) returns name language sql immutable
  set search_path = pg_catalog, pg_temp
  as $$ select (class || '@' || platform.suffix())::name $$;

-- Runs a grant or policy text for each class of user named; %I in the text is the role.
create function platform.for_roles(classes text[], statement text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare class text;
begin
  foreach class in array classes loop
    execute format(statement, platform.role_name(class));
  end loop;
end $$;

-- Creates one policy for the classes named; %1$s in the text is their roles.
create function platform.policy_for(classes text[], statement text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(classes) = 0 then return; end if;
  execute format(statement, (select string_agg(quote_ident(platform.role_name(class)), ', ') from unnest(classes) class));
end $$;

-- Gives a function to the service role it runs as. The role may create in the schema for that moment only.
-- callers: the classes that may call it (granted first: afterwards only the new owner could).
create function platform.hand_over(function_signature text, class text, callers text[] default '{}') returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare schema_name text := split_part(function_signature, '.', 1);
begin
  perform platform.for_roles(callers, format('grant execute on function %s to %%I', function_signature));
  execute format('grant create on schema %I to %I', schema_name, platform.role_name(class));
  execute format('alter function %s owner to %I', function_signature, platform.role_name(class));
  execute format('revoke create on schema %I from %I', schema_name, platform.role_name(class));
end $$;

-- The classes of user and the service roles, each with the reason it exists. The catalogue test reads this.
create function platform.user_classes() returns text[] language sql immutable set search_path = pg_catalog, pg_temp as
  $$ select array['practitioner', 'duty', 'director', 'data_quality', 'administrator'] $$;
create function platform.service_classes() returns text[] language sql immutable set search_path = pg_catalog, pg_temp as
  $$ select array['gatekeeper', 'historian', 'searcher', 'sealer', 'porter', 'importer', 'verifier', 'backup',
                  'clockkeeper', 'courier', 'storyteller', 'keyholder', 'receptionist', 'merger', 'doorkeeper', 'listener'] $$;
-- Who signs in to the family portal: apart from the classes of user, so that nothing granted to those is ever theirs.
create function platform.family_class() returns text language sql immutable set search_path = pg_catalog, pg_temp as
  $$ select 'family' $$;

-- Services that work only inside their own functions: the serving login cannot become them (roles.ts).
create function platform.inner_classes() returns text[] language sql immutable set search_path = pg_catalog, pg_temp as
  $$ select array['gatekeeper', 'historian', 'searcher', 'keyholder', 'merger'] $$;

create function platform.everyone() returns text[] language sql immutable set search_path = pg_catalog, pg_temp as
  $$ select platform.user_classes() || platform.service_classes() $$;

select platform.for_roles(platform.user_classes() || platform.service_classes(),
  'grant usage on schema platform, record, history, known_at, search, app, ext to %I');
select platform.for_roles(platform.user_classes() || platform.service_classes(),
  'grant execute on function platform.suffix(), platform.role_name(text) to %I');

select platform.for_roles(array[platform.family_class()], 'grant usage on schema platform, record, app, ext to %I');
select platform.for_roles(array[platform.family_class()],
  'grant execute on function platform.suffix(), platform.role_name(text) to %I');

-- ---------------------------------------------------------------- installation
create table platform.installation (
  only_row boolean primary key default true constraint one_installation check (only_row),
  authority_code text not null,      -- DfE three-digit number
  authority_name text not null,
  made_by_demo boolean not null default false,
  context_key bytea not null
);
alter table platform.installation enable row level security;
alter table platform.installation force row level security;
select platform.for_roles(array['backup'], 'grant select on platform.installation to %I');
-- The keyholder alone reads the key, to check signatures.
select platform.for_roles(array['keyholder'], 'grant select, insert, update on platform.installation to %I');
select platform.policy_for(array['backup'],
  'create policy reads on platform.installation for select to %1$s using (true)');
select platform.policy_for(array['keyholder'],
  'create policy keeps on platform.installation for all to %1$s using (true) with check (true)');

create function platform.made_by_demo() returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select coalesce((select made_by_demo from platform.installation), false) $$;
select platform.hand_over('platform.made_by_demo()', 'keyholder', platform.everyone() || platform.family_class());
