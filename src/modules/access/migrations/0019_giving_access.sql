-- Facts that give access are not written with the access that they give: otherwise anyone could create a person, put it
-- into any family and hold it. Found by the oracle's author; each rule stands there a second time.

-- A live entry of the acting person on this person, in this class, that lets them write and comes from one of these.
create function access.writes_as(person uuid, class text, reasons text[]) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.entry e where e.actor_id = platform.actor() and e.subject_id = person
    and e.data_class = class and e.may_write and now() >= e.starts_at and now() < e.ends_at and e.reason = any (reasons)) $$;

-- Case holding is given and changed by managers, for children of their remit.
create function access.directs(person uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select access.writes_as(person, 'A2', array['team', 'area', 'duty_queue', 'contact', 'created', 'named_list'])
    and exists (select from record.post p where p.worker_id = platform.actor()
      and p.role in ('team_manager', 'duty_manager', 'service_leader')
      and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on)) $$;

-- Whoever created a person may also hand it to a team's queue.
create function access.may_allocate(person uuid, holder uuid, as_role text) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select access.directs(person)
    or (holder is null and as_role = 'queue' and access.writes_as(person, 'A2', array['created', 'contact'])) $$;

-- Naming a professional who signs in gives them the plan: that takes the right to write the record, and no mere opening.
create function access.may_involve(person uuid, professional uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case when professional is null
    then access.writes_as(person, 'A2', array['allocation', 'sibling', 'family', 'team', 'area', 'duty_queue', 'contact',
                                              'named_list', 'created', 'opened_with_reason'])
    else access.writes_as(person, 'B2', array['allocation', 'sibling', 'family', 'team', 'area', 'duty_queue', 'contact',
                                              'named_list', 'created']) end $$;

-- Joining a family reaches its other members. People restricted from the actor count as absent: they are never reached.
create function access.may_join(person uuid, family uuid, as_role text) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select access.writes_as(person, case as_role when 'child' then 'B2' else 'A2' end, array['allocation', 'sibling', 'family',
      'team', 'area', 'duty_queue', 'contact', 'named_list', 'created'])
    and not exists (select from record.family_member m where m.family_id = family and m.person_id <> person
      and not (m.person_id = any (access.sealed_from_me()))
      and not access.writes_as(m.person_id, 'A2',
        array['allocation', 'sibling', 'family', 'team', 'area', 'duty_queue', 'contact', 'named_list', 'created'])) $$;

select platform.hand_over(f, 'gatekeeper', array['practitioner', 'duty']) from unnest(array[
  'access.writes_as(uuid, text, text[])', 'access.directs(uuid)', 'access.may_allocate(uuid, uuid, text)', 'access.may_involve(uuid, uuid)',
  'access.may_join(uuid, uuid, text)']) f;

do $$ declare rule record; begin
  for rule in select * from (values
    ('allocation', 'access.may_allocate(person_id, worker_id, role)', 'access.directs(person_id)'),
    ('involvement', 'access.may_involve(person_id, worker_id)', 'access.may_involve(person_id, worker_id)'),
    ('family_member', 'access.may_join(person_id, family_id, role)', 'access.may_join(person_id, family_id, role)')
  ) rules (target, may, may_change) loop
    execute format('drop policy adds on record.%I', rule.target);
    execute format('drop policy changes on record.%I', rule.target);
    perform platform.policy_for(array['practitioner', 'duty'],
      format('create policy adds on record.%I for insert to %%1$s with check (%s)', rule.target, rule.may));
    perform platform.policy_for(array['practitioner', 'duty'],
      format('create policy changes on record.%I for update to %%1$s using (%s) with check (%s)', rule.target,
        rule.may_change, rule.may_change));
  end loop;
end $$;

-- ---------------------------------------------------------------- leavers
-- The acting person, unless they have left: a leaver keeps nothing of people, not even their own notes.
create function access.working_actor(role_name text) returns uuid language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select w.id from record.worker w where w.id = platform.actor_as(role_name) and (w.left_at is null or now() < w.left_at) $$;
select platform.for_roles(platform.user_classes() || array['searcher', 'gatekeeper'], 'grant execute on function access.working_actor(text) to %I');

create or replace function access.roaming_actor(role_name text) returns uuid language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
declare acting uuid := access.working_actor(role_name);
begin
  if acting is null then return null; end if;
  if role_name in (platform.role_name('director')::text, platform.role_name('data_quality')::text) then return acting; end if;
  if role_name = platform.role_name('duty')::text and exists (
    select from record.duty_shift s where s.worker_id = acting and now() >= s.starts_at and now() < s.ends_at)
  then return acting; end if;
  return null;
end $$;

do $$ declare t text; s text; begin
  execute 'drop policy adds_new on record.person';
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy adds_new on record.person for insert to %1$s
    with check ((select access.working_actor(current_user)) is not null)');
  foreach t in array array['family', 'household'] loop
    execute format('drop policy adds on record.%I', t);
    perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.%I for insert to %%1$s
      with check ((select access.working_actor(current_user)) is not null)', t));
  end loop;
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy not_of_leavers on %I.note
      as restrictive for select to %%1$s using ((select access.working_actor(current_user)) is not null)', s));
  end loop;
  -- What a note says of a child is written by the note's author, and a relationship names no one its writer cannot see.
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy by_author on record.note_person
    as restrictive for insert to %1$s with check (exists (select from record.note n
      where n.id = note_person.note_id and n.author_id = (select platform.actor_as(current_user))
        and note_person.person_id = any (n.person_ids)))');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy both_seen on record.relationship
    as restrictive for insert to %%1$s with check (%s or ((select access.roaming_actor(current_user)) is not null
      and not (relationship.other_id = any ((select access.sealed_from_me())::uuid[]))))',
    access.has_entry('relationship.other_id', array['A2'], false)));
end $$;
