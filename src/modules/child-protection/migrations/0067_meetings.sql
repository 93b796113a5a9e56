-- Who reads and writes what of a meeting (class B3): the line of every child it is about, its chair, its administrator, and those
-- invited while its papers are open to them. Everything of a meeting is read with the meeting.

alter table record.conference add column meeting_id uuid references record.meeting (id);
alter table history.conference add column meeting_id uuid;
alter table record.cp_review add column meeting_id uuid references record.meeting (id);
alter table history.cp_review add column meeting_id uuid;
alter table record.core_group add column meeting_id uuid references record.meeting (id);
alter table history.core_group add column meeting_id uuid;
select platform.write_history(t, 'person_id') from unnest(array['conference', 'cp_review', 'core_group']) t;
alter table record.conference drop constraint conference_kind_check;
alter table record.conference add constraint conference_kind_check check (kind in ('initial', 'review', 'transfer_in', 'pre_birth'));
create index conference_enquiry on record.conference (s47_enquiry_id) where s47_enquiry_id is not null;
create index conference_enquiry on history.conference (s47_enquiry_id) where s47_enquiry_id is not null;
create unique index one_conference_a_child on record.conference (meeting_id, person_id) where meeting_id is not null;

-- What somebody brought to it: never changed, a correction stands beside. C3 and C4 are read by fewer than the meeting.
create table record.meeting_contribution (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references record.meeting (id),
  invitee_id uuid references record.meeting_invitee (id), -- whose it is; none: of the service that holds the meeting
  person_id uuid references record.person (id),  -- the child whom it concerns; none: all of them
  kind text not null check (kind in ('information', 'strength', 'worry', 'what_needs_to_happen', 'view', 'summary')),
  said text not null check (length(trim(said)) > 0),
  said_at timestamptz not null default clock_timestamp(),
  data_class text not null default 'B3' check (data_class in ('B3', 'C3', 'C4')),
  originator_id uuid references record.organisation (id), -- of police intelligence: who alone says who reads it
  readers uuid[] not null default '{}',
  corrects_id uuid references record.meeting_contribution (id),
  made_by uuid not null default platform.actor(), -- who wrote it down
  constraint intelligence_has_an_originator check (data_class <> 'C4' or originator_id is not null)
);
create index meeting_contribution_meeting on record.meeting_contribution (meeting_id);
create index meeting_contribution_person on record.meeting_contribution (person_id) where person_id is not null;
select platform.keep_history('meeting_contribution', null);

-- What the meeting says of each child: the child's own words, and the decision.
create table record.meeting_child (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references record.meeting (id),
  person_id uuid not null references record.person (id),
  child_words text,
  words_how text check (words_how in ('in_person', 'through_advocate', 'told_worker', 'written', 'drawn', 'recorded')),
  no_words_because text,
  decision text check (decision in ('start_enquiry', 'no_enquiry', 'enquiry_continues', 'plan', 'no_plan', 'plan_continues',
    'plan_ends', 'no_decision')),
  is_joint_with_police boolean,                  -- of an enquiry
  see_child_by timestamptz,
  category text,                                 -- census codes of the category of abuse
  threshold_reason text,
  reasons text,
  decided_at timestamptz,
  version integer not null default 1,
  constraint decided_says_why check ((decision is null) = (decided_at is null) and (decision is null or length(trim(reasons)) > 0)),
  unique (meeting_id, person_id)
);
create index meeting_child_person on record.meeting_child (person_id);
select platform.keep_history('meeting_child');

-- What each of those present thinks should happen for a child, how safe they judge it, and whether they dissent.
create table record.meeting_view (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references record.meeting (id),
  invitee_id uuid not null references record.meeting_invitee (id),
  person_id uuid not null references record.person (id),
  view text check (view in ('start_enquiry', 'no_enquiry', 'plan', 'no_plan', 'plan_continues', 'plan_ends', 'no_view')),
  category text,
  reasons text,
  safety integer check (safety between 0 and 10),
  safety_why text,
  dissents boolean not null default false,
  version integer not null default 1,
  constraint dissent_says_why check (not dissents or length(trim(reasons)) > 0),
  unique (invitee_id, person_id)
);
create index meeting_view_meeting on record.meeting_view (meeting_id);
create index meeting_view_person on record.meeting_view (person_id);
select platform.keep_history('meeting_view');

-- The chair's own notes: read with the record, written by the chair alone, never changed.
create table record.chair_note (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references record.meeting (id),
  said text not null check (length(trim(said)) > 0),
  corrects_id uuid references record.chair_note (id),
  made_by uuid not null default platform.actor()
);
create index chair_note_meeting on record.chair_note (meeting_id);
select platform.keep_history('chair_note', null);

-- ---------------------------------------------------------------- who
-- Ids of the acting person's own organisation, for originator control.
create function access.my_organisation() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select organisation_id from record.worker where id = access.working_actor(current_setting('role', true)) $$;
select platform.hand_over('access.my_organisation()', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- The predicate "asked to this meeting (the row), which still shows its papers, and nobody in it is kept from the acting person".
create function access.is_asked(m text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select format('%1$I.status <> ''cancelled'' and %1$I.papers_until >= (now() at time zone ''Europe/London'')::date
    and ((select access.working_actor(current_user)) = any (%1$I.invited_ids || %1$I.chair_id || %1$I.administrator_id))
    and not (%1$I.person_ids && (select access.sealed_from_me())::uuid[])
    and not exists (select from unnest(%1$I.person_ids) p (id) where not exists (select from access.entry e
      where e.actor_id = (select platform.actor_as(current_user)) and e.subject_id = p.id and e.data_class = ''A2''
        and now() >= e.starts_at and now() < e.ends_at))', m) $$;

-- How the acting person stands to a meeting: line (writes the record of every child), chair, administrator, invited; or nothing.
create function access.part_in_meeting(meeting uuid) returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := access.working_actor(current_setting('role', true));
  m record.meeting;
  parts text[] := '{}';
begin
  select * into m from record.meeting x where x.id = part_in_meeting.meeting;
  if acting is null or m.id is null or m.person_ids && access.sealed_from_me() or exists (select from unnest(m.person_ids) p (id)
    where not exists (select from access.entry e where e.actor_id = acting and e.subject_id = p.id and e.data_class = 'A2'
      and now() >= e.starts_at and now() < e.ends_at)) then return parts; end if;
  if not exists (select from unnest(m.person_ids) p (id) where not exists (select from access.entry e where e.actor_id = acting
    and e.subject_id = p.id and e.data_class = 'B2' and e.may_write and e.reason <> 'meeting'
    and now() >= e.starts_at and now() < e.ends_at)) then parts := parts || 'line'::text; end if;
  -- Out-of-hours duty works by rota and openings, and comes to no meeting.
  if m.status <> 'cancelled' and m.papers_until >= (now() at time zone 'Europe/London')::date
    and current_setting('role', true) = platform.role_name('practitioner')::text then
    if acting = m.chair_id then parts := parts || 'chair'::text; end if;
    if acting = m.administrator_id then parts := parts || 'administrator'::text; end if;
    if acting = any (m.invited_ids) then parts := parts || 'invited'::text; end if;
  end if;
  return parts;
end $$;
select platform.hand_over('access.part_in_meeting(uuid)', 'gatekeeper', array['practitioner', 'duty']);

-- Policies that let practitioners and duty add rows that follow a rule, and change them while they do.
--   also   what holds of a row as it is written, and need not of the row before
create function access.let_write(t text, name text, rule text, also text default 'true') returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy %1$I on record.%2$I for insert to %%1$s with check ((%3$s) and %4$s)', name, t, rule, also));
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy %1$I on record.%2$I for update to %%1$s using (%3$s) with check ((%3$s) and %4$s)', name || '_again', t, rule, also));
end $$;

select access.guard_many('meeting', array['B2']);
do $$ declare s text; asked text := access.is_asked('meeting'); begin
  perform platform.policy_for(array['practitioner'], format('create policy reads_asked on record.meeting for select to %%1$s using (%s)', asked));
  perform platform.policy_for(array['practitioner'], 'create policy reads_asked on history.meeting for select to %1$s
    using (exists (select from record.meeting m where m.id = meeting.id)
      and not (meeting.person_ids && (select access.sealed_from_me())::uuid[]))');
  perform platform.policy_for(array['practitioner'], format('create policy keeps on record.meeting for update to %%1$s
    using (%1$s and (select access.working_actor(current_user)) in (chair_id, administrator_id)) with check (%1$s)', asked));
  -- What belongs to a meeting is read with it.
  foreach s in array array['meeting_invitee', 'meeting_contribution', 'meeting_child', 'meeting_view', 'chair_note'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on record.%1$I, history.%1$I to %%I', s));
    perform platform.for_roles(array['practitioner', 'duty'], format('grant insert on record.%I to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on record.%1$I for select to %%1$s
      using (exists (select from record.meeting m where m.id = %1$I.meeting_id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on history.%1$I for select to %%1$s
      using (exists (select from record.meeting m where m.id = %1$I.meeting_id))', s));
    perform platform.for_roles(array['clockkeeper'], format('grant select on record.%I to %%I', s));
    perform platform.policy_for(array['clockkeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', s));
  end loop;
  foreach s in array array['meeting_invitee', 'meeting_child', 'meeting_view'] loop
    perform platform.for_roles(array['practitioner', 'duty'], format('grant update on record.%I to %%I', s));
  end loop;
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy nobody_sealed on %I.meeting_invitee
      as restrictive for select to %%1$s using (person_id is null or not (person_id = any ((select access.sealed_from_me())::uuid[])))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy nobody_sealed on %1$I.meeting_contribution
      as restrictive for select to %%1$s using (data_class = ''B3'' or made_by = (select access.working_actor(current_user))
        or (data_class = ''C3'' and exists (select from record.meeting m where m.id = meeting_contribution.meeting_id and not exists (
          select from unnest(m.person_ids) p (id) where not %2$s)))
        or (data_class = ''C4'' and (originator_id = (select access.my_organisation())
          or (select access.working_actor(current_user)) = any (readers))))', s, access.has_entry('p.id', array['C3'], false)));
    -- The chair's notes are the record's, not the papers' of everybody invited.
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy of_the_record on %1$I.chair_note
      as restrictive for select to %%1$s using (made_by = (select access.working_actor(current_user)) or exists (select from record.meeting m,
        unnest(m.person_ids) p (id) where m.id = chair_note.meeting_id and %2$s))', s, access.has_entry('p.id', array['B2'], false)));
  end loop;
end $$;

-- Nobody writes of people of whom they may not know: nothing would show them what they wrote.
create function access.let_write_of_unsealed(t text, about text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy %1$I on record.%2$I as restrictive for insert to %%1$s
    with check (%3$s is null or not (%3$s %4$s))', 'unsealed_' || about, t, about, case when about like '%\_ids'
      then '&& (select access.sealed_from_me())::uuid[]' else '= any ((select access.sealed_from_me())::uuid[])' end));
end $$;
select access.let_write_of_unsealed('meeting', 'person_ids');

-- Invitations: by the line, the chair and the administrator; an answer by whoever was invited. Never of somebody sealed.
do $$ declare keepers text := 'access.part_in_meeting(meeting_id) && array[''line'', ''chair'', ''administrator'']';
  mine text := 'worker_id = (select access.working_actor(current_user)) and withdrawn_at is null and access.part_in_meeting(meeting_id) && array[''invited'']';
begin
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy invites on record.meeting_invitee for insert to %%1$s
    with check (%s and (person_id is null or not (person_id = any ((select access.sealed_from_me())::uuid[]))))', keepers));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy keeps on record.meeting_invitee for update to %%1$s
    using (%1$s) with check (%1$s)', keepers));
  perform platform.policy_for(array['practitioner'], format('create policy answers on record.meeting_invitee for update to %%1$s
    using (%1$s) with check (%1$s)', mine));
  -- One speaks for oneself; whoever holds the meeting writes down what others say.
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy contributes on record.meeting_contribution for insert to %1$s
    with check (made_by = (select platform.actor_as(current_user)) and (
      (access.part_in_meeting(meeting_id) && array[''line'', ''chair'', ''administrator''] and data_class <> ''C4'')
      or (access.part_in_meeting(meeting_id) && array[''invited''] and (data_class <> ''C4'' or originator_id = (select access.my_organisation()))
        and exists (select from record.meeting_invitee i where i.id = meeting_contribution.invitee_id and i.meeting_id = meeting_contribution.meeting_id
          and i.worker_id = (select platform.actor_as(current_user)) and i.withdrawn_at is null))))');
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy adds on record.meeting_child for insert to %1$s
    with check (access.part_in_meeting(meeting_id) && array[''line'', ''chair'', ''administrator'']
      and exists (select from record.meeting m where m.id = meeting_child.meeting_id and meeting_child.person_id = any (m.person_ids)))');
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy keeps on record.meeting_child for update to %1$s
    using (access.part_in_meeting(meeting_id) && array[''line'', ''chair'']) with check (access.part_in_meeting(meeting_id) && array[''line'', ''chair''])');
  perform access.let_write('meeting_view', 'says', 'access.part_in_meeting(meeting_id) && array[''line'', ''chair'']
    or (access.part_in_meeting(meeting_id) && array[''invited''] and exists (select from record.meeting_invitee i
      where i.id = meeting_view.invitee_id and i.meeting_id = meeting_view.meeting_id
        and i.worker_id = (select platform.actor_as(current_user)) and i.withdrawn_at is null))');
  perform platform.policy_for(array['practitioner'], 'create policy writes_own on record.chair_note for insert to %1$s
    with check (made_by = (select platform.actor_as(current_user)) and access.part_in_meeting(meeting_id) && array[''chair''])');
end $$;

-- ---------------------------------------------------------------- what stands whatever a page does
-- Ids of the workers invited now, on the meeting itself: policies of the meeting ask no other table for them.
select platform.for_roles(array['gatekeeper'], 'grant select on record.meeting_invitee to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.meeting_invitee for select to %1$s using (true)');
select platform.for_roles(array['gatekeeper'], 'grant update (invited_ids) on record.meeting to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_invited on record.meeting for update to %1$s using (true) with check (true)');
create function access.keep_invited() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update record.meeting m set invited_ids = now_invited.ids
  from (select x.meeting_id, coalesce(array_agg(distinct i.worker_id) filter (where i.worker_id is not null), '{}') as ids
        from (select distinct meeting_id from changed) x
          left join record.meeting_invitee i on i.meeting_id = x.meeting_id and i.withdrawn_at is null
        group by x.meeting_id) now_invited
  where m.id = now_invited.meeting_id and not (m.invited_ids @> now_invited.ids and m.invited_ids <@ now_invited.ids);
  return null;
end $$;
create trigger keep_invited_insert after insert on record.meeting_invitee referencing new table as changed
  for each statement execute function access.keep_invited();
create trigger keep_invited_update after update on record.meeting_invitee referencing new table as changed
  for each statement execute function access.keep_invited();
select platform.hand_over('access.keep_invited()', 'gatekeeper');

-- An independent chair: somebody whose post it is to chair conferences, and who neither holds nor manages any of the children.
create function access.may_chair(worker uuid, children uuid[]) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.post p where p.worker_id = worker and p.role = 'conference_chair'
      and p.started_on <= platform.today() and (p.ended_on is null or p.ended_on >= platform.today()))
    and not exists (select from record.allocation a left join record.post p on p.team_id = a.team_id and p.worker_id = worker
        and p.role in ('team_manager', 'duty_manager') and (p.ended_on is null or p.ended_on >= platform.today())
      where a.person_id = any (children) and a.ended_on is null
        and (p.id is not null or (a.worker_id = worker and a.role <> 'conference_chair'))) $$;
select platform.hand_over('access.may_chair(uuid, uuid[])', 'gatekeeper', array['practitioner', 'duty', 'storyteller']);

create function access.keep_meeting() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare parts text[];
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) then return new; end if; -- services, and the trigger that keeps who is invited
  if new.chair_id is not null and new.kind not in ('strategy', 'core_group')
    and (tg_op = 'INSERT' or new.chair_id is distinct from old.chair_id) and not access.may_chair(new.chair_id, new.person_ids) then
    raise exception 'A conference has an independent chair' using errcode = '23514', constraint = 'meeting_chair';
  end if;
  if tg_op = 'INSERT' then
    if new.invited_ids <> '{}' or new.status <> 'planned' then
      raise exception 'A meeting begins as planned' using errcode = '23514', constraint = 'meeting_begins';
    end if;
    return new;
  end if;
  if new.invited_ids is distinct from old.invited_ids or new.kind <> old.kind then
    raise exception 'Invitations say who is invited' using errcode = '23514', constraint = 'meeting_invited';
  end if;
  if old.status in ('held', 'adjourned', 'cancelled') and (new.status, new.planned_at, new.person_ids, new.quorum_exception)
    is distinct from (old.status, old.planned_at, old.person_ids, old.quorum_exception) then
    raise exception 'What was held stands' using errcode = '23514', constraint = 'meeting_stands';
  end if;
  parts := access.part_in_meeting(old.id);
  if not parts && array['line', 'chair'] and (new.status, new.person_ids, new.chair_id, new.quorum_exception, new.reason)
    is distinct from (old.status, old.person_ids, old.chair_id, old.quorum_exception, old.reason) then
    raise exception 'An administrator prepares and decides nothing' using errcode = '42501';
  end if;
  if new.kind not in ('strategy', 'core_group') and new.status in ('in_session', 'held', 'adjourned') and new.status <> old.status
    and not 'chair' = any (parts) then
    raise exception 'The chair opens and closes a conference' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger a_keep_meeting before insert or update on record.meeting for each row execute function access.keep_meeting();

-- Whoever is only invited says whether they come and what they need, and nothing else of the list.
create function access.keep_invitee() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) then return new; end if; -- services, and a merge
  if new.meeting_id <> old.meeting_id or (new.worker_id, new.person_id, new.involvement_id, new.organisation_id)
    is distinct from (old.worker_id, old.person_id, old.involvement_id, old.organisation_id) then
    raise exception 'An invitation keeps whom it is for' using errcode = '23514', constraint = 'invitee_stands';
  end if;
  if access.part_in_meeting(old.meeting_id) && array['line', 'chair', 'administrator'] then return new; end if;
  if (to_jsonb(new) - array['response', 'responded_at', 'needs', 'record_acknowledged_at', 'version', 'recorded_from', 'recorded_by'])
    <> (to_jsonb(old) - array['response', 'responded_at', 'needs', 'record_acknowledged_at', 'version', 'recorded_from', 'recorded_by']) then
    raise exception 'Whoever is invited answers for themself' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger a_keep_invitee before update on record.meeting_invitee for each row execute function access.keep_invitee();

-- A conference's decision is its chair's, once it sits; what was decided stands when it has been held.
create function access.keep_decision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare kind text; status text; parts text[];
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) then return new; end if; -- services, and a merge
  if tg_op = 'UPDATE' and (new.meeting_id, new.person_id) is distinct from (old.meeting_id, old.person_id) then
    raise exception 'A decision keeps its child' using errcode = '23514', constraint = 'decision_stands';
  end if;
  if tg_op = 'INSERT' and new.decision is null
    or tg_op = 'UPDATE' and (new.decision, new.category, new.reasons, new.threshold_reason, new.decided_at)
      is not distinct from (old.decision, old.category, old.reasons, old.threshold_reason, old.decided_at) then return new; end if;
  select m.kind, m.status into kind, status from record.meeting m where m.id = new.meeting_id;
  parts := access.part_in_meeting(new.meeting_id);
  if status not in ('in_session') then
    raise exception 'It is decided while the meeting sits' using errcode = '23514', constraint = 'decided_in_session';
  end if;
  if not (case kind when 'strategy' then parts && array['line', 'chair'] else 'chair' = any (parts) end) then
    raise exception 'The chair decides' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger a_keep_decision before insert or update on record.meeting_child for each row execute function access.keep_decision();
