-- One's own openings with what was found, and reminders of those that wait for a review (AC1: one working day).

-- The acting person's own openings, newest first.
create function access.my_openings(most integer)
  returns table (id uuid, subject_id uuid, kind text, reason_code text, reason text, opened_at timestamptz, ends_at timestamptz,
                 outcome text, remark text, reviewed_by uuid, reviewed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.subject_id, o.kind, o.reason_code, o.reason, o.opened_at, o.ends_at, v.outcome, v.remark, v.reviewed_by, v.reviewed_at
  from access.opening o left join access.opening_review v on v.opening_id = o.id
  where o.actor_id = platform.actor()
  order by o.opened_at desc limit least(most, 10000) $$;
create index opening_actor on access.opening (actor_id, opened_at desc);

-- Openings of the last three months that nobody has reviewed: ids and moments, for the job that counts the working days.
create function access.openings_waiting() returns table (id uuid, opened_at timestamptz) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select o.id, o.opened_at from access.opening o
  where o.opened_at > now() - interval '92 days' and not exists (select from access.opening_review v where v.opening_id = o.id)
  order by o.opened_at $$;

select platform.policy_for(array['gatekeeper'], 'create policy reminds_once on app.notice for select to %1$s
  using (kind in (''review_due'', ''review_late'', ''unexplained''))');

-- Reminds those who answer for these openings, and of late ones the leaders of the area too: each once. Of a restricted person, its
-- list. Answers how many notices.
create function access.remind_of_reviews(due uuid[], late uuid[]) returns bigint language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare told bigint;
begin
  with opened as (
    select o.id, o.actor_id, o.subject_id, o.id = any (late) as is_late,
      exists (select from access.restriction r where r.subject_id = o.subject_id and now() >= r.starts_at and now() < r.ends_at) as is_restricted
    from access.opening o where o.id = any (due || late)
      and not exists (select from access.opening_review v where v.opening_id = o.id)),
  reviewer as (
    select opened.*, a.worker_id from opened, access.answerable(opened.subject_id) a (worker_id) where not is_restricted
    union select opened.*, l.worker_id from opened, access.leads(opened.subject_id) l (worker_id) where is_late
    union select opened.*, m.actor_id from opened join access.restriction r on r.subject_id = opened.subject_id
      and now() >= r.starts_at and now() < r.ends_at join access.restriction_member m on m.restriction_id = r.id),
  made as (
    insert into app.notice (worker_id, kind, path, made_by)
    select distinct worker_id, case when is_late then 'review_late' else 'review_due' end, '/openings/' || id, platform.actor()
    from reviewer r where worker_id <> actor_id
      and not exists (select from access.conflict c where c.actor_id = r.worker_id and c.subject_id = r.subject_id
        and now() >= c.starts_at and now() < c.ends_at)
      and not exists (select from app.notice n where n.worker_id = r.worker_id and n.path = '/openings/' || r.id
        and n.kind = case when r.is_late then 'review_late' else 'review_due' end)
    returning 1)
  select count(*) from made into told;
  return told;
end $$;

select platform.hand_over('access.my_openings(integer)', 'gatekeeper', array['practitioner', 'duty', 'director']);
select platform.hand_over('access.openings_waiting()', 'gatekeeper', array['clockkeeper']);
select platform.hand_over('access.remind_of_reviews(uuid[], uuid[])', 'gatekeeper', array['clockkeeper']);
