-- System history. platform.keep_history('t', 'person_id') gives record.t its past rows (history.t), the trigger that
-- keeps them, the audit trigger, and known_at.t: the same columns at the known-at instant.

-- A row's moment comes from the clock while its lock is held and never runs backwards for that row. Only a database
-- that the demo made may say otherwise, so that its families have a past.
create function platform.moment_of(proposed timestamptz, previous timestamptz) returns timestamptz language plpgsql volatile
  set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(current_setting('kith.known_at', true), '') <> '' then -- asked for each row: no function in between
    raise exception 'The record is being read as it was known at %: nothing is written then', platform.known_at();
  end if;
  perform pg_current_xact_id(); -- numbered before its moment is read: platform.tick relies on it
  if proposed is not null and proposed is distinct from previous
     and current_setting('role', true) = platform.role_name('storyteller') and platform.made_by_demo() then
    return greatest(proposed, previous + interval '1 microsecond');
  end if;
  return greatest(clock_timestamp(), previous + interval '1 microsecond');
end $$;

create function platform.columns_of(schema_name text, table_name text) returns text[] language sql stable
  set search_path = pg_catalog, pg_temp
  as $$ select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = format('%I.%I', schema_name, table_name)::regclass and a.attnum > 0 and not a.attisdropped $$;

-- (Re)writes the trigger functions and the view from the table's present columns; a later migration that adds a column
-- to record.t and history.t calls it again. Each row takes its author from the context unchecked; the audit of the
-- statement then holds them all against the signed identity, once instead of for each row.
create function platform.write_history(t text, subject text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $outer$
declare
  columns text[] := platform.columns_of('record', t);
  plain text := array_to_string(columns, ', ');
  old_row text := (select string_agg('old.' || c, ', ') from unnest(columns) c);
  historian name := platform.role_name('historian');
  mine text := current_setting('role');
  again boolean := to_regprocedure(format('history.keep_%s()', t)) is not null;
begin
  if again then -- the functions are the historian's by now: only it may replace them
    execute format('grant create on schema history to %I', historian);
    perform set_config('role', historian, true);
  end if;
  execute format($f$
    create or replace function history.keep_%1$s() returns trigger language plpgsql security definer
      set search_path = pg_catalog, pg_temp as $t$
    begin
      if tg_op <> 'INSERT' then
        insert into history.%2$I (%3$s, recorded_to)
          values (%4$s, case tg_op when 'DELETE' then platform.moment_of(null, old.recorded_from)
                                   else platform.moment_of(new.recorded_from, old.recorded_from) end)
          returning recorded_to into new.recorded_from;
        if tg_op = 'DELETE' then return old; end if;
        if new.id <> old.id then raise exception 'The id of a row never changes'; end if;
      else
        new.recorded_from := platform.moment_of(new.recorded_from, null);
      end if;
      new.recorded_by := split_part(nullif(current_setting('kith.context', true), ''), '|', 1)::uuid; -- see audit_%1$s
      return new;
    end $t$ $f$, t, t, plain, old_row);
  execute format($f$
    create or replace function history.audit_%1$s() returns trigger language plpgsql security definer
      set search_path = pg_catalog, pg_temp as $t$
    declare acting uuid := platform.actor();
    begin
      if exists (select from changed where recorded_by is distinct from acting) then
        raise exception 'The identity of this transaction is not signed' using errcode = '28000';
      end if;
      insert into audit.entry (actor_id, class, purpose, action, resource, subject_ids, row_ids)
      select acting, platform.context_part(2), platform.context_part(3), lower(tg_op), %1$L,
             coalesce(array_agg(distinct %2$s) filter (where %2$s is not null), '{}'), coalesce(array_agg(changed.id), '{}')
      from changed having count(*) > 0;
      return null;
    end $t$ $f$, t, case when subject is null then 'null::uuid' else format('changed.%I', subject) end);
  if again then
    perform set_config('role', mine, true);
    execute format('revoke create on schema history from %I', historian);
  end if;
  -- The arms hold no condition of their own: only then does the planner look into each of them by index for a join.
  execute format('create or replace view known_at.%1$I with (security_invoker = true) as
      select %2$s from (select %2$s, ''infinity''::timestamptz as recorded_to from record.%1$I
                        union all select %2$s, recorded_to from history.%1$I) rows_of_all_times
      where recorded_from <= platform.known_at() and recorded_to > platform.known_at()',
    t, plain);
end $outer$;

-- t: a table of schema record with id uuid; subject: its column naming the person it is about, null for directories.
create function platform.keep_history(t text, subject text default 'person_id') returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table record.%I add column recorded_from timestamptz not null,
                                        add column recorded_by uuid', t);
  execute format('create table history.%1$I (like record.%1$I)', t);
  execute format('alter table history.%I add column recorded_to timestamptz not null', t);
  execute format('create index on history.%I (id, recorded_from)', t);
  if subject is not null then execute format('create index on history.%I (%I)', t, subject); end if;
  perform platform.write_history(t, subject);
  execute format('create trigger keep_past before insert or update or delete on record.%1$I
                    for each row execute function history.keep_%1$s()', t);
  execute format('create trigger audit_insert after insert on record.%1$I referencing new table as changed
                    for each statement execute function history.audit_%1$s()', t);
  execute format('create trigger audit_update after update on record.%1$I referencing new table as changed
                    for each statement execute function history.audit_%1$s()', t);
  perform platform.hand_over(format('history.keep_%s()', t), 'historian');
  perform platform.hand_over(format('history.audit_%s()', t), 'historian');
  execute format('alter table record.%1$I enable row level security', t);
  execute format('alter table record.%1$I force row level security', t);
  execute format('alter table history.%1$I enable row level security', t);
  execute format('alter table history.%1$I force row level security', t);
  perform platform.for_roles(array['historian'], format('grant insert, select on history.%I to %%I', t));
  perform platform.policy_for(array['historian'],
    format('create policy keeps on history.%I for insert to %%1$s with check (true)', t));
  perform platform.policy_for(array['historian'],
    format('create policy reads_back on history.%I for select to %%1$s using (true)', t));
  perform platform.for_roles(array['backup', 'verifier'], format('grant select on record.%1$I, history.%1$I to %%I', t));
  perform platform.policy_for(array['backup', 'verifier'],
    format('create policy service_reads on record.%I for select to %%1$s using (true)', t));
  perform platform.policy_for(array['backup', 'verifier'],
    format('create policy service_reads on history.%I for select to %%1$s using (true)', t));
  -- Rights on the view add nothing: it asks with its reader's rights on both tables beneath.
  perform platform.for_roles(array['practitioner', 'duty', 'director', 'administrator', 'verifier'],
    format('grant select on known_at.%I to %%I', t));
  -- The storyteller writes the demo county's present and past, and only into a database that the demo made.
  perform platform.for_roles(array['storyteller'], format('grant select, insert, update on record.%1$I to %%I', t));
  perform platform.for_roles(array['storyteller'], format('grant select, insert on history.%1$I to %%I', t));
  perform platform.policy_for(array['storyteller'], format('create policy tells on record.%I for all to %%1$s
    using ((select platform.made_by_demo())) with check ((select platform.made_by_demo()))', t));
  perform platform.policy_for(array['storyteller'], format('create policy tells on history.%I for all to %%1$s
    using ((select platform.made_by_demo())) with check ((select platform.made_by_demo()))', t));
end $$;
select platform.for_roles(array['historian'],
  'grant execute on function platform.moment_of(timestamptz, timestamptz) to %I');
