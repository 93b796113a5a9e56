-- What police and schools tell the council of children: kept as it came (app.message_in), read into a notice, and told to whoever should know. A
-- notice says what its sender said and nothing of the county's own record: whom it was matched with stands apart.

create table record.partner_notice (
  id uuid primary key default uuidv7(),
  message_id uuid not null unique references app.message_in (id),
  kind text not null check (kind in ('encompass', 'police_notification', 'marac', 'school_concern')),
  organisation_id uuid not null references record.organisation (id), -- whose it is: source and controller
  sent_by uuid references record.worker (id),    -- who filled in a form; null: a system of theirs
  reference text not null unique,                -- ours, on the receipt
  their_reference text not null,
  received_at timestamptz not null,
  told jsonb,                                    -- as the kind's schema reads it; null until it was read
  sharing text not null default 'front_door' check (sharing in ('front_door', 'record')), -- as its originator decided (C4)
  sharing_by uuid references record.worker (id),
  seen_at timestamptz,                           -- when the first of those who are told read it
  version integer not null default 1
);
create index partner_notice_sender on record.partner_notice (sent_by, received_at);
create index partner_notice_organisation on record.partner_notice (organisation_id);
select platform.keep_history('partner_notice', null);

-- Whom of the record a child in it is.
create table record.partner_notice_match (
  id uuid primary key default uuidv7(),
  notice_id uuid not null references record.partner_notice (id),
  place integer not null check (place >= 0),     -- which of the children that the notice names
  person_id uuid references record.person (id),  -- null: a match by hand that was taken back
  how text not null check (how in ('nhs_number', 'demographics', 'by_hand')),
  matched_by uuid references record.worker (id),
  constraint one_match_of_a_child unique (notice_id, place)
);
create index partner_notice_match_person on record.partner_notice_match (person_id);
select platform.keep_history('partner_notice_match');

-- Who is told, by when it is to be read, and that it was.
create table record.partner_notice_reader (
  id uuid primary key default uuidv7(),
  notice_id uuid not null references record.partner_notice (id),
  kind text not null check (kind in ('school', 'front_door', 'home_education', 'named')),
  organisation_id uuid references record.organisation (id), -- a school: its safeguarding leads
  team_id uuid references record.team (id),
  worker_id uuid references record.worker (id),  -- named, one by one
  named_by uuid references record.worker (id),
  named_because text check (length(named_because) between 1 and 2000),
  reads_until date,                              -- of one named: the last day
  read_before timestamptz,                       -- the next school day begins
  read_at timestamptz,
  read_by uuid references record.worker (id),
  is_by_hand boolean not null default false,     -- told because somebody said by hand who the child is
  withdrawn_at timestamptz,                      -- and that was wrong, or whoever named them ended it: they read it no more
  withdrawn_by uuid references record.worker (id),
  withdrawn_because text check (length(withdrawn_because) between 1 and 2000),
  climbed_at timestamptz,                        -- when nobody had read it in time, and the front door's managers were told
  constraint one_is_told check (num_nonnulls(organisation_id, team_id, worker_id) = 1)
);
create unique index partner_notice_reader_once on record.partner_notice_reader (notice_id, kind, organisation_id, team_id) nulls not distinct where kind <> 'named';
create unique index partner_notice_reader_named on record.partner_notice_reader (notice_id, worker_id) where kind = 'named' and withdrawn_at is null;
create index partner_notice_reader_team on record.partner_notice_reader (team_id, read_at);
create index partner_notice_reader_school on record.partner_notice_reader (organisation_id, read_at);
create index partner_notice_reader_worker on record.partner_notice_reader (worker_id) where worker_id is not null;
create index partner_notice_reader_late on record.partner_notice_reader (read_before) where read_at is null and withdrawn_at is null and climbed_at is null;
select platform.keep_history('partner_notice_reader', null);

-- What nobody could decide by rule: a queue with an owner and an age.
create table record.partner_notice_question (
  id uuid primary key default uuidv7(),
  notice_id uuid not null references record.partner_notice (id),
  place integer not null check (place >= 0),
  reason text not null check (reason in ('no_match', 'many_matches', 'no_school', 'school_differs', 'sensitive')),
  team_id uuid not null references record.team (id),
  opened_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references record.worker (id),
  answer text check (answer in ('matched', 'not_known_here', 'sent_on', 'school_told', 'seen')),
  note text check (length(note) <= 2000),
  answer_before timestamptz,                     -- the next school day begins
  climbed_at timestamptz,
  council_id uuid references record.neighbour_council (id), -- to whom it is sent on
  sent_on_at timestamptz,
  sent_on_by uuid references record.worker (id),
  sent_on_how text check (sent_on_how in ('secure_email', 'telephone_and_email', 'in_person')),
  not_shared text check (length(not_shared) <= 2000),
  undone_at timestamptz,                         -- a match that was wrong
  undone_by uuid references record.worker (id),
  undone_because text check (length(undone_because) <= 2000),
  constraint council_where_sent_on check ((answer is not distinct from 'sent_on') = (council_id is not null)),
  constraint sent_on_whole check (num_nonnulls(sent_on_at, sent_on_by, sent_on_how) in (0, 3) and (sent_on_at is null or council_id is not null))
);
create unique index partner_notice_question_once on record.partner_notice_question (notice_id, place, reason);
create index partner_notice_question_open on record.partner_notice_question (team_id, opened_at) where answered_at is null;
create index partner_notice_question_late on record.partner_notice_question (answer_before) where answered_at is null and climbed_at is null;
select platform.keep_history('partner_notice_question', null);

do $$ declare t text; begin
  foreach t in array array['partner_notice_match', 'partner_notice_reader', 'partner_notice_question'] loop
    execute format('create index on history.%I (notice_id)', t);
  end loop;
end $$;
create trigger tells_open_pages after insert or update on record.partner_notice_reader for each statement execute function platform.tell_open_pages('partner_notices');

-- ---------------------------------------------------------------- what the policies ask
select platform.for_roles(array['gatekeeper'], 'grant select on record.partner_notice, record.partner_notice_match, record.partner_notice_reader to %I');
do $$ declare t text; begin
  foreach t in array array['partner_notice', 'partner_notice_match', 'partner_notice_reader'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy decides on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

-- Notices of people who are kept from the caller: few, and looked for once in a statement.
create function access.partner_notices_sealed() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.notice_id), '{}') from record.partner_notice_match m where m.person_id = any (access.sealed_from_me()) $$;
select platform.hand_over('access.partner_notices_sealed()', 'gatekeeper', array['practitioner', 'duty']);

-- Schools at which somebody is today, by whoever works with them.
create function access.schools_of(person uuid) returns table (school uuid, ended boolean) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select o.id, not bool_or(i.ended_on is null or i.ended_on >= (now() at time zone 'Europe/London')::date)
  from record.involvement i left join record.worker w on w.id = i.worker_id
    join record.organisation o on o.id = coalesce(i.organisation_id, w.organisation_id)
  where i.person_id = person and o.kind = 'school' and i.started_on <= (now() at time zone 'Europe/London')::date group by o.id $$;
select platform.hand_over('access.schools_of(uuid)', 'gatekeeper', array['listener']);

-- Whether the school may read: the child is on its roll, or nobody of the record is known to be the child, or the record knows no school of theirs.
create function access.is_on_roll(notice uuid, asking uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select not exists (select from record.partner_notice_match m where m.notice_id = notice
    and exists (select from access.schools_of(m.person_id) s where not s.ended or s.school = asking)
    and not exists (select from access.schools_of(m.person_id) s where not s.ended and s.school = asking)) $$;
select platform.hand_over('access.is_on_roll(uuid, uuid)', 'gatekeeper', array['practitioner']);

-- What the rule of whom to tell asks of somebody who was matched.
create function access.partner_facts(person uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'isRestricted', exists (select from access.restriction r where r.subject_id = any (access.same_people(array[person])) and now() >= r.starts_at
      and now() < r.ends_at),
    'schools', coalesce((select jsonb_agg(s.school order by s.school) from access.schools_of(person) s where not s.ended), '[]'),
    'workers', coalesce((select jsonb_agg(distinct a.worker_id) from record.allocation a where a.person_id = person and a.worker_id is not null
      and a.started_on <= (now() at time zone 'Europe/London')::date and (a.ended_on is null or a.ended_on > (now() at time zone 'Europe/London')::date)), '[]')) $$;
select platform.hand_over('access.partner_facts(uuid)', 'gatekeeper', array['listener']);

-- Whether the caller may name who else reads: of a MARAC referral those who lead the front door that was told, of nothing else.
create function access.names_readers(notice uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.partner_notice n join record.partner_notice_reader r on r.notice_id = n.id and r.kind = 'front_door'
      join record.post p on p.team_id = r.team_id
    where n.id = notice and n.kind = 'marac' and p.worker_id = access.working_actor(current_setting('role', true))
      and p.role in ('team_manager', 'duty_manager') and (now() at time zone 'Europe/London')::date >= p.started_on
      and (p.ended_on is null or (now() at time zone 'Europe/London')::date <= p.ended_on)) $$;
select platform.hand_over('access.names_readers(uuid)', 'gatekeeper', array['practitioner']);

-- Whether whoever works with its children may read a notice: a referral to MARAC never, of the police what its originator lets go further (C3, C4).
create function access.notice_is_of_record(notice uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.partner_notice n where n.id = notice
    and (n.kind = 'encompass' or (n.kind = 'police_notification' and n.sharing = 'record'))) $$;
select platform.hand_over('access.notice_is_of_record(uuid)', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- ---------------------------------------------------------------- who sees it
do $$ declare
  s text; t text;
  deciders text := access.at_front_door('partner_notice_reader.team_id', array['social_worker', 'senior_social_worker', 'team_manager', 'duty_manager']);
  asked text := access.at_front_door('partner_notice_question.team_id', array['social_worker', 'senior_social_worker', 'team_manager', 'duty_manager']);
  leads text := 'exists (select from record.post p join record.worker w on w.id = p.worker_id
    where p.worker_id = (select access.working_actor(current_user)) and p.role = ''designated_safeguarding_lead''
      and w.organisation_id = partner_notice_reader.organisation_id and (now() at time zone ''Europe/London'')::date >= p.started_on
      and (p.ended_on is null or (now() at time zone ''Europe/London'')::date <= p.ended_on))';
  mine text := 'worker_id = (select access.working_actor(current_user))';
  -- The front door decides of the child, whoever is kept from whom of the record it is: of that it reads nothing here.
  told text := format('(kind = ''front_door'' and %s) or (withdrawn_at is null and notice_id <> all ((select access.partner_notices_sealed())::uuid[]) and (
    (kind = ''named'' and %s and (reads_until is null or reads_until >= (now() at time zone ''Europe/London'')::date)) or (kind = ''home_education'' and %s) or (kind = ''school'' and %s and access.is_on_roll(notice_id, organisation_id))))',
    deciders, mine, deciders, leads);
  at_night text := 'kind = ''front_door'' and (select access.roaming_actor(current_user)) is not null';
  of_record text := '(kind = ''encompass'' or (kind = ''police_notification'' and sharing = ''record''))
    and exists (select from record.partner_notice_match m where m.notice_id = partner_notice.id)';
begin
  foreach s in array array['record', 'history'] loop
    foreach t in array array['partner_notice', 'partner_notice_match', 'partner_notice_reader', 'partner_notice_question'] loop
      perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
    end loop;
    perform platform.policy_for(array['practitioner'], format('create policy reads on %I.partner_notice_reader for select to %%1$s using (%s)',
      s, replace(told, '%', '%%')));
    perform platform.policy_for(array['duty'], format('create policy reads_on_duty on %I.partner_notice_reader for select to %%1$s using (%s)', s, at_night));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.partner_notice_match for select to %%1$s
      using (%s and access.notice_is_of_record(notice_id))', s, replace(access.has_entry('partner_notice_match.person_id', array['B2'], false), '%', '%%')));
    perform platform.policy_for(array['practitioner'], format('create policy reads_sent on %I.partner_notice for select to %%1$s
      using (sent_by = (select access.working_actor(current_user)) and organisation_id = (select access.my_organisation()))', s));
    perform platform.policy_for(array['practitioner', 'duty'], format('create policy reads_told on %I.partner_notice for select to %%1$s
      using ((select access.working_actor(current_user)) is not null
        and exists (select from record.partner_notice_reader r where r.notice_id = partner_notice.id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads_of_record on %I.partner_notice for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null and %s)', s, of_record));
    perform platform.policy_for(array['practitioner'], format('create policy reads_asked on %I.partner_notice_question for select to %%1$s using (%s)', s, asked));
    perform platform.policy_for(array['duty', 'director'], format('create policy reads_nothing on %I.partner_notice_question for select to %%1$s using ((select platform.actor_as(current_user)) is not null and false)', s));
    perform platform.policy_for(array['director'], format('create policy reads_nothing on %I.partner_notice_reader for select to %%1$s using ((select platform.actor_as(current_user)) is not null and false)', s));
  end loop;
  -- That it was read is said by whoever is told.
  perform platform.for_roles(array['practitioner', 'duty'], 'grant update (read_at, read_by) on record.partner_notice_reader to %I');
  perform platform.policy_for(array['practitioner'], format('create policy marks on record.partner_notice_reader for update to %%1$s using (%s) with check (%s)',
    replace(told, '%', '%%'), replace(told, '%', '%%')));
  perform platform.policy_for(array['duty'], format('create policy marks_on_duty on record.partner_notice_reader for update to %%1$s using (%s) with check (%s)', at_night, at_night));
  perform platform.for_roles(array['practitioner', 'duty'], 'grant update (seen_at) on record.partner_notice to %I');
  perform platform.for_roles(array['practitioner'], 'grant update (sharing, sharing_by) on record.partner_notice to %I');
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy marks on record.partner_notice for update to %1$s
    using ((select access.working_actor(current_user)) is not null and exists (select from record.partner_notice_reader r where r.notice_id = partner_notice.id))');
  perform platform.policy_for(array['practitioner'], 'create policy shares on record.partner_notice for update to %1$s
    using (sent_by = (select access.working_actor(current_user)) and organisation_id = (select access.my_organisation()) and kind = ''police_notification'')
    with check (sent_by = (select access.working_actor(current_user)) and organisation_id = (select access.my_organisation()) and sharing_by = (select access.working_actor(current_user)))');
  -- The queue is answered in the team that was asked.
  perform platform.for_roles(array['practitioner'], 'grant update (answered_at, answered_by, answer, note, council_id, sent_on_at, sent_on_by, sent_on_how, not_shared) on record.partner_notice_question to %I');
  perform platform.policy_for(array['practitioner'], format('create policy answers on record.partner_notice_question for update to %%1$s using (%s) with check (%s)', asked, asked));
  perform platform.for_roles(array['practitioner'], 'grant insert on record.partner_notice_reader to %I');
  perform platform.policy_for(array['practitioner'], 'create policy names on record.partner_notice_reader for insert to %1$s
    with check (kind = ''named'' and read_at is null and read_before is null and worker_id is not null
      and named_by = (select access.working_actor(current_user)) and access.names_readers(notice_id))');
end $$;

-- Only the originator says how far a notice goes; whoever is told says that they read it.
create function access.keep_to_originator() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.sharing is distinct from old.sharing and platform.actor() is distinct from old.sent_by then
    raise exception 'Only its originator says how far this notice goes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keeps_to_originator before update on record.partner_notice for each row execute function access.keep_to_originator();

-- ---------------------------------------------------------------- who writes it
-- A form: somebody of the police or a school, for their own organisation, keeps a message and what its receipt says. They read no message.
do $$ declare
  own text := 'exists (select from record.worker w join record.organisation o on o.id = w.organisation_id
    where w.id = (select access.working_actor(current_user)) and o.id = %s and o.kind in (''police'', ''school'') and o.ended_on is null)';
begin
  perform platform.for_roles(array['practitioner'], 'grant insert on app.message_in, app.message_work to %I');
  perform platform.for_roles(array['practitioner'], 'grant select (id, sender_id, channel, control_id, sha256, answer) on app.message_in to %I');
  perform platform.policy_for(array['practitioner'], format('create policy keeps_own on app.message_in for insert to %%1$s
    with check (channel = ''form'' and answer_code = ''AA'' and fault is null and %s)', format(own, 'message_in.sender_id')));
  perform platform.policy_for(array['practitioner'], format('create policy asks_own on app.message_in for select to %%1$s using (%s)', format(own, 'message_in.sender_id')));
  perform platform.policy_for(array['practitioner'], 'create policy keeps_own on app.message_work for insert to %1$s
    with check ((select access.working_actor(current_user)) is not null and state = ''waiting'' and tries = 0 and exists (select from app.message_in m where m.id = message_work.message_id))');
  perform platform.for_roles(array['practitioner'], 'grant insert on record.partner_notice to %I');
  perform platform.policy_for(array['practitioner'], format('create policy sends on record.partner_notice for insert to %%1$s
    with check (sent_by = (select access.working_actor(current_user)) and told is null and seen_at is null and sharing = ''front_door''
      and sharing_by is null and %s)', format(own, 'partner_notice.organisation_id')));
end $$;

-- The listener reads what came, finds whom it is of, and tells.
do $$ declare t text; begin
  foreach t in array array['partner_notice', 'partner_notice_match', 'partner_notice_reader', 'partner_notice_question'] loop
    perform platform.for_roles(array['listener'], format('grant select, insert, update on record.%I to %%I', t));
    perform platform.policy_for(array['listener'], format('create policy listens on record.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
  -- What asks for a decision waits at the front door like any contact.
  perform platform.for_roles(array['listener'], 'grant insert on record.contact, record.contact_person to %I');
  perform platform.policy_for(array['listener'], 'create policy brings on record.contact for insert to %1$s
    with check (channel = ''partner_form'' and decided_at is null and person_ids = ''{}'')');
  perform platform.policy_for(array['listener'], 'create policy brings on record.contact_person for insert to %1$s with check (person_id is null)');
end $$;
