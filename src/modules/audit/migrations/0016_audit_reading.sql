-- Every table that keep_history did not make: its services, too, need their signed identity.
do $$ declare t text; begin
  for t in select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind = 'r' and n.nspname in ('access', 'audit', 'search', 'app', 'platform')
           order by 1 loop
    perform platform.hold_services(t);
  end loop;
end $$;
