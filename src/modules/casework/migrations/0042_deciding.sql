-- Who decides: approvals, transfers and cover.

-- A manager of the case decides, never who handed it in; whoever handed it in may take it back.
select platform.policy_for(array['practitioner', 'duty'], $p$
  create policy decided_by_a_manager on record.approval as restrictive for update to %1$s with check (
    outcome is null
    or (outcome = 'withdrawn' and submitted_by = (select access.working_actor(current_user)))
    or (outcome in ('authorised', 'returned') and decided_by = (select access.working_actor(current_user)) and submitted_by <> decided_by
        and not exists (select from unnest(person_ids) p (id) where not access.directs(p.id))))
  $p$);
select platform.policy_for(array['practitioner', 'duty'], 'create policy undecided on record.approval as restrictive for update to %1$s
  using (outcome is null) with check (true)'); -- the rule for what it becomes is the one above
select platform.policy_for(array['practitioner', 'duty'], 'create policy handed_in_by_oneself on record.approval as restrictive
  for insert to %1$s with check (outcome is null and submitted_by = (select access.working_actor(current_user)))');
-- What concerns a plan is handed in, and its answer read, by a lead practitioner who has the plan and not the record.
do $$ declare s text; plans text := 'approval.kind like ''cin\_plan%%'' and not (approval.person_ids && (select access.sealed_from_me())::uuid[])';
begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads_of_plans on %I.approval for select to %%1$s
      using (%s and exists (select from access.entry e where e.actor_id = (select platform.actor_as(current_user))
        and e.subject_id = any (approval.person_ids) and e.data_class = ''B1'' and now() >= e.starts_at and now() < e.ends_at))',
      s, plans));
  end loop;
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds_of_plans on record.approval for insert to %%1$s
    with check (%s and %s)', plans, access.writes_all('approval', 'B1')));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes_of_plans on record.approval for update
    to %%1$s using (%s and %s)', plans, access.writes_all('approval', 'B1')));
end $$;

-- ---------------------------------------------------------------- transfers
-- Managers of the team asked read what they would take over. They answer by access.decide_transfer, since until then they may
-- write nothing about the child.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty'], format('create policy asked on %I.transfer for select to %%1$s
      using (not (person_id = any ((select access.sealed_from_me())::uuid[])) and %s)', s,
      access.at_front_door('transfer.to_team_id', array['team_manager', 'duty_manager'])));
  end loop;
end $$;
select platform.policy_for(array['practitioner', 'duty'], 'create policy asked_by_a_manager on record.transfer as restrictive for insert
  to %1$s with check (outcome is null and requested_by = (select access.working_actor(current_user)) and access.directs(person_id))');
-- Taken back by those who asked; another authority's answer is written down by them too.
select platform.policy_for(array['practitioner', 'duty'], 'create policy answered on record.transfer as restrictive for update to %1$s
  using (outcome is null) with check (access.directs(person_id) and (outcome is null or outcome = ''withdrawn'' or to_team_id is null))');

-- What was handed over stays as it was written.
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.transfer from %I');
select platform.for_roles(array['practitioner', 'duty'], 'grant update (outcome, reason, decided_by, decided_at) on record.transfer to %I');

-- The answer of the team asked. Accepted: the holdings of the team that gives end today, and the child stands in the
-- queue of the team that takes, or with the worker named. Answers accepted, refused, or not_found for anything that is not theirs.
create function access.decide_transfer(transfer uuid, accepts boolean, worker uuid, because text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable -- the table is named as its parameter
declare
  acting uuid := access.working_actor(current_setting('role', true));
  asked record;
  today date := (now() at time zone 'Europe/London')::date;
  first_day date;
begin
  select x.* into asked from record.transfer x where x.id = transfer and x.outcome is null and x.to_team_id is not null
    and not (x.person_id = any (access.sealed_from_me()))
    and exists (select from record.post p where p.worker_id = acting and p.team_id = x.to_team_id
      and p.role in ('team_manager', 'duty_manager') and today >= p.started_on and (p.ended_on is null or today <= p.ended_on))
    for update;
  if asked.id is null then return 'not_found'; end if;
  if not accepts then
    if length(trim(coalesce(because, ''))) = 0 then return 'not_found'; end if;
    update record.transfer set outcome = 'refused', reason = trim(because), decided_by = acting, decided_at = clock_timestamp()
      where id = transfer;
    return 'refused';
  end if;
  if worker is not null and not exists (select from record.post p join record.worker w on w.id = p.worker_id
      where p.worker_id = worker and p.team_id = asked.to_team_id and today >= p.started_on
        and (p.ended_on is null or today <= p.ended_on) and (w.left_at is null or now() < w.left_at)) then return 'not_found'; end if;
  first_day := today; -- whoever accepts is responsible from then on; moves_on is the day that was wished for
  update record.allocation set ended_on = greatest(started_on, first_day), reason = coalesce(reason, 'transfer')
    where person_id = asked.person_id and team_id = asked.from_team_id and ended_on is null;
  insert into record.allocation (person_id, team_id, worker_id, role, started_on, reason)
    values (asked.person_id, asked.to_team_id, worker, case when worker is null then 'queue' else 'lead_social_worker' end,
      first_day, 'transfer');
  update record.transfer set outcome = 'accepted', reason = nullif(trim(coalesce(because, '')), ''), decided_by = acting,
    decided_at = clock_timestamp() where id = transfer;
  return 'accepted';
end $$;
select platform.for_roles(array['gatekeeper'], 'grant insert, update on record.allocation, record.transfer to %I');
do $$ declare t text; begin
  foreach t in array array['allocation', 'transfer'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy hands_over on record.%I for update to %%1$s using (true)', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy takes_over on record.%I for insert to %%1$s with check (true)', t));
  end loop;
end $$;
select platform.hand_over('access.decide_transfer(uuid, boolean, uuid, text)', 'gatekeeper', array['practitioner', 'duty']);

-- ---------------------------------------------------------------- cover
-- A manager's post is covered while they are away: the one who covers holds a post of their own for those days, which gives what
-- the post gives. Arranged by the holder, or by whoever leads the area. Answers arranged or not_found.
create function access.is_practice(role text) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select role in ('social_worker', 'senior_social_worker', 'family_help_practitioner', 'mental_health_practitioner',
    'substance_misuse_practitioner', 'domestic_abuse_practitioner') $$;
-- Who besides its holder arranges cover of a post in a team: the leader of its area, and of a worker's post its managers too.
create function access.keeps_cover_of(team uuid, covered_role text, acting uuid) returns boolean language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.post l left join record.team t on t.service_area_id = l.service_area_id and l.role = 'service_leader'
    where l.worker_id = acting and l.covers_post_id is null
      and (t.id = team or (l.role = 'team_manager' and l.team_id = team and access.is_practice(covered_role)))
      and (now() at time zone 'Europe/London')::date between l.started_on and coalesce(l.ended_on, 'infinity')) $$;
create function access.arrange_cover(post uuid, worker uuid, first_day date, last_day date) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := access.working_actor(current_setting('role', true));
  today date := (now() at time zone 'Europe/London')::date;
  managing text[] := array['team_manager', 'duty_manager', 'service_leader'];
  covered record;
begin
  select p.* into covered from record.post p where p.id = post and p.covers_post_id is null
    and (p.role = any (managing) or access.is_practice(p.role)) and today >= p.started_on
    and (p.ended_on is null or today <= p.ended_on)
    and (p.worker_id = acting or access.keeps_cover_of(p.team_id, p.role, acting));
  if covered.id is null or first_day < today or last_day < first_day or last_day > first_day + 92
     or worker = covered.worker_id then return 'not_found'; end if;
  -- A manager by somebody who manages or supervises already: cover is not a promotion. A worker by one of the same calling: a social
  -- worker of the team, a specialist of the same discipline of the area.
  if not exists (select from record.post p join record.worker w on w.id = p.worker_id left join record.team t on t.id = p.team_id
      where p.worker_id = worker and p.covers_post_id is null
        and case when covered.role = any (managing) then p.role = any (managing || array['senior_social_worker'])
              when covered.role in ('social_worker', 'senior_social_worker') then p.role in ('social_worker', 'senior_social_worker')
                and p.team_id = covered.team_id
              else p.role = covered.role and (p.team_id = covered.team_id
                or t.service_area_id = (select c.service_area_id from record.team c where c.id = covered.team_id)) end
        and first_day >= p.started_on and (p.ended_on is null or last_day <= p.ended_on)
        and (w.left_at is null or now() < w.left_at)) then return 'not_found'; end if;
  insert into record.post (worker_id, team_id, service_area_id, role, fte, holds_cases, started_on, ended_on, covers_post_id)
    values (worker, covered.team_id, covered.service_area_id, covered.role, 0, false, first_day, last_day, covered.id);
  return 'arranged';
end $$;
-- Ends cover at once, or takes it back before it began.
create function access.end_cover(post uuid) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := access.working_actor(current_setting('role', true));
  today date := (now() at time zone 'Europe/London')::date;
begin
  update record.post c set ended_on = greatest(c.started_on, today) - 1
    from record.post p
    where c.id = post and p.id = c.covers_post_id and c.ended_on >= today
      and (acting in (p.worker_id, c.worker_id) or access.keeps_cover_of(p.team_id, p.role, acting));
  return case when found then 'ended' else 'not_found' end;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant insert, update on record.post to %I');
select platform.policy_for(array['gatekeeper'], 'create policy covers on record.post for insert to %1$s with check (covers_post_id is not null)');
select platform.policy_for(array['gatekeeper'], 'create policy ends_cover on record.post for update to %1$s using (covers_post_id is not null)');
select platform.hand_over(f, 'gatekeeper', array['practitioner', 'duty']) from unnest(array[
  'access.arrange_cover(uuid, uuid, date, date)', 'access.end_cover(uuid)']) f;
select platform.hand_over(f, 'gatekeeper') from unnest(array['access.is_practice(text)', 'access.keeps_cover_of(uuid, text, uuid)']) f;
