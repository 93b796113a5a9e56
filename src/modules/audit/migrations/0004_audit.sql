-- What was read or changed, by whom and why: appended in the transaction of the act itself, sealed in batches into one
-- Merkle tree (RFC 6962 section 2.1). No role can change or remove a row.
create schema audit;
select platform.for_roles(platform.user_classes() || platform.service_classes(), 'grant usage on schema audit to %I');

create table audit.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),  -- identity order is not commit order: the sealer waits for this
  actor_id uuid,
  class text,
  purpose text,
  action text not null,                            -- read, list, search, export, insert, update, refused, sign-in ...
  resource text not null,                          -- a table, or the route's pattern; never a name or an id in text
  subject_ids uuid[] not null default '{}',        -- the people it was about
  row_ids uuid[] not null default '{}',
  relationship text,                               -- why the actor could see it at that moment
  known_at timestamptz default platform.known_at(),
  correlation uuid default nullif(current_setting('kith.correlation', true), '')::uuid,
  detail jsonb not null default '{}'
);
create index entry_subject on audit.entry using gin (subject_ids);
create index entry_actor on audit.entry (actor_id, id);
create index entry_xid on audit.entry (xid);       -- what the sealer has not seen yet

create table audit.leaf (
  position bigint primary key,                     -- 0, 1, 2 ... in the order sealed
  entry_id bigint not null unique,
  hash bytea not null
);

create table audit.seal (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  tree_size bigint not null unique,
  root bytea not null,
  frontier bytea[] not null,                       -- roots of the full subtrees, largest first: enough to go on from
  chain bytea not null                             -- hash over this seal and the one before: no seal can be left out
);

do $$ declare t text; begin
  foreach t in array array['entry', 'leaf', 'seal'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('alter table audit.%I force row level security', t);
    perform platform.for_roles(array['sealer', 'verifier', 'backup'], format('grant select on audit.%I to %%I', t));
    perform platform.policy_for(array['sealer', 'verifier', 'backup'],
      format('create policy reads on audit.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
select platform.for_roles(array['sealer'], 'grant insert on audit.leaf, audit.seal to %I');
select platform.policy_for(array['sealer'], 'create policy seals on audit.leaf for insert to %1$s with check (true)');
select platform.policy_for(array['sealer'], 'create policy seals on audit.seal for insert to %1$s with check (true)');

select platform.for_roles(platform.user_classes() || platform.service_classes(), 'grant insert on audit.entry to %I');
select platform.policy_for(array_remove(platform.user_classes() || platform.service_classes(), 'historian'),
  'create policy appends_own on audit.entry for insert to %1$s
     with check (actor_id = (select platform.actor_as(current_user)))');
select platform.policy_for(array['historian'],
  'create policy appends on audit.entry for insert to %1$s with check (true)');

-- Time, transaction, class and purpose are what they are, whatever the insert says.
create function audit.stamp() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('role', true) is distinct from platform.role_name('storyteller') or not platform.made_by_demo() then
    new.at := clock_timestamp();
  end if;
  new.xid := pg_current_xact_id();
  new.class := platform.context_part(2);
  new.purpose := platform.context_part(3);
  new.known_at := platform.known_at();
  return new;
end $$;
create trigger stamp before insert on audit.entry for each row execute function audit.stamp();
select platform.for_roles(platform.user_classes() || platform.service_classes(),
  'grant execute on function audit.stamp() to %I');
