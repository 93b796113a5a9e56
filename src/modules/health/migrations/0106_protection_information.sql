-- Child protection information for the NHS (CP-IS), the council's side: whose status the NHS should show, the queue of what has changed, the
-- files that carry it, and what the NHS answers. What a record says stands in the record; here stands what was told of it.

-- A child's plan as the NHS should show it. Of an unborn child the NHS knows the mother (subject_id); who the child is stays in person_id.
create table record.protection_status (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  subject_id uuid references record.person (id), -- whose NHS number it goes by; null: the mother is not known
  kind text not null check (kind in ('child_protection_plan', 'looked_after', 'unborn_plan')),
  source_id uuid not null,                       -- the plan or period that it was derived from
  started_on date not null,
  ended_on date,
  deleted_at timestamptz,                        -- the plan is no longer in the record: it was an error
  nhs_number text,                               -- under which it was last derived
  constraint status_ends_after_start check (ended_on >= started_on),
  constraint one_of_a_plan unique (source_id, kind)
);
create index protection_status_person on record.protection_status (person_id);
create index protection_status_current on record.protection_status (started_on, id) where deleted_at is null;
create index protection_status_subject on record.protection_status (subject_id);
create index protection_status_number on record.protection_status (nhs_number);
select platform.keep_history('protection_status');

-- The queue: each change in its order, never altered.
create table record.protection_change (
  id uuid primary key default uuidv7(),
  number integer not null unique check (number > 0),
  status_id uuid not null references record.protection_status (id),
  person_id uuid not null references record.person (id),
  what text not null check (what in ('started', 'ended', 'deleted', 'corrected', 'again')),
  started_on date not null,
  ended_on date,
  deleted_at timestamptz,
  made_at timestamptz not null
);
create index protection_change_status on record.protection_change (status_id, number);
create index protection_change_person on record.protection_change (person_id);
select platform.keep_history('protection_change');

-- One upload. Its sequence number counts up by one for the authority, and one file at a time waits for its answer.
create table record.protection_file (
  id uuid primary key default uuidv7(),
  sequence integer not null unique check (sequence > 0),
  team_id uuid not null references record.team (id),
  records integer not null check (records > 0),
  made_at timestamptz not null,
  sent_at timestamptz,
  sent_how text check (sent_how in ('hand', 'mesh')),
  sent_by uuid references record.worker (id),
  answered_at timestamptz,
  answer_code text check (answer_code ~ '^CPF0[1-6]$'),
  given_up_at timestamptz,                       -- never answered: what it held goes with the next
  given_up_by uuid references record.worker (id),
  constraint whole_answer check ((answered_at is null) = (answer_code is null))
);
create unique index one_file_in_flight on record.protection_file ((true)) where answered_at is null and given_up_at is null;
select platform.keep_history('protection_file', null);

-- The file's bytes, sealed under the key of the authority's files.
create table record.protection_file_body (
  id uuid primary key default uuidv7(),
  file_id uuid not null unique references record.protection_file (id),
  sealed bytea not null
);
select platform.keep_history('protection_file_body', null);

-- One child's line of a file, and what the NHS answered to it.
create table record.protection_file_record (
  id uuid primary key default uuidv7(),
  file_id uuid not null references record.protection_file (id),
  status_id uuid not null references record.protection_status (id),
  person_id uuid not null references record.person (id),
  number integer not null,                       -- the newest change that it tells of; it covers those before
  nhs_number text not null,
  answer_code text check (answer_code ~ '^CPR0[1-7]$'),
  detail text,
  constraint one_line_of_a_status unique (file_id, status_id)
);
create index protection_file_record_status on record.protection_file_record (status_id, number);
create index protection_file_record_person on record.protection_file_record (person_id);
select platform.keep_history('protection_file_record');

-- What came from the NHS, sealed as it came, and whether it was read.
create table record.protection_message (
  id uuid primary key default uuidv7(),
  team_id uuid not null references record.team (id),
  kind text not null check (kind in ('02', '05', '06')),
  sha256 bytea not null unique check (length(sha256) = 32),
  sealed bytea not null,
  taken_at timestamptz not null,
  taken_by uuid references record.worker (id),   -- null: by the mailbox
  read_at timestamptz
);
select platform.keep_history('protection_message', null);

-- A record was opened in unscheduled care. It says that, and not why the child came.
create table record.protection_access (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  message_id uuid references record.protection_message (id), -- null: a system asked here, by GET CareTeam
  notice text not null,                          -- the notification's own number, or of the question that was asked here
  opened_at timestamptz not null,
  opened_by text,
  role text,
  organisation text,
  attendance_id uuid references record.attendance (id)  -- the visit to hospital within a day of it, where one was told
);
-- Not unique: two records of one child may each have it before they are merged.
create index protection_access_notice on record.protection_access (notice);
create index protection_access_person on record.protection_access (person_id, opened_at);
select platform.keep_history('protection_access');

-- NHS numbers of which the NHS said that they are no longer in use: nothing goes under one of these.
create table record.protection_inactive (
  id uuid primary key default uuidv7(),
  nhs_number text not null unique,
  message_id uuid not null references record.protection_message (id),
  told_at timestamptz not null
);
select platform.keep_history('protection_inactive', null);

-- What somebody has to do, one for each answer that needs a person.
create table record.protection_work (
  id uuid primary key default uuidv7(),
  code text not null check (code ~ '^CP[FR]0[1-7]$' or code in ('no_number', 'no_mother', 'inactive_number', 'sequence', 'notice_unmatched', 'notice_empty', 'unreadable',
    'unsent_late', 'unconfirmed_late', 'undelivered', 'mailbox_silent')),
  team_id uuid not null references record.team (id),
  person_id uuid references record.person (id),
  status_id uuid references record.protection_status (id),
  file_id uuid references record.protection_file (id),
  message_id uuid references record.protection_message (id),
  detail text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_how text check (closed_how in ('person', 'success')),
  closed_by uuid references record.worker (id),
  note text check (length(note) <= 2000),
  constraint whole_closing check ((closed_at is null) = (closed_how is null) and (closed_how = 'person') = (closed_by is not null))
);
create unique index one_open_work on record.protection_work (code, status_id, file_id, message_id) nulls not distinct where closed_at is null;
create index protection_work_open on record.protection_work (opened_at, id) where closed_at is null;
create index protection_work_person on record.protection_work (person_id);
select platform.keep_history('protection_work');

-- Past rows are looked for as present ones are.
create index on history.protection_change (status_id);
create index on history.protection_change (number);
create index on history.protection_file_record (status_id);
create index on history.protection_file_record (file_id);

-- ---------------------------------------------------------------- who sees it
-- Whether somebody in a file is kept from the caller: it is then sent by another.
create function access.protection_file_sealed(file uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.protection_file_record r where r.file_id = file and r.person_id = any (access.sealed_from_me())) $$;

-- Everybody in a file, for the audit of who took it out. The caller reads its bytes already: this says no more.
create function access.protection_file_people(file uuid) returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case when not access.protection_file_sealed(file) and exists (select from record.protection_file f join record.post p on p.team_id = f.team_id
      where f.id = file and p.worker_id = access.working_actor(current_setting('role', true))
        and p.role in ('team_manager', 'duty_manager', 'senior_social_worker', 'business_support')
        and p.started_on <= platform.today() and (p.ended_on is null or p.ended_on >= platform.today()))
    then array(select distinct r.person_id from record.protection_file_record r where r.file_id = file) end $$;

do $$ declare
  s text; t text;
  posts text[] := array['team_manager', 'duty_manager', 'senior_social_worker', 'business_support'];
  owns text; sees text;
begin
  -- Of a child: with the summary of the record. Nobody but the service writes it.
  foreach s in array array['record', 'history'] loop
    foreach t in array array['protection_status', 'protection_change', 'protection_file_record'] loop
      perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
      perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.%I for select to %%1$s using (%s)',
        s, t, replace(access.has_entry(t || '.person_id', array['B2', 'B2S'], false), '%', '%%')));
    end loop;
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.protection_access to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.protection_access for select to %%1$s using (%s)',
      s, replace(access.has_entry('protection_access.person_id', array['B2'], false), '%', '%%')));
    -- Of files and messages: that they were, for everybody at work; what they say, for whoever sends them.
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.protection_file to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.protection_file for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null)', s));
    perform platform.for_roles(array['practitioner', 'duty', 'director'],
      format('grant select (id, team_id, kind, taken_at, taken_by, read_at, recorded_from) on %I.protection_message to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.protection_message for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null)', s));
    perform platform.for_roles(array['practitioner'], format('grant select on %I.protection_file_body to %%I', s));
    perform platform.policy_for(array['practitioner'], format('create policy reads on %I.protection_file_body for select to %%1$s
      using (exists (select from record.protection_file f where f.id = protection_file_body.file_id and %s)
        and not access.protection_file_sealed(file_id))', s, access.at_front_door('f.team_id', posts)));
    -- What is to be done: the team that answers for it, never past a named list; and whoever has the record of the child.
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.protection_work to %%I', s));
    perform platform.policy_for(array['practitioner'], format('create policy reads_own on %I.protection_work for select to %%1$s
      using (%s and (person_id is null or not (person_id = any ((select access.sealed_from_me())::uuid[]))))',
      s, access.at_front_door('protection_work.team_id', posts)));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.protection_work for select to %%1$s using (%s)',
      s, replace(access.has_entry('protection_work.person_id', array['B2', 'B2S'], false), '%', '%%')));
  end loop;
  owns := access.at_front_door('protection_file.team_id', posts);
  perform platform.for_roles(array['practitioner'], 'grant update (sent_at, sent_how, sent_by, given_up_at, given_up_by) on record.protection_file to %I');
  perform platform.policy_for(array['practitioner'], format('create policy sends on record.protection_file for update to %%1$s using (%s and answered_at is null)
    with check (%s and (select access.working_actor(current_user)) in (sent_by, given_up_by))', owns, owns));
  perform platform.for_roles(array['practitioner'], 'grant insert on record.protection_message to %I');
  perform platform.policy_for(array['practitioner'], format('create policy takes on record.protection_message for insert to %%1$s
    with check (%s and read_at is null and taken_by = (select access.working_actor(current_user)))', access.at_front_door('protection_message.team_id', posts)));
  sees := access.at_front_door('protection_work.team_id', posts) || ' and (person_id is null or not (person_id = any ((select access.sealed_from_me())::uuid[])))';
  perform platform.for_roles(array['practitioner'], 'grant update (closed_at, closed_how, closed_by, note) on record.protection_work to %I');
  perform platform.policy_for(array['practitioner'], format('create policy closes on record.protection_work for update to %%1$s using (%s and closed_at is null)
    with check (%s and closed_how = ''person'' and closed_by = (select access.working_actor(current_user)))', sees, sees));
  -- The service derives, makes, reads.
  foreach t in array array['protection_status', 'protection_change', 'protection_file', 'protection_file_body', 'protection_file_record', 'protection_message',
    'protection_access', 'protection_inactive', 'protection_work'] loop
    perform platform.for_roles(array['listener'], format('grant select, insert%s on record.%I to %%I',
      case when t in ('protection_change', 'protection_file_body', 'protection_access', 'protection_inactive') then '' else ', update' end, t));
    perform platform.policy_for(array['listener'], format('create policy listens on record.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
  foreach t in array array['protection_status', 'protection_change', 'protection_file', 'protection_file_record', 'protection_work'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
select platform.hand_over('access.protection_file_sealed(uuid)', 'gatekeeper', array['practitioner']);
select platform.hand_over('access.protection_file_people(uuid)', 'gatekeeper', array['practitioner']);

-- ---------------------------------------------------------------- what the service asks of the record
-- Times in care, as the NHS should show them: from birth at the earliest, and until 18 at the latest (Children Act 1989 s.105), also where nobody has
-- recorded the end. Series of short breaks are told too: the child is looked after, and the reading that tells protects the child.
create function access.looked_after_periods() returns table (source_id uuid, person_id uuid, started_on date, ended_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.person_id, greatest(c.started_on, p.date_of_birth), case when x.grown_on <= platform.today() then least(c.ended_on, x.grown_on) else c.ended_on end
  from record.period_of_care c join record.person p on p.id = c.person_id
    cross join lateral (select (p.date_of_birth + interval '18 years')::date as grown_on) x
  where c.withdrawn_at is null and (x.grown_on is null or c.started_on < x.grown_on) and (p.date_of_birth is null or c.ended_on is null or c.ended_on >= p.date_of_birth) $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.period_of_care to %I');
select platform.policy_for(array['gatekeeper'], 'create policy tells_the_nhs on record.period_of_care for select to %1$s using (true)');
select platform.hand_over('access.looked_after_periods()', 'gatekeeper', array['listener']);

-- Every plan as the NHS should show it. A plan that began before birth is the mother's until the day of birth, and the child's from it.
create function access.protection_facts() returns table (kind text, source_id uuid, person_id uuid, subject_id uuid, started_on date, ended_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with plan as (
    select c.id, c.person_id, c.started_on, c.ended_on, p.mother_id, case when p.is_unborn then null else p.date_of_birth end as born, p.is_unborn
    from record.cp_plan c join record.person p on p.id = c.person_id
  )
  select 'unborn_plan', id, person_id, mother_id, started_on, least(ended_on, born) from plan where is_unborn or started_on < born
  union all
  select 'child_protection_plan', id, person_id, person_id, greatest(started_on, born), ended_on from plan
    where not is_unborn and (born is null or ended_on is null or ended_on >= greatest(started_on, born))
  union all
  select 'looked_after', l.source_id, l.person_id, l.person_id, l.started_on, l.ended_on from access.looked_after_periods() l $$;
select platform.hand_over('access.protection_facts()', 'gatekeeper', array['listener']);

-- By what the NHS knows somebody: number, name, day of birth. No address is ever told.
create function access.protection_identity(people uuid[]) returns table (person_id uuid, nhs_number text, given text, family text, born date, sex text, expected_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, (select regexp_replace(i.value, '\D', '', 'g') from record.person_identifier i where i.person_id = p.id and i.kind = 'nhs_number' and i.ended_on is null
      order by i.started_on desc nulls last, i.id desc limit 1),
    n.given, n.family, p.date_of_birth, p.sex, p.expected_delivery_on
  from record.person p left join record.person_name n on n.person_id = p.id and n.is_main and n.ended_on is null
  where p.id = any (people) $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.person_identifier to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (is_main, ended_on) on record.person_name to %I');
select platform.policy_for(array['gatekeeper'], 'create policy tells_the_nhs on record.person_identifier for select to %1$s using (kind = ''nhs_number'')');
select platform.hand_over('access.protection_identity(uuid[])', 'gatekeeper', array['listener']);

-- Who works with somebody: holders by name, and the team's managers and seniors on duty.
create function access.protection_told(person uuid) returns table (worker_id uuid) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with held as (
    select a.worker_id, a.team_id from record.allocation a where a.person_id = person and a.role in ('lead_social_worker', 'lead_practitioner', 'queue')
      and a.started_on <= platform.today() and (a.ended_on is null or a.ended_on > platform.today())
  )
  select h.worker_id from held h where h.worker_id is not null
  union
  select p.worker_id from held h join record.post p on p.team_id = h.team_id and p.role in ('team_manager', 'duty_manager', 'senior_social_worker')
    and p.started_on <= platform.today() and (p.ended_on is null or p.ended_on >= platform.today())
  except
  select c.actor_id from access.conflict c where c.subject_id = person $$;
select platform.hand_over('access.protection_told(uuid)', 'gatekeeper', array['listener']);

-- How what the NHS shows stands beside the record: numbers of the authority, of no child.
create function access.protection_standing() returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with newest as (
    select c.status_id, max(c.number) as number from record.protection_change c group by c.status_id
  ), live as (
    select r.status_id, max(r.number) as number from record.protection_file_record r where r.answer_code = 'CPR06' group by r.status_id
  ), sent as (
    select r.status_id, max(r.number) as number from record.protection_file_record r join record.protection_file f on f.id = r.file_id
    where f.sent_at is not null and f.given_up_at is null group by r.status_id
  ), one as (
    select s.id, s.kind, s.nhs_number, l.number as live, n.number, s.deleted_at is null and (s.ended_on is null or s.ended_on > platform.today()) as is_current,
      -- What was an error before anybody was told of it is told to nobody.
      case when t.number is not null or s.deleted_at is null then
        (select min(c.made_at) from record.protection_change c where c.status_id = s.id and c.number > coalesce(t.number, 0)) end as unsent_since,
      case when t.number is not null or s.deleted_at is null then
        (select min(c.made_at) from record.protection_change c where c.status_id = s.id and c.number > coalesce(l.number, 0)) end as unconfirmed_since
    from record.protection_status s join newest n on n.status_id = s.id left join live l on l.status_id = s.id left join sent t on t.status_id = s.id
  )
  select jsonb_build_object(
    'current', count(*) filter (where is_current), 'notLive', count(*) filter (where is_current and live is null),
    'stillLive', count(*) filter (where not is_current and live is not null and live < number),
    'held', count(*) filter (where is_current and nhs_number is not null),
    'unsentSince', min(unsent_since), 'unsent', count(unsent_since), 'unconfirmedSince', min(unconfirmed_since), 'unconfirmed', count(unconfirmed_since),
    'kinds', (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from (select o.kind, count(*) filter (where o.is_current) as current,
      count(*) filter (where o.is_current and o.live is null) as "notLive" from one o group by o.kind order by o.kind) k),
    'gaps', (select coalesce(jsonb_agg(g.n order by g.n), '[]') from (select g.n from generate_series(1, (select max(f.sequence) from record.protection_file f)) g (n)
      where not exists (select from record.protection_file f where f.sequence = g.n) limit 20) g),
    'work', (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (select w.code, count(*) as open, min(w.opened_at) as oldest
      from record.protection_work w where w.closed_at is null group by w.code order by w.code) w)) from one $$;
select platform.hand_over('access.protection_standing()', 'gatekeeper', array['practitioner', 'duty', 'director']);
