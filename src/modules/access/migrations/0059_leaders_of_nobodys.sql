-- Who is above the duty managers: a review that is late climbs past them also where nobody holds the person (AC1: one working day).
do $$ declare mine text := current_setting('role'); begin
  execute format('grant create on schema access to %I', platform.role_name('gatekeeper'));
  perform set_config('role', platform.role_name('gatekeeper'), true);

  -- Service leaders of the areas whose teams hold this person. Nobody, of a restricted person: its list alone knows of it.
  create function access.leads_of_holders(subject uuid) returns setof uuid language sql stable set search_path = pg_catalog, pg_temp as $f$
    select distinct p.worker_id from record.allocation a join record.team t on t.id = a.team_id
      join record.post p on p.service_area_id = t.service_area_id and p.role = 'service_leader'
      join record.worker w on w.id = p.worker_id and (w.left_at is null or now() < w.left_at)
    where a.person_id = subject and platform.today() >= a.started_on and (a.ended_on is null or platform.today() <= a.ended_on)
      and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on)
      and not exists (select from access.restriction r where r.subject_id = subject and now() >= r.starts_at and now() < r.ends_at) $f$;

  -- The leaders to whom a review climbs. Where nobody holds the person those of the areas of the front door, of duty teams and of
  -- whoever is duty manager; if there are none, every service leader in post; if there are none, the directors.
  create or replace function access.leads(subject uuid) returns setof uuid language sql stable set search_path = pg_catalog, pg_temp as $f$
    with nobodys as (
      select where not exists (select from record.allocation a where a.person_id = subject
          and platform.today() >= a.started_on and (a.ended_on is null or platform.today() <= a.ended_on))
        and not exists (select from access.restriction r where r.subject_id = subject and now() >= r.starts_at and now() < r.ends_at)),
    leader as (
      select p.worker_id, p.service_area_id from nobodys, record.post p join record.worker w on w.id = p.worker_id
      where p.role = 'service_leader' and (w.left_at is null or now() < w.left_at)
        and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on)),
    of_duty as (
      select l.worker_id from leader l join record.team t on t.service_area_id = l.service_area_id
      where (t.ended_on is null or platform.today() <= t.ended_on)
        and (t.kind in ('front_door', 'duty') or exists (select from record.post p where p.team_id = t.id and p.role = 'duty_manager'
          and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on))))
    select access.leads_of_holders(subject)
    union select worker_id from of_duty
    union select worker_id from leader where not exists (select from of_duty)
    union select w.id from nobodys, record.worker w
      where w.class = 'director' and (w.left_at is null or now() < w.left_at) and not exists (select from leader) $f$;

  -- Whom a conflict of interest bars is told no further than before.
  create or replace function access.conflicts_of(subject uuid)
    returns table (id uuid, actor_id uuid, kind text, remark text, declared_by uuid, starts_at timestamptz, ends_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $f$
    select c.id, c.actor_id, c.kind, c.remark, c.declared_by, c.starts_at, c.ends_at from access.conflict c
    where c.subject_id = subject and not (subject = any (access.sealed_from_me()))
      and (platform.actor() in (select access.answerable(subject)) or platform.actor() in (select access.leads_of_holders(subject))
        or access.lists_me(subject))
    order by c.starts_at desc $f$;

  create or replace function access.end_conflict(conflict uuid) returns text language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp as $f$
  begin
    update access.conflict c set ends_at = now(), ended_by = platform.actor()
      where c.id = conflict and now() < c.ends_at and c.actor_id <> platform.actor()
        and not (c.subject_id = any (access.sealed_from_me()))
        and (platform.actor() in (select access.answerable(c.subject_id)) or platform.actor() in (select access.leads_of_holders(c.subject_id))
          or access.lists_me(c.subject_id));
    return case when found then 'ended' else 'not_found' end;
  end $f$;

  revoke execute on function access.leads_of_holders(uuid) from public;
  perform set_config('role', mine, true);
  execute format('revoke create on schema access from %I', platform.role_name('gatekeeper'));
end $$;
