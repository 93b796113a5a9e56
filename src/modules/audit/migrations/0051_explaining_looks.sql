-- What was looked at in an opening, for whoever answers for it or made it: kinds of page and counts, nothing of what they said.
create function audit.seen_in_opening(opening uuid)
  returns table (action text, resource text, times bigint, first_at timestamptz, last_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.action, e.resource, count(*), min(e.at), max(e.at)
  from access.opening o join audit.entry e on e.subject_ids @> array[o.subject_id]
    and e.actor_id = o.actor_id and e.at >= o.opened_at and e.at < o.ends_at
  where o.id = opening and (access.answers_for(o.actor_id, o.subject_id) or o.actor_id = platform.actor())
  group by e.action, e.resource order by min(e.at) $$;
select platform.hand_over('audit.seen_in_opening(uuid)', 'gatekeeper', array['practitioner', 'duty', 'director']);
