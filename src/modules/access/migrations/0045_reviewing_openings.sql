-- Every opening is reviewed by somebody who answers for the case, within one working day (AC1); a conflict of interest bars a
-- worker from a person whatever else would open the record.
create table access.opening_review (
  id uuid primary key default uuidv7(),
  opening_id uuid not null unique references access.opening (id),
  outcome text not null check (outcome in ('justified', 'justified_with_advice', 'not_justified')),
  remark text not null check (length(trim(remark)) > 0),
  reviewed_by uuid not null,
  reviewed_at timestamptz not null default now()
);
alter table access.opening_review enable row level security;
alter table access.opening_review force row level security;
select platform.for_roles(array['gatekeeper'], 'grant select, insert on access.opening_review to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps on access.opening_review for all to %1$s using (true) with check (true)');
select platform.for_roles(array['backup', 'verifier'], 'grant select on access.opening_review to %I');
select platform.policy_for(array['backup', 'verifier'], 'create policy service_reads on access.opening_review for select to %1$s using (true)');

-- The demo's storyteller adds openings, reviews and conflicts of the past, and only in a database that the demo made.
do $$ declare t text; begin
  foreach t in array array['opening', 'opening_review', 'conflict'] loop
    perform platform.for_roles(array['storyteller'], format('grant insert on access.%I to %%I', t));
    perform platform.policy_for(array['storyteller'],
      format('create policy tells on access.%I for insert to %%1$s with check ((select platform.made_by_demo()))', t));
  end loop;
end $$;

-- Service leaders of the areas whose teams hold this person. Nobody, of a restricted person: its list alone knows of it.
create function access.leads(subject uuid) returns setof uuid language sql stable set search_path = pg_catalog, pg_temp as $$
  select distinct p.worker_id from record.allocation a join record.team t on t.id = a.team_id
    join record.post p on p.service_area_id = t.service_area_id and p.role = 'service_leader'
    join record.worker w on w.id = p.worker_id and (w.left_at is null or now() < w.left_at)
  where a.person_id = subject and platform.today() >= a.started_on and (a.ended_on is null or platform.today() <= a.ended_on)
    and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on)
    and not exists (select from access.restriction r where r.subject_id = subject and now() >= r.starts_at and now() < r.ends_at) $$;

-- Whether the acting person answers for this opening: a manager of the case or on duty, or the leader of its area, never for
-- their own; of a restricted person, a member of the list.
create function access.answers_for(opener uuid, subject uuid) returns boolean language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select opener <> platform.actor() and not (subject = any (access.sealed_from_me())) and (
    access.lists_me(subject)
    or (not exists (select from access.restriction r where r.subject_id = subject and now() >= r.starts_at and now() < r.ends_at)
        and (platform.actor() in (select access.answerable(subject)) or platform.actor() in (select access.leads(subject))))) $$;

-- Openings that the acting person is to review, or has seen reviewed since.
create function access.openings_to_review(since timestamptz)
  returns table (id uuid, actor_id uuid, subject_id uuid, kind text, reason_code text, reason text, opened_at timestamptz,
                 ends_at timestamptz, outcome text, remark text, reviewed_by uuid, reviewed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.actor_id, o.subject_id, o.kind, o.reason_code, o.reason, o.opened_at, o.ends_at, v.outcome, v.remark,
    v.reviewed_by, v.reviewed_at
  from access.opening o left join access.opening_review v on v.opening_id = o.id
  where (v.id is null or v.reviewed_at >= since) and access.answers_for(o.actor_id, o.subject_id)
  order by v.reviewed_at nulls first, o.opened_at $$;

-- Answers reviewed, reviewed_already or not_found. Whoever opened is told; of what was not justified, the leader of the area too, or
-- the rest of a restricted person's list.
create function access.review_opening(opening uuid, finding text, words text) returns text language plpgsql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
declare opened access.opening;
begin
  select * into opened from access.opening o where o.id = opening;
  if opened.id is null or not access.answers_for(opened.actor_id, opened.subject_id)
     or finding not in ('justified', 'justified_with_advice', 'not_justified') or length(trim(words)) = 0
  then return 'not_found'; end if;
  insert into access.opening_review (opening_id, outcome, remark, reviewed_by) values (opening, finding, trim(words), platform.actor())
    on conflict (opening_id) do nothing;
  if not found then return 'reviewed_already'; end if;
  insert into app.notice (worker_id, kind, path, made_by) values (opened.actor_id, 'opening_reviewed', '/openings/mine', platform.actor());
  if finding = 'not_justified' then
    insert into app.notice (worker_id, kind, path, made_by)
    select distinct told.id, 'opening_not_justified', '/openings/' || opening, platform.actor()
    from (select access.leads(opened.subject_id) union
          select m.actor_id from access.restriction r join access.restriction_member m on m.restriction_id = r.id
          where r.subject_id = opened.subject_id and now() >= r.starts_at and now() < r.ends_at) told (id)
    where told.id not in (platform.actor(), opened.actor_id);
  end if;
  return 'reviewed';
end $$;

-- "I know this person": closes the record to oneself at once, whether one could open it or not. A manager of the case may say it of
-- another worker. A restricted person answers as an absent one, and nobody learns which.
create function access.declare_conflict(subject uuid, worker uuid, how text, words text) returns text language plpgsql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
declare acting uuid := access.working_actor(current_setting('role', true));
begin
  if acting is null or how not in ('own_family', 'friend_or_neighbour', 'own_child_at_school', 'other')
     or subject = any (access.sealed_from_me()) or not exists (select from record.person p where p.id = subject)
     or (worker <> acting and not access.directs(subject))
     or not exists (select from record.worker w where w.id = worker and (w.left_at is null or now() < w.left_at))
  then return 'not_found'; end if;
  if not exists (select from access.conflict c where c.actor_id = worker and c.subject_id = subject and now() < c.ends_at) then
    insert into access.conflict (actor_id, subject_id, kind, remark, declared_by)
      values (worker, subject, how, nullif(trim(coalesce(words, '')), ''), acting);
    insert into app.notice (worker_id, kind, path, subject_id, made_by)
      select a, 'conflict_declared', '/people/' || subject || '/conflicts', subject, acting
      from access.answerable(subject) a where a not in (acting, worker);
  end if;
  return 'declared';
end $$;

-- Conflicts about people whose case the acting person answers for; ended by them alone, never by whom it bars.
create function access.conflicts_of(subject uuid)
  returns table (id uuid, actor_id uuid, kind text, remark text, declared_by uuid, starts_at timestamptz, ends_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.actor_id, c.kind, c.remark, c.declared_by, c.starts_at, c.ends_at from access.conflict c
  where c.subject_id = subject and not (subject = any (access.sealed_from_me()))
    and (platform.actor() in (select access.answerable(subject)) or platform.actor() in (select access.leads(subject))
      or access.lists_me(subject))
  order by c.starts_at desc $$;

create function access.end_conflict(conflict uuid) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  update access.conflict c set ends_at = now(), ended_by = platform.actor()
    where c.id = conflict and now() < c.ends_at and c.actor_id <> platform.actor()
      and not (c.subject_id = any (access.sealed_from_me()))
      and (platform.actor() in (select access.answerable(c.subject_id)) or platform.actor() in (select access.leads(c.subject_id))
        or access.lists_me(c.subject_id));
  return case when found then 'ended' else 'not_found' end;
end $$;

do $$ declare f text; begin
  perform platform.hand_over('access.leads(uuid)', 'gatekeeper');
  perform platform.hand_over('access.answers_for(uuid, uuid)', 'gatekeeper');
  foreach f in array array['access.openings_to_review(timestamptz)', 'access.review_opening(uuid, text, text)',
    'access.declare_conflict(uuid, uuid, text, text)', 'access.conflicts_of(uuid)', 'access.end_conflict(uuid)'] loop
    perform platform.hand_over(f, 'gatekeeper', array['practitioner', 'duty', 'director']);
  end loop;
end $$;
