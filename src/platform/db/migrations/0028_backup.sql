-- What backups and restores ask of the schema itself.

create function platform.schema_version() returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select max(name) from platform.migration $$;
select platform.for_roles(array['backup'], 'grant execute on function platform.schema_version() to %I');

-- After an open export is loaded with the triggers off: numbering goes on.
create function platform.after_restore() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare s record;
begin
  for s in select format('%I.%I', n.nspname, c.relname) as t, a.attname as c
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attidentity <> '' and n.nspname in ('audit', 'app', 'access', 'record')
  loop
    execute format('alter table %1$s no force row level security', s.t);
    execute format('select setval(pg_get_serial_sequence(%1$L, %2$L), coalesce((select max(%2$I) from %1$s), 0) + 1, false)', s.t, s.c);
    execute format('alter table %1$s force row level security', s.t);
  end loop;
end $$;
