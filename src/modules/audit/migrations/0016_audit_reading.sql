-- Reading the audit. No class of user reads audit.entry: two functions answer, each as much as its caller may know. They
-- run as the gatekeeper, whose policy is plain, so that the index on subject_ids serves.
create index entry_at on audit.entry (at);
create index entry_verification on audit.entry (id) where action = 'verify';
select platform.for_roles(array['gatekeeper'], 'grant select on audit.entry, audit.leaf, audit.seal to %I');
do $$ declare t text; begin
  foreach t in array array['entry', 'leaf', 'seal'] loop
    perform platform.policy_for(array['gatekeeper'],
      format('create policy answers on audit.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

-- Who has looked at this person's record or changed it, newest first. Only for a caller who holds the record itself
-- (a live B2 entry); anyone else is answered nothing, as for a person who does not exist.
--   before  go on below this entry; null: from the newest
--   until   what had been done by this instant; null: all
--   most    how many at once
create function audit.looks_at(person uuid, before bigint, until timestamptz, most integer)
  returns table (id bigint, at timestamptz, actor_id uuid, worker text, class text, purpose text, action text,
                 resource text, relationship text, known_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, e.at, e.actor_id, w.display_name, e.class, e.purpose, e.action, e.resource, e.relationship, e.known_at
  from audit.entry e left join record.worker w on w.id = e.actor_id
  where e.subject_ids @> array[person] and (before is null or e.id < before) and (until is null or e.at <= until)
    and exists (select from access.entry a where a.actor_id = platform.actor() and a.subject_id = person
                and a.data_class = 'B2' and now() >= a.starts_at and now() < a.ends_at)
  order by e.id desc limit least(most, 10001)
$$;
select platform.hand_over('audit.looks_at(uuid, bigint, timestamptz, integer)', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- The audit by London day and kind of act, newest first: counts only, nobody's name. For directors and administrators.
create function audit.by_day(first_day date, last_day date) returns table (day date, action text, class text, entries bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (e.at at time zone 'Europe/London')::date, e.action, coalesce(e.class, 'none'), count(*)
  from audit.entry e
  where e.at >= first_day::timestamp at time zone 'Europe/London'
    and e.at < (last_day + 1)::timestamp at time zone 'Europe/London'
    and platform.actor() is not null
  group by 1, 2, 3 order by 1 desc, 2, 3
$$;
select platform.hand_over('audit.by_day(date, date)', 'gatekeeper', array['director', 'administrator']);

-- How the seal stands: entries sealed, the last seal, what waits for the next and since when, and what the last
-- verification said.
create function audit.standing() returns table (sealed bigint, root bytea, sealed_at timestamptz, unsealed bigint,
                                                oldest_unsealed timestamptz, verified_at timestamptz, verified jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(s.tree_size, 0), s.root, s.at, waiting.entries, waiting.oldest, v.at, v.detail
  from (select count(*) as entries, min(e.at) as oldest from audit.entry e
        where not exists (select from audit.leaf l where l.entry_id = e.id)) waiting
    left join (select tree_size, root, at from audit.seal order by tree_size desc limit 1) s on true
    left join (select e.at, e.detail from audit.entry e where e.action = 'verify' and e.class = 'verifier'
               order by e.id desc limit 1) v on true
  where platform.actor() is not null
$$;
select platform.hand_over('audit.standing()', 'gatekeeper', array['director', 'administrator']);
