-- Opening a record that is not one's own work: with a reason (break-glass, duty, a director's query), or a restricted
-- one with a reference. Each way answers restricted and absent people alike, writes one row of access.opening, from
-- which the entitlement follows, and tells those who answer for the case at once.

-- Whether the acting person's class is this one: from the signed context's role.
create function access.acts_as(class text) returns boolean language sql stable set search_path = pg_catalog, pg_temp
  as $$ select current_setting('role', true) = platform.role_name(class)::text $$;

-- Those who answer for a person's case: managers of the teams that hold it; nobody holds it: the managers on duty.
create function access.answerable(subject uuid) returns setof uuid language sql stable
  set search_path = pg_catalog, pg_temp as $$
  with managing as (
    select p.worker_id, p.role, p.team_id from record.post p join record.worker w on w.id = p.worker_id
    where p.role in ('team_manager', 'duty_manager') and (w.left_at is null or now() < w.left_at)
      and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on)),
  holding as (
    select m.worker_id from record.allocation a join managing m on m.team_id = a.team_id
    where a.person_id = subject and platform.today() >= a.started_on
      and (a.ended_on is null or platform.today() <= a.ended_on))
  select worker_id from holding
  union
  select worker_id from managing where role = 'duty_manager' and not exists (select from holding)
$$;

create function access.tell_of_opening(subject uuid, workers uuid[]) returns void language sql volatile
  set search_path = pg_catalog, pg_temp as $$
  insert into app.notice (worker_id, kind, path, subject_id, made_by)
  select distinct w, 'record_opened', '/openings', subject, platform.actor()
  from unnest(workers) w where w is distinct from platform.actor()
$$;

-- kind: break_glass (practitioners; 60 minutes), duty (until the shift ends), director (a query; read only, 60 minutes).
-- Answers: opened with its end; not_found for absent and restricted people alike; not_allowed for the class or off shift;
-- too_many after 10 in an hour. Opening again what is open answers the same end and tells nobody twice.
create function access.open_with_reason(subject uuid, opening_kind text, code text, why text)
  returns table (outcome text, ends_at timestamptz) language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  acting uuid := platform.actor();
  ending timestamptz;
begin
  if acting is null or code !~ '^[a-z_]{1,40}$' or length(trim(why)) < 10 or length(why) > 2000 then
    return query select 'not_allowed', null::timestamptz; return;
  end if;
  if exists (select from record.worker w where w.id = acting and w.left_at <= now()) then
    return query select 'not_allowed', null::timestamptz; return;
  end if;
  ending := case
    when opening_kind = 'break_glass' and access.acts_as('practitioner') then now() + interval '60 minutes'
    when opening_kind = 'director' and access.acts_as('director') then now() + interval '60 minutes'
    when opening_kind = 'duty' and access.acts_as('duty') then
      (select max(s.ends_at) from record.duty_shift s where s.worker_id = acting and now() >= s.starts_at and now() < s.ends_at)
  end;
  if ending is null then return query select 'not_allowed', null::timestamptz; return; end if;
  perform pg_advisory_xact_lock(hashtextextended(acting::text, 7302)); -- two at once count as two
  if (select count(*) from access.opening o where o.actor_id = acting and o.opened_at > now() - interval '1 hour') >= 10 then
    return query select 'too_many', null::timestamptz; return;
  end if;
  if not exists (select from record.person p where p.id = subject) or subject = any (access.sealed_from_me()) then
    return query select 'not_found', null::timestamptz; return;
  end if;
  return query select 'opened', o.ends_at from access.opening o
    where o.actor_id = acting and o.subject_id = subject and o.kind = opening_kind and now() < o.ends_at
    order by o.ends_at desc limit 1;
  if found then return; end if;
  insert into access.opening (actor_id, subject_id, kind, reason_code, reason, ends_at)
    values (acting, subject, opening_kind, code, trim(why), ending);
  perform access.tell_of_opening(subject, array(select access.answerable(subject)));
  return query select 'opened', ending;
end $$;

-- ---------------------------------------------------------------- references to restricted records
create function access.lists_me(subject uuid) returns boolean language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.restriction r join access.restriction_member m on m.restriction_id = r.id
    where r.subject_id = subject and m.actor_id = platform.actor() and now() >= r.starts_at and now() < r.ends_at) $$;

-- A member of the named list, or a duty manager in post, may give a reference to a restricted person.
create function access.may_give_reference(subject uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select access.lists_me(subject) or (
    exists (select from record.post p where p.worker_id = platform.actor() and p.role = 'duty_manager'
      and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on))
    and exists (select from access.restriction r
      where r.subject_id = subject and now() >= r.starts_at and now() < r.ends_at)) $$;

-- hash: SHA-256 of the token, which only giver and receiver ever hold. Answers given or not_found.
create function access.give_reference(subject uuid, receiver uuid, hash bytea) returns text language plpgsql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_give_reference(subject) or length(hash) <> 32 or receiver = platform.actor() or not exists (
    select from record.worker w where w.id = receiver and (w.left_at is null or now() < w.left_at)
      and w.class in ('practitioner', 'duty', 'director'))
  then return 'not_found'; end if;
  insert into access.reference (token_hash, subject_id, given_to, given_by, ends_at)
    values (hash, subject, receiver, platform.actor(), now() + interval '24 hours');
  return 'given';
end $$;

-- Works once, for the worker it was given to, within its 24 hours; everything else is not_found.
create function access.use_reference(hash bytea, why text)
  returns table (outcome text, subject_id uuid, ends_at timestamptz) language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare given access.reference;
begin
  if length(trim(why)) < 10 or length(why) > 2000 then return query select 'not_allowed', null::uuid, null::timestamptz; return; end if;
  update access.reference r set used_at = now()
    where r.token_hash = hash and r.given_to = platform.actor() and r.used_at is null and now() < r.ends_at
    returning * into given;
  if given.id is null then return query select 'not_found', null::uuid, null::timestamptz; return; end if;
  insert into access.opening (actor_id, subject_id, kind, reason_code, reason, ends_at, reference_id)
    values (given.given_to, given.subject_id, 'reference', 'reference', trim(why), given.ends_at, given.id);
  perform access.tell_of_opening(given.subject_id, array(
    select m.actor_id from access.restriction r join access.restriction_member m on m.restriction_id = r.id
      where r.subject_id = given.subject_id and now() >= r.starts_at and now() < r.ends_at
    union select given.given_by));
  return query select 'opened', given.subject_id, given.ends_at;
end $$;

-- ---------------------------------------------------------------- restrictions and their named lists
-- A director restricts a person whom nobody has restricted; afterwards the list's own members alone extend or end it.
-- until: null for no end. The maker is on the list. Answers made, changed or not_found.
create function access.restrict_person(subject uuid, because text, remark text, until timestamptz) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare made uuid;
begin
  if platform.actor() is null or because not in ('staff_family', 'public_figure', 'protected_witness', 'other')
     or until <= now() and not access.lists_me(subject) then return 'not_found'; end if;
  perform pg_advisory_xact_lock(hashtextextended(subject::text, 7303));
  if access.lists_me(subject) then
    update access.restriction r set reason = because, note = remark, ends_at = coalesce(until, 'infinity')
      where r.subject_id = subject and now() >= r.starts_at and now() < r.ends_at;
    return 'changed';
  end if;
  if not access.acts_as('director') or subject = any (access.sealed_from_me())
     or not exists (select from record.person p where p.id = subject) then return 'not_found'; end if;
  insert into access.restriction (subject_id, reason, note, ends_at, made_by)
    values (subject, because, remark, coalesce(until, 'infinity'), platform.actor()) returning id into made;
  insert into access.restriction_member (restriction_id, actor_id, added_by) values (made, platform.actor(), platform.actor());
  return 'made';
end $$;

-- Puts a worker on the list or takes one off; the last member stays. Answers done, last_member or not_found.
create function access.change_list(subject uuid, worker uuid, is_member boolean) returns text language plpgsql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
declare live uuid[];
begin
  if not access.lists_me(subject) then return 'not_found'; end if;
  perform pg_advisory_xact_lock(hashtextextended(subject::text, 7303));
  live := array(select r.id from access.restriction r where r.subject_id = subject and now() >= r.starts_at and now() < r.ends_at);
  if is_member then
    if not exists (select from record.worker w where w.id = worker and (w.left_at is null or now() < w.left_at)
      and w.class in ('practitioner', 'duty', 'director')) then return 'not_found'; end if;
    insert into access.restriction_member (restriction_id, actor_id, added_by)
      select r, worker, platform.actor() from unnest(live) r on conflict do nothing;
    return 'done';
  end if;
  if not exists (select from access.restriction_member m where m.restriction_id = any (live) and m.actor_id <> worker)
  then return 'last_member'; end if;
  delete from access.restriction_member m where m.restriction_id = any (live) and m.actor_id = worker;
  return 'done';
end $$;

-- The live restriction with its list, for its members alone.
create function access.restriction_of(subject uuid)
  returns table (reason text, note text, starts_at timestamptz, ends_at timestamptz, members uuid[]) language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select r.reason, r.note, r.starts_at, r.ends_at,
    array(select m.actor_id from access.restriction_member m where m.restriction_id = r.id order by m.added_at)
  from access.restriction r
  where r.subject_id = subject and now() >= r.starts_at and now() < r.ends_at and access.lists_me(subject)
  order by r.starts_at desc limit 1 $$;

do $$ declare f text; begin
  foreach f in array array['access.acts_as(text)', 'access.answerable(uuid)', 'access.tell_of_opening(uuid, uuid[])',
    'access.lists_me(uuid)'] loop
    perform platform.hand_over(f, 'gatekeeper');
  end loop;
  foreach f in array array['access.open_with_reason(uuid, text, text, text)', 'access.may_give_reference(uuid)',
    'access.give_reference(uuid, uuid, bytea)', 'access.use_reference(bytea, text)',
    'access.restrict_person(uuid, text, text, timestamptz)', 'access.change_list(uuid, uuid, boolean)',
    'access.restriction_of(uuid)'] loop
    perform platform.hand_over(f, 'gatekeeper', array['practitioner', 'duty', 'director']);
  end loop;
end $$;
