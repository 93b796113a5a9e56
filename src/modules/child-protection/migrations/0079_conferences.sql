-- What a conference has beyond any meeting: the plan as it is built in it, its working day, and disagreement about what it decided.

-- What should change, typed while the conference sits: at its end it becomes the plan of each child it is for.
create table record.conference_line (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references record.meeting (id),
  person_id uuid references record.person (id),  -- the child whom it is for; none: every child with a plan
  outcome text not null check (length(trim(outcome)) > 0),
  baseline text not null,
  what_will_change text not null,
  what text,                                     -- what is done first
  owner_worker_id uuid references record.worker (id),
  owner_person_id uuid references record.person (id),
  owner_name text,
  due_on date,
  removed_at timestamptz,
  made_by uuid not null default platform.actor(),
  constraint whole_action check ((what is null) = (due_on is null)
    and num_nonnulls(owner_worker_id, owner_person_id, owner_name) = (what is not null)::int)
);
create index conference_line_meeting on record.conference_line (meeting_id);
create index conference_line_person on record.conference_line (person_id) where person_id is not null;
create index conference_line_owner on record.conference_line (owner_person_id) where owner_person_id is not null;
select platform.keep_history('conference_line', null);
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.conference_line to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.conference_line for select to %%1$s
      using (exists (select from record.meeting m where m.id = conference_line.meeting_id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy nobody_sealed on %I.conference_line as restrictive
      for select to %%1$s using (owner_person_id is null or not (owner_person_id = any ((select access.sealed_from_me())::uuid[])))', s));
  end loop;
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert, update (removed_at) on record.conference_line to %I');
  perform access.let_write('conference_line', 'builds', 'access.part_in_meeting(meeting_id) && array[''line'', ''chair'']
    and exists (select from record.meeting m where m.id = conference_line.meeting_id and m.status in (''planned'', ''in_session'')
      and (conference_line.person_id is null or conference_line.person_id = any (m.person_ids)))');
  perform platform.for_roles(array['clockkeeper'], 'grant select on record.conference_line to %I');
  perform platform.policy_for(array['clockkeeper'], 'create policy counts on record.conference_line for select to %1$s using (true)');
end $$;

-- A first conference is on a working weekday: the census refuses N00110 on a Saturday or Sunday.
create function access.keep_conference_day() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) or new.kind not in ('initial', 'pre_birth') then return new; end if;
  if (tg_op = 'INSERT' or new.planned_at <> old.planned_at)
      and extract(isodow from new.planned_at at time zone 'Europe/London') > 5
    or new.status = 'in_session' and extract(isodow from new.started_at at time zone 'Europe/London') > 5 then
    raise exception 'A first conference is not on a weekend' using errcode = '23514', constraint = 'conference_weekday';
  end if;
  return new;
end $$;
create trigger c_keep_conference_day before insert or update on record.meeting for each row execute function access.keep_conference_day();

-- A disagreement with what a conference decided (professional), or of a chair with how a plan is worked. It climbs stage by stage.
create table record.cp_dispute (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  meeting_id uuid references record.meeting (id),
  kind text not null check (kind in ('decision', 'chair')),
  about text not null check (length(trim(about)) > 0),
  wants text not null check (length(trim(wants)) > 0),
  raised_by uuid not null default platform.actor(),
  raised_at timestamptz not null default clock_timestamp(),
  party_ids uuid[] not null default '{}',        -- who has raised it and to whom it has gone
  settled_at timestamptz,
  outcome text check (outcome in ('agreed', 'agreed_in_part', 'not_agreed', 'withdrawn')),
  outcome_words text,
  version integer not null default 1,
  submission uuid unique,
  constraint dispute_settled_whole check (num_nonnulls(settled_at, outcome, outcome_words) in (0, 3))
);
create index cp_dispute_person on record.cp_dispute (person_id);
create index cp_dispute_party on record.cp_dispute using gin (party_ids) where settled_at is null;
select platform.keep_history('cp_dispute');

create table record.cp_dispute_stage (
  id uuid primary key default uuidv7(),
  dispute_id uuid not null references record.cp_dispute (id),
  place integer not null check (place between 1 and 9),
  goes_to uuid not null references record.worker (id),
  asked_at timestamptz not null default clock_timestamp(),
  due_on date not null,
  answer text,
  answered_at timestamptz,
  version integer not null default 1,
  constraint answered_whole check ((answer is null) = (answered_at is null)),
  unique (dispute_id, place)
);
create index cp_dispute_stage_waiting on record.cp_dispute_stage (goes_to, due_on) where answered_at is null;
select platform.keep_history('cp_dispute_stage', null);

-- Read by its parties while they may see the child, and by the line. Raised by whoever writes the record or was at the conference;
-- settled by whoever raised it, so that nobody answers for an independent chair; a stage is answered by the one whom it was put to.
do $$ declare s text; me text := '(select access.working_actor(current_user))'; party text; writes text; begin
  party := format('%s = any (cp_dispute.party_ids) and %s', me, access.has_entry('cp_dispute.person_id', array['A2'], false));
  writes := access.has_entry('cp_dispute.person_id', array['B2'], true);
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %1$I.cp_dispute, %1$I.cp_dispute_stage to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.cp_dispute for select to %%1$s
      using (%s or %s)', s, access.has_entry('cp_dispute.person_id', array['B2'], false), party));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.cp_dispute_stage for select to %%1$s
      using (exists (select from record.cp_dispute d where d.id = cp_dispute_stage.dispute_id))', s));
  end loop;
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.cp_dispute, record.cp_dispute_stage to %I');
  -- What was raised and to whom it was put stands.
  perform platform.for_roles(array['practitioner', 'duty'],
    'grant update (party_ids, settled_at, outcome, outcome_words, version) on record.cp_dispute to %I');
  perform platform.for_roles(array['practitioner', 'duty'], 'grant update (answer, answered_at, version) on record.cp_dispute_stage to %I');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy raises on record.cp_dispute for insert to %%1$s
    with check (raised_by = %1$s and %1$s = any (party_ids) and settled_at is null and (%2$s or (kind = ''decision'' and meeting_id is not null
      and access.part_in_meeting(meeting_id) && array[''invited'', ''chair''] and exists (select from record.meeting m
        where m.id = cp_dispute.meeting_id and cp_dispute.person_id = any (m.person_ids)))))', me, writes));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy settles on record.cp_dispute for update to %%1$s
    using (raised_by = %1$s and settled_at is null and %2$s) with check (raised_by = %1$s and %2$s)', me,
    access.has_entry('cp_dispute.person_id', array['A2'], false)));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy puts on record.cp_dispute_stage for insert to %%1$s
    with check (answered_at is null and exists (select from record.cp_dispute d where d.id = cp_dispute_stage.dispute_id and d.raised_by = %1$s
      and d.settled_at is null and cp_dispute_stage.goes_to = any (d.party_ids)) and goes_to <> %1$s)', me));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy answers on record.cp_dispute_stage for update to %%1$s
    using (goes_to = %1$s and answered_at is null and exists (select from record.cp_dispute d where d.id = cp_dispute_stage.dispute_id))
    with check (goes_to = %1$s and answered_at is not null and exists (select from record.cp_dispute d where d.id = cp_dispute_stage.dispute_id))', me));
  foreach s in array array['cp_dispute', 'cp_dispute_stage'] loop
    perform platform.for_roles(array['clockkeeper'], format('grant select on record.%I to %%I', s));
    perform platform.policy_for(array['clockkeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', s));
  end loop;
end $$;
