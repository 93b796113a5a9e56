-- Who is acting: actor|class|purpose|expiry|backend|mac in one transaction-local setting, signed with the
-- installation's key. A caller who can run SQL but does not hold the key can neither forge it, nor use it under
-- another role, in another connection or later: anything amiss answers null, and null sees nothing.

create function platform.actor_as(role_name text) returns uuid language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  parts text[] := string_to_array(current_setting('kith.context', true), '|');
begin
  if parts[5] is distinct from pg_backend_pid()::text or cardinality(parts) <> 6 then return null; end if;
  return (select parts[1]::uuid from platform.installation -- one statement: every policy of every statement asks this
    where parts[2] || '@' || platform.suffix() = role_name
      and parts[4]::bigint >= extract(epoch from clock_timestamp())
      and parts[6] = encode(ext.hmac(array_to_string(parts[1:5], '|')::bytea, context_key, 'sha256'), 'hex'));
end $$;
select platform.hand_over('platform.actor_as(text)', 'keyholder', platform.everyone() || platform.family_class());

-- A service is at work inside one of its own functions (the transaction's role is then another), with its signed
-- identity, or when the owner of the schema takes its place to migrate. The policies of services are wide: without
-- this, SQL injected into the serving login's connection would only have to say SET ROLE. In plpgsql it costs half of what it does in SQL, and each
-- table of each of a service's statements asks it.
create function platform.at_work(role_name text) returns boolean language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('role', true) is distinct from role_name then return true; end if;
  if platform.actor_as(role_name) is not null then return true; end if;
  return session_user = (select pg_get_userbyid(c.relowner) from pg_class c
                         join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'platform' and c.relname = 'installation');
end $$;
select platform.for_roles(platform.everyone(), 'grant execute on function platform.at_work(text) to %I');

-- Holds every service that acts to that, on every table that is not held yet; the runner calls it after the migrations.
-- Inner classes are left out: nobody can become them, and the searcher's operators would lose their indexes.
create function platform.hold_services() returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare t text;
begin
  for t in select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('record', 'history', 'access', 'audit', 'search', 'app', 'platform')
      and n.nspname || '.' || c.relname <> 'platform.migration' -- the owner's alone
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'at_work')
  loop
    perform platform.policy_for(array(select unnest(platform.service_classes()) except select unnest(platform.inner_classes())), format(
      'create policy at_work on %s as restrictive for all to %%1$s using (current_setting(''role'', true)
         is distinct from current_user::text or (select platform.at_work(current_user)))', t));
  end loop;
end $$;

-- The acting person as the trigger functions see it: they run as their own role, so they read the role that the
-- transaction set, not current_user.
create function platform.actor() returns uuid language sql stable
  set search_path = pg_catalog, pg_temp
  as $$ select platform.actor_as(current_setting('role', true)) $$;

create function platform.context_part(place integer) returns text language sql stable
  set search_path = pg_catalog, pg_temp
  as $$ select split_part(nullif(current_setting('kith.context', true), ''), '|', place) $$;

-- The instant that the known-at views answer for. Not signed: it can only take away, access stays today's.
create function platform.known_at() returns timestamptz language sql stable
  as $$ select nullif(current_setting('kith.known_at', true), '')::timestamptz $$;

-- "Today" of the transaction: the known-at instant's day, else the real one, in London (CR12).
create function platform.today() returns date language sql stable
  as $$ select (coalesce(platform.known_at(), now()) at time zone 'Europe/London')::date $$;

select platform.for_roles(platform.everyone() || platform.family_class(),
  'grant execute on function platform.actor(), platform.context_part(integer), platform.known_at(), platform.today() to %I');

-- ---------------------------------------------------------------- when an instant has settled
-- An instant may be answered once every transaction that could have written before it has ended. Each tick notes
-- the clock and then takes a transaction number: whoever took a moment before had a lower one (moment_of takes its
-- number before its moment). A tick has settled when all lower numbers have ended. The snapshot's xmax would not do: it
-- follows the last transaction that ended, not the last that began.
create table platform.tick (
  at timestamptz not null,
  xid xid8 not null
);
alter table platform.tick enable row level security;
alter table platform.tick force row level security;
select platform.for_roles(array['sealer'], 'grant select, insert, delete on platform.tick to %I');
select platform.policy_for(array['sealer'],
  'create policy keeps on platform.tick for all to %1$s using (true) with check (true)');

create function platform.take_tick() returns timestamptz language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare noted timestamptz; settled timestamptz;
begin
  if pg_current_xact_id_if_assigned() is null then -- a number taken earlier in this transaction would be too low
    noted := clock_timestamp();
    insert into platform.tick (at, xid) values (noted, pg_current_xact_id());
  end if;
  select max(t.at) into settled from platform.tick t where t.xid <= pg_snapshot_xmin(pg_current_snapshot());
  delete from platform.tick t where t.at < settled;
  return settled;
end $$;
select platform.hand_over('platform.take_tick()', 'sealer', platform.everyone());

create function platform.has_settled(instant timestamptz) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select exists (select from platform.tick t where t.at >= instant
                       and t.xid <= pg_snapshot_xmin(pg_current_snapshot())) $$;
select platform.hand_over('platform.has_settled(timestamptz)', 'sealer', platform.everyone());
