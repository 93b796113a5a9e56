-- Children at emergency and urgent care, as hospitals tell it, and who was told of them. An attendance says what the sender said and nothing
-- of the county's own record: whom it was matched with stands apart, read by those who may know of that person.

-- Who sends, how they write, and whom to ask. What a profile holds is checked by the module (hl7/profile.ts).
create table record.health_sender (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references record.organisation (id),
  facility text not null,                        -- as they name themselves (HL7 MSH-4; an ODS code in FHIR)
  application text,                              -- MSH-3; null: any
  profile jsonb not null default '{}',
  fingerprints text[] not null default '{}',     -- SHA-256 of the certificates that may speak for them
  site_codes text[] not null default '{}',       -- the ODS codes of their sites
  usual_gap_minutes integer not null default 120 check (usual_gap_minutes > 0), -- silent for twice as long is an alarm
  liaison_team_id uuid not null references record.team (id), -- paediatric liaison: has every child nobody could be found for, the same day
  started_on date not null,
  ended_on date,
  constraint sender_ends_after_start check (ended_on >= started_on)
);
create unique index health_sender_facility on record.health_sender (upper(facility), upper(coalesce(application, ''))) where ended_on is null;
select platform.keep_history('health_sender', null);

-- Which team of health visitors, school nurses or midwives answers for a practice, a school or a postcode, on which days.
create table record.nursing_area (
  id uuid primary key default uuidv7(),
  team_id uuid not null references record.team (id),
  serves text not null check (serves in ('health_visiting', 'school_nursing', 'midwifery')),
  by_what text not null check (by_what in ('gp_practice', 'school', 'postcode', 'council')),
  value text not null check (value = upper(value) and length(value) between 2 and 120), -- a code; the beginning of a postcode without a space
  started_on date not null,
  ended_on date,
  constraint area_ends_after_start check (ended_on >= started_on)
);
create index nursing_area_value on record.nursing_area (by_what, value);
select platform.keep_history('nursing_area', null);

-- Other councils: to whom an attendance of a child who lives there is sent on.
create table record.neighbour_council (
  id uuid primary key default uuidv7(),
  name text not null unique,
  postcodes text[] not null,                     -- beginnings of postcodes, without a space
  contact text not null,                         -- a safe mailbox or a telephone
  ended_on date
);
select platform.keep_history('neighbour_council', null);

-- One visit of one child, however many messages tell of it.
create table record.attendance (
  id uuid primary key default uuidv7(),
  sender_id uuid not null references record.health_sender (id),
  visit_key text not null,                       -- the sender's number of the visit
  status text not null check (status in ('here', 'left', 'cancelled')),
  told_hospital_numbers text[],                  -- the sender's own numbers of the child, each with who gave it: messages of a person name no visit
  told_nhs_number text,
  told_nhs_passed boolean,                       -- a failed check digit is shown, never a bar
  told_family text,
  told_given text,
  told_birth date,
  told_birth_as text,                            -- as it was written, where no day can be made of it
  told_sex text,
  told_address text,
  told_postcode text,
  told_practice text,
  told_school text,
  is_sensitive boolean not null default false,   -- the sender marked it so
  site_code text,
  place text,
  arrived_at timestamptz not null,
  left_at timestamptz,
  complaint text,
  came_from text,                                -- attendance source
  accompanied_by text,
  procedures text,
  outcome text,                                  -- where they went
  discharge_status text,
  narrative text,
  concerns text[],                               -- codes of the hospital's concern for the child's safety; taken away by nobody
  sent_at timestamptz not null,                  -- of the newest message that changed it: an older one changes nothing
  person_sent_at timestamptz,                    -- of the newest message that told of the person alone, not of the visit
  received_at timestamptz not null,              -- of the first
  version integer not null default 1,
  constraint one_of_a_visit unique (sender_id, visit_key)
);
create index attendance_arrived on record.attendance (arrived_at);
create index attendance_hospital_numbers on record.attendance using gin (told_hospital_numbers);
create index attendance_nhs_number on record.attendance (told_nhs_number, arrived_at);
select platform.keep_history('attendance', null);

-- Each message of a visit, in the order in which it came, and whether it changed anything.
create table record.attendance_event (
  id uuid primary key default uuidv7(),
  attendance_id uuid not null references record.attendance (id),
  message_id uuid not null references app.message_in (id), -- one of a person may change several visits
  kind text not null,                            -- registered, admitted, changed, left, cancelled, person ...
  sent_at timestamptz not null,
  did text not null check (did in ('opened', 'changed', 'cancelled', 'older', 'nothing')),
  changed text[] not null default '{}',          -- names of facts, without what they were
  constraint one_event_of_a_message unique (message_id, attendance_id)
);
create index attendance_event_attendance on record.attendance_event (attendance_id, id);
select platform.keep_history('attendance_event', null);

-- Whom of the record it is.
create table record.attendance_match (
  id uuid primary key default uuidv7(),
  attendance_id uuid not null unique references record.attendance (id),
  person_id uuid not null references record.person (id),
  how text not null check (how in ('nhs_number', 'demographics', 'by_hand')),
  matched_by uuid references record.worker (id)
);
create index attendance_match_person on record.attendance_match (person_id);
select platform.keep_history('attendance_match');

-- What the choice of whom to tell was made from, with the rule's version: a row for each time that it was made.
create table record.attendance_decision (
  id uuid primary key default uuidv7(),
  attendance_id uuid not null references record.attendance (id),
  person_id uuid references record.person (id),  -- whose facts are among them; null: only what the sender told
  rule_version text not null,
  inputs jsonb not null,
  outcome jsonb not null
);
create index attendance_decision_attendance on record.attendance_decision (attendance_id);
create index attendance_decision_person on record.attendance_decision (person_id);
select platform.keep_history('attendance_decision');

-- Who is told, why, by when it is to be read, and that it was. One for an attendance and whoever is told; never taken away, only withdrawn.
create table record.attendance_notice (
  id uuid primary key default uuidv7(),
  attendance_id uuid not null references record.attendance (id),
  kind text not null check (kind in ('health_visitor', 'school_nurse', 'midwifery', 'named_worker', 'team_duty', 'front_door', 'liaison', 'out_of_area')),
  team_id uuid references record.team (id),
  worker_id uuid references record.worker (id),
  council_id uuid references record.neighbour_council (id),
  why text not null,                             -- a code of the rule: practice, school, postcode, contact ...
  rule_version text not null,
  read_by_day date not null,                     -- one working day: later it climbs to the team's lead
  read_at timestamptz,
  read_by uuid references record.worker (id),
  done text check (done in ('no_action', 'telephoned', 'visit_planned', 'seen', 'referred', 'passed_on')),
  done_note text check (length(done_note) <= 2000),
  done_at timestamptz,
  done_by uuid references record.worker (id),
  climbed_at timestamptz,
  withdrawn_at timestamptz,                      -- the attendance was cancelled: a correction
  correction_seen_at timestamptz,
  version integer not null default 1,
  constraint somebody_is_told check (num_nonnulls(team_id, worker_id, council_id) >= 1)
);
create unique index attendance_notice_once on record.attendance_notice (attendance_id, kind, team_id, worker_id, council_id) nulls not distinct;
create index attendance_notice_team on record.attendance_notice (team_id, read_at);
create index attendance_notice_worker on record.attendance_notice (worker_id, read_at) where worker_id is not null;
create index attendance_notice_unread on record.attendance_notice (read_by_day) where read_at is null and withdrawn_at is null;
select platform.keep_history('attendance_notice', null);

-- What nobody could decide by rule: a queue with an owner and an age. The owner has a notice of the same attendance the same day.
create table record.attendance_question (
  id uuid primary key default uuidv7(),
  attendance_id uuid not null references record.attendance (id),
  reason text not null check (reason in ('no_match', 'many_matches', 'age_unknown', 'council_unknown', 'no_team', 'sensitive', 'lives_elsewhere',
    'correction_elsewhere', 'person_changed')),
  team_id uuid not null references record.team (id),
  asked_at timestamptz not null default now(),
  climbed_at timestamptz,                        -- nobody answered within a working day, and the team's lead was told
  answered_at timestamptz,
  answered_by uuid references record.worker (id),
  answer text check (answer in ('matched', 'not_known_here', 'team_found', 'sent_on', 'seen', 'cancelled')),
  note text check (length(note) <= 2000),
  council_id uuid references record.neighbour_council (id), -- to whom it was sent on
  sent_on_at timestamptz,
  sent_on_how text check (sent_on_how in ('secure_email', 'telephone_and_email', 'in_person')),
  received_by text check (length(received_by) between 1 and 200), -- who there said that it arrived
  not_shared text check (length(not_shared) <= 2000), -- and why: Children Act 2004 s.16LA(3)
  identifier_tried text check (identifier_tried in ('nhs_number', 'not_told')), -- s.16LC(8)
  constraint sending_whole check (num_nonnulls(council_id, sent_on_at, sent_on_how, received_by, identifier_tried) in (0, 5)),
  constraint sent_on_where_sent check (sent_on_at is null or answer = 'sent_on')
);
create index attendance_question_council on record.attendance_question (council_id) where council_id is not null;
create index attendance_question_sent on record.attendance_question (sent_on_at) where sent_on_at is not null;
create unique index attendance_question_once on record.attendance_question (attendance_id, reason);
create index attendance_question_open on record.attendance_question (team_id) where answered_at is null;
create index attendance_question_late on record.attendance_question (asked_at) where answered_at is null and climbed_at is null;
select platform.keep_history('attendance_question', null);

-- What each hospital counted itself, day by day, beside what came here.
create table record.attendance_tally (
  id uuid primary key default uuidv7(),
  sender_id uuid not null references record.health_sender (id),
  on_day date not null,
  visits integer not null check (visits >= 0),
  visit_keys text[] not null default '{}',       -- where they list them: which are missing here
  constraint one_tally_a_day unique (sender_id, on_day)
);
select platform.keep_history('attendance_tally', null);

create trigger tells_open_pages after insert or update on record.attendance_notice for each statement execute function platform.tell_open_pages('attendances');
create trigger tells_open_pages after insert or update on record.attendance_question for each statement execute function platform.tell_open_pages('attendances');

-- Somebody said by hand that it is another council's: whether it was sent there is asked of the same team.
create function access.ask_to_send_on() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.reason not in ('lives_elsewhere', 'correction_elsewhere') and new.answer = 'sent_on' and old.answer is null then
    insert into record.attendance_question (attendance_id, reason, team_id, asked_at) values (new.attendance_id, 'lives_elsewhere', new.team_id, new.answered_at)
      on conflict (attendance_id, reason) do nothing;
  end if;
  return null;
end $$;
create trigger asks_to_send_on after update on record.attendance_question for each row execute function access.ask_to_send_on();
select platform.hand_over('access.ask_to_send_on()', 'gatekeeper');

-- What was sent on is no longer so: cancelled, here after all, or of another child. The council that was told is to be told that too.
create function access.ask_to_correct() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.status = 'cancelled') is distinct from (old.status = 'cancelled')
     or (new.told_nhs_number, new.told_family, new.told_given, new.told_birth, new.arrived_at)
       is distinct from (old.told_nhs_number, old.told_family, old.told_given, old.told_birth, old.arrived_at) then
    insert into record.attendance_question (attendance_id, reason, team_id, asked_at)
      select new.id, 'correction_elsewhere', q.team_id, now() from record.attendance_question q
      where q.attendance_id = new.id and q.reason = 'lives_elsewhere' and q.sent_on_at is not null
      on conflict (attendance_id, reason) do update set asked_at = excluded.asked_at, climbed_at = null, answered_at = null, answered_by = null, answer = null,
        note = null, council_id = null, sent_on_at = null, sent_on_how = null, received_by = null, not_shared = null, identifier_tried = null;
  end if;
  return null;
end $$;
create trigger asks_to_correct after update on record.attendance for each row execute function access.ask_to_correct();
select platform.hand_over('access.ask_to_correct()', 'gatekeeper');
select platform.for_roles(array['gatekeeper'], 'grant select, insert, update on record.attendance_question to %I');
select platform.policy_for(array['gatekeeper'], 'create policy asks_again on record.attendance_question for all to %1$s using (true) with check (true)');

-- Past rows are looked for as present ones are.
create index on history.attendance_notice (team_id);
create index on history.attendance_notice (worker_id);
do $$ declare t text; begin
  foreach t in array array['attendance_notice', 'attendance_event', 'attendance_question', 'attendance_match', 'attendance_decision'] loop
    execute format('create index on history.%I (attendance_id)', t);
  end loop;
end $$;

-- ---------------------------------------------------------------- who sees it
-- Who sends, who answers for which place, and what a hospital counted: of no child, for everybody signed in; administrators keep it.
do $$ declare s text; t text; begin
  foreach t in array array['health_sender', 'nursing_area', 'neighbour_council', 'attendance_tally'] loop
    foreach s in array array['record', 'history'] loop
      perform platform.for_roles(platform.user_classes(), format('grant select on %I.%I to %%I', s, t));
      perform platform.policy_for(platform.user_classes(), format('create policy reads on %I.%I for select to %%1$s
        using ((select platform.actor_as(current_user)) is not null)', s, t));
    end loop;
    perform platform.for_roles(array['administrator'], format('grant insert, update on record.%I to %%I', t));
    perform platform.policy_for(array['administrator'], format('create policy keeps on record.%I for all to %%1$s
      using ((select platform.actor_as(current_user)) is not null) with check ((select platform.actor_as(current_user)) is not null)', t));
  end loop;
end $$;

-- Attendances of people who are kept from the caller: few, and looked for once in a statement, where asking of each row took most of a list's time.
create function access.attendances_sealed() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.attendance_id), '{}') from record.attendance_match m where m.person_id = any (access.sealed_from_me()) $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.attendance_match to %I');
select platform.policy_for(array['gatekeeper'], 'create policy seals on record.attendance_match for select to %1$s using (true)');
select platform.hand_over('access.attendances_sealed()', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- Whether the caller works in a team that was ever asked: hardly anybody does, and nobody else is asked for of each row.
create index attendance_question_team on record.attendance_question (team_id);
create function access.is_asked_of_attendances() returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.post p where p.worker_id = access.working_actor(current_setting('role', true))
    and exists (select from record.attendance_question q where q.team_id = p.team_id)) $$;

-- Whether the caller works in the team that was asked about it.
create function access.is_asked_of_attendance(attendance uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.attendance_question q join record.post p on p.team_id = q.team_id
    where q.attendance_id = attendance and p.worker_id = access.working_actor(current_setting('role', true))
      and p.role in ('health_visitor', 'school_nurse', 'team_manager', 'duty_manager', 'mash_partner')
      and (now() at time zone 'Europe/London')::date >= p.started_on
      and (p.ended_on is null or (now() at time zone 'Europe/London')::date <= p.ended_on)) $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.attendance_question to %I');
select platform.policy_for(array['gatekeeper'], 'create policy asks on record.attendance_question for select to %1$s using (true)');
select platform.hand_over('access.is_asked_of_attendance(uuid)', 'gatekeeper', array['practitioner', 'duty']);
select platform.hand_over('access.is_asked_of_attendances()', 'gatekeeper', array['practitioner', 'duty']);

-- Whoever is told: the nurses of a team, the lead and duty of the team that holds the case, the front door, or one worker by name. Past a named
-- list or a conflict nobody but whoever was named, and paediatric liaison, whose question it then is: they read what the hospital said, and
-- never whom of the record it is. The case's own team reads the attendance as part of the record (B2), whoever was told.
do $$ declare
  s text; t text;
  told text := format('(kind in (''health_visitor'', ''school_nurse'', ''midwifery'', ''liaison'') and %s)
    or (kind = ''team_duty'' and %s) or (kind = ''front_door'' and %s)',
    access.at_front_door('attendance_notice.team_id', array['health_visitor', 'school_nurse', 'team_manager', 'duty_manager', 'mash_partner']),
    access.at_front_door('attendance_notice.team_id', array['senior_social_worker', 'team_manager', 'duty_manager']),
    access.at_front_door('attendance_notice.team_id', array['social_worker', 'senior_social_worker', 'team_manager', 'duty_manager']));
  asked text := access.at_front_door('attendance_question.team_id', array['health_visitor', 'school_nurse', 'team_manager', 'duty_manager', 'mash_partner']);
  mine text := 'worker_id = (select access.working_actor(current_user))';
  reads text := format('(%s) or (kind = ''liaison'' and (%s)) or ((%s) and attendance_id <> all ((select access.attendances_sealed())::uuid[]))', mine, told, told);
  holds text := access.has_entry('m.person_id', array['B2'], false);
begin
  foreach s in array array['record', 'history'] loop
    foreach t in array array['attendance', 'attendance_event', 'attendance_match', 'attendance_decision', 'attendance_notice', 'attendance_question'] loop
      perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
    end loop;
    perform platform.policy_for(array['practitioner'], format('create policy reads on %I.attendance_notice for select to %%1$s using (%s)',
      s, replace(reads, '%', '%%')));
    perform platform.policy_for(array['duty'], format('create policy reads_own on %I.attendance_notice for select to %%1$s using (%s)',
      s, replace(mine, '%', '%%')));
    -- Whoever was asked sees whom else among nurses and councils it was told to: not whom of the case.
    perform platform.policy_for(array['practitioner'], format('create policy reads_asked on %I.attendance_notice for select to %%1$s
      using ((select access.working_actor(current_user)) is not null and kind in (''health_visitor'', ''school_nurse'', ''midwifery'', ''out_of_area'')
        and (select access.is_asked_of_attendances()) and access.is_asked_of_attendance(attendance_id))', s));
    -- Of one's own cases also who was told, and when they read it.
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads_of_record on %I.attendance_notice
      for select to %%1$s using ((select platform.actor_as(current_user)) is not null and exists (select from record.attendance_match m where m.attendance_id = attendance_notice.attendance_id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.attendance_match for select to %%1$s
      using (%s)', s, replace(access.has_entry('attendance_match.person_id', array['B2'], false), '%', '%%')));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.attendance for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null and (
        exists (select from record.attendance_notice n where n.attendance_id = attendance.id)
        or exists (select from record.attendance_match m where m.attendance_id = attendance.id)))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.attendance_event for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null and exists (select from record.attendance a where a.id = attendance_event.attendance_id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.attendance_question for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null and exists (select from record.attendance a where a.id = attendance_question.attendance_id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.attendance_decision for select to %%1$s
      using (case when person_id is null then exists (select from record.attendance a where a.id = attendance_decision.attendance_id)
        else %s end)', s, replace(access.has_entry('attendance_decision.person_id', array['B2'], false), '%', '%%')));
  end loop;
  -- Read, done, passed on: by whoever is told. The owner of a question answers it.
  perform platform.for_roles(array['practitioner', 'duty'], 'grant update (read_at, read_by, done, done_note, done_at, done_by, correction_seen_at, version)
    on record.attendance_notice to %I');
  perform platform.policy_for(array['practitioner'], format('create policy answers on record.attendance_notice for update to %%1$s
    using (%s) with check (%s)', replace(reads, '%', '%%'), replace(reads, '%', '%%')));
  perform platform.policy_for(array['duty'], format('create policy answers_own on record.attendance_notice for update to %%1$s
    using (%s) with check (%s)', mine, mine));
  perform platform.for_roles(array['practitioner'], 'grant update (answered_at, answered_by, answer, note, council_id, sent_on_at, sent_on_how, received_by,
    not_shared, identifier_tried) on record.attendance_question to %I');
  perform platform.policy_for(array['practitioner'], format('create policy answers on record.attendance_question for update to %%1$s
    using (%s) with check (%s)', asked, asked));
  -- By hand: whoever was asked says who it is, of people whom they may know, and tells a team.
  perform platform.for_roles(array['practitioner'], 'grant insert on record.attendance_match, record.attendance_notice to %I');
  perform platform.policy_for(array['practitioner'], format('create policy adds on record.attendance_match for insert to %%1$s
    with check (how = ''by_hand'' and matched_by = (select access.working_actor(current_user)) and %s
      and access.is_asked_of_attendance(attendance_id))',
    replace(access.has_entry('attendance_match.person_id', array['A2'], false), '%', '%%')));
  perform platform.policy_for(array['practitioner'], 'create policy adds on record.attendance_notice for insert to %1$s
    with check ((select access.working_actor(current_user)) is not null and rule_version = ''by_hand'' and kind in (''health_visitor'', ''school_nurse'', ''midwifery'', ''out_of_area'') and read_at is null
      and climbed_at is null and withdrawn_at is null
      and access.is_asked_of_attendance(attendance_id))');
end $$;

-- The listener keeps what comes and finds whom it is for. Of the record it reads nothing but by the two functions below.
do $$ declare t text; begin
  foreach t in array array['attendance', 'attendance_event', 'attendance_match', 'attendance_decision', 'attendance_notice', 'attendance_question',
    'attendance_tally'] loop
    perform platform.for_roles(array['listener'], format('grant select, insert, update on record.%I to %%I', t));
    perform platform.policy_for(array['listener'], format('create policy listens on record.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
  foreach t in array array['health_sender', 'nursing_area', 'neighbour_council', 'organisation', 'team', 'worker', 'post', 'setting'] loop
    perform platform.for_roles(array['listener'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['listener'], format('create policy finds_who_answers on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

-- What else is known of somebody who was found is looked up by who it is: without these each message read every identifier of the county.
create index identifier_key_person on search.identifier_key (person_id);
create index name_part_person on search.name_part (person_id);

-- Who it may be: by the number, or by the day of birth with a family name or a postcode. What fits of each is said, nothing of them else.
create function search.attendance_candidates(number text, born date, family text, given text, code text)
  returns table (person_id uuid, number_fits boolean, other_number boolean, born_fits boolean, born_differs boolean, family_fits boolean, initial_fits boolean,
    postcode_fits boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with found as (
    select k.person_id from search.identifier_key k
    where k.value = search.fold_number(number) and k.kind = 'nhs_number' and k.known_to = 'infinity' and search.fold_number(number) <> ''
    union
    select b.person_id from search.birth_key b where b.born_from = born and b.born_to = born and b.is_born and b.known_to = 'infinity' and (
      exists (select from search.name_part n where n.person_id = b.person_id and n.is_family and n.known_to = 'infinity'
        and n.part = replace(search.fold(family), ' ', ''))
      or exists (select from search.address_key a where a.person_id = b.person_id and a.known_to = 'infinity' and a.postcode = search.fold_number(code)
        and a.postcode <> ''))
  ), one as (
    select distinct coalesce(
      (with recursive up as (select f.person_id as id, 0 as step union all
         select m.survivor_id, up.step + 1 from up join record.merge m on m.merged_id = up.id where m.merged_at is not null and m.undone_at is null)
       select up.id from up order by up.step desc limit 1), f.person_id) as id from found f
  )
  select o.id,
    exists (select from search.identifier_key k where k.person_id = o.id and k.kind = 'nhs_number' and k.known_to = 'infinity'
      and k.value = search.fold_number(number)),
    exists (select from search.identifier_key k where k.person_id = o.id and k.kind = 'nhs_number' and k.known_to = 'infinity'
      and k.value <> search.fold_number(number)),
    coalesce((select b.born_from = born and b.born_to = born from search.birth_key b where b.person_id = o.id and b.known_to = 'infinity' limit 1), false),
    coalesce((select not born between b.born_from and b.born_to from search.birth_key b where b.person_id = o.id and b.known_to = 'infinity' limit 1), false),
    exists (select from search.name_part n where n.person_id = o.id and n.is_family and n.known_to = 'infinity'
      and n.part = replace(search.fold(family), ' ', '')),
    exists (select from search.name_part n where n.person_id = o.id and not n.is_family and n.known_to = 'infinity'
      and search.fold(given) <> '' and left(n.part, 1) = left(search.fold(given), 1)),
    exists (select from search.address_key a where a.person_id = o.id and a.known_to = 'infinity' and a.postcode <> ''
      and a.postcode = search.fold_number(code))
  from one o limit 20 $$;
select platform.hand_over('search.attendance_candidates(text, date, text, text, text)', 'searcher', array['listener']);

-- What the rule of whom to tell asks of somebody who was matched, on the day.
create function access.attendance_facts(person uuid, on_day date) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'isRestricted', exists (select from access.restriction r where r.subject_id = any (access.same_people(array[person])) and now() >= r.starts_at
      and now() < r.ends_at),
    'contacts', coalesce((select jsonb_agg(jsonb_build_object('role', i.role, 'teamId', p.team_id) order by i.started_on desc, i.id)
      from record.involvement i join record.post p on p.worker_id = i.worker_id and p.team_id is not null and p.started_on <= on_day
        and (p.ended_on is null or p.ended_on >= on_day)
      where i.person_id = person and i.role in ('health_visitor', 'school_nurse') and i.started_on <= on_day
        and (i.ended_on is null or i.ended_on >= on_day)), '[]'),
    'schools', coalesce((select jsonb_agg(distinct upper(o.name)) from record.involvement i join record.organisation o on o.id = i.organisation_id
      where i.person_id = person and o.kind = 'school' and i.started_on <= on_day and (i.ended_on is null or i.ended_on >= on_day)), '[]'),
    'placement', (select upper(replace(a.postcode, ' ', '')) from record.person_address a where a.person_id = person and a.kind = 'placement'
      and (a.started_on is null or a.started_on <= on_day) and (a.ended_on is null or a.ended_on >= on_day) order by a.started_on desc nulls last limit 1),
    'home', (select upper(replace(a.postcode, ' ', '')) from record.person_address a where a.person_id = person and a.kind = 'home'
      and (a.started_on is null or a.started_on <= on_day) and (a.ended_on is null or a.ended_on >= on_day) order by a.started_on desc nulls last limit 1),
    'isOnPlan', exists (select from record.cp_plan p where p.person_id = person and p.started_on <= on_day and (p.ended_on is null or p.ended_on > on_day)),
    'holders', coalesce((select jsonb_agg(jsonb_build_object('workerId', a.worker_id, 'teamId', a.team_id) order by a.started_on desc, a.id)
      from record.allocation a where a.person_id = person and a.role in ('lead_social_worker', 'lead_practitioner', 'queue')
        and a.started_on <= on_day and (a.ended_on is null or a.ended_on > on_day)), '[]'),
    'named', coalesce((select jsonb_agg(distinct m.actor_id) from access.restriction r join access.restriction_member m on m.restriction_id = r.id
      where r.subject_id = any (access.same_people(array[person])) and now() >= r.starts_at and now() < r.ends_at), '[]')) $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.person_address to %I');
select platform.hand_over('access.attendance_facts(uuid, date)', 'gatekeeper', array['listener']);
