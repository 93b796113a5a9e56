-- How many children workers hold, for those who choose whom to give the next one to, and for the administrator who
-- records that somebody has left: a number without a child. Restricted people whose list does not hold the asker are
-- not counted, so that no number tells of them.
--   led: children whose lead the worker is; held: children held in any role
create function access.caseloads(workers uuid[]) returns table (worker_id uuid, led integer, held integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.worker_id,
    (count(distinct a.person_id) filter (where a.role in ('lead_social_worker', 'lead_practitioner')))::integer,
    count(distinct a.person_id)::integer
  from record.allocation a
  where a.worker_id = any (workers) and a.ended_on is null and platform.actor() is not null
    and not (a.person_id = any ((select access.sealed_from_me())::uuid[]))
  group by a.worker_id
$$;
select platform.hand_over('access.caseloads(uuid[])', 'gatekeeper', array['practitioner', 'duty', 'administrator']);
