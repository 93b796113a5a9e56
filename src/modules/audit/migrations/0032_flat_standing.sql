-- The page of the audit asks how many entries wait for a seal. To compare every entry with every leaf grows with the
-- audit; what waits is among the newest transactions, and the sealer knows from which on.

-- Every entry of a lower transaction number was under a seal when this one was made; null: not known, the sealer was
-- looking through the whole audit. No part of what is sealed: the verification compares everything and never reads it.
alter table audit.seal add column sealed_before xid8;

-- How the seal stands: entries sealed, the last seal, what waits for the next and since when, and what the last
-- verification said. Numbers that only another server can have given (a database restored here) say nothing of the order:
-- then everything is compared, until the sealer of this server has made a seal.
create function audit.waiting() returns table (entries bigint, oldest timestamptz) language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
declare
  here xid8 := pg_snapshot_xmax(pg_current_snapshot());
  since xid8 := (select s.sealed_before from audit.seal s order by s.tree_size desc limit 1);
begin
  if since <= here then
    return query select count(*), min(e.at) from audit.entry e
      where e.xid >= since and e.xid < here and not exists (select from audit.leaf l where l.entry_id = e.id);
  else
    return query select count(*), min(e.at) from audit.entry e
      where not exists (select from audit.leaf l where l.entry_id = e.id);
  end if;
end $$;
do $$
declare mine text := current_setting('role');
begin
  perform set_config('role', platform.role_name('gatekeeper'), true);
  drop function audit.standing();
  perform set_config('role', mine, true);
end $$;

create function audit.standing() returns table (sealed bigint, root bytea, sealed_at timestamptz, unsealed bigint,
                                                oldest_unsealed timestamptz, verified_at timestamptz, verified jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(s.tree_size, 0), s.root, s.at, waiting.entries, waiting.oldest, v.at, v.detail
  from audit.waiting() waiting
    left join (select tree_size, root, at from audit.seal order by tree_size desc limit 1) s on true
    left join (select e.at, e.detail from audit.entry e where e.action = 'verify' and e.class = 'verifier'
               order by e.id desc limit 1) v on true
  where platform.actor() is not null
$$;
select platform.hand_over('audit.waiting()', 'gatekeeper');
select platform.hand_over('audit.standing()', 'gatekeeper', array['director', 'administrator']);

-- The last verification: found by its class too, not looked for from the newest on.
drop index audit.entry_verification;
create index entry_verification on audit.entry (class, id) where action = 'verify';
