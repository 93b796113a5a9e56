-- What a school tells of children with open work: how they attend, and the schools at which they were. By a form, a file or a system of theirs, and it
-- stays theirs: shown with its source, corrected there. Of anybody else nothing is kept.

create table record.school_attendance (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  school_id uuid not null references record.organisation (id), -- whose word it is
  about_school text check (length(about_school) between 1 and 200), -- an earlier school, as theirs names it; null: their own
  from_on date not null,
  until_on date not null,
  possible integer not null check (possible between 1 and 500),
  authorised integer not null check (authorised >= 0),
  unauthorised integer not null check (unauthorised >= 0),
  codes jsonb not null default '{}' check (jsonb_typeof(codes) = 'object'), -- sessions by attendance code of the register
  told_by uuid references record.worker (id),    -- null: a system of the school
  constraint attendance_in_order check (until_on between from_on and from_on + 366),
  constraint absences_are_possible check (authorised + unauthorised <= possible),
  constraint one_period_of_a_school unique nulls not distinct (person_id, school_id, about_school, from_on, until_on)
);
create index school_attendance_school on record.school_attendance (school_id);
create index school_attendance_told_by on record.school_attendance (told_by);
select platform.keep_history('school_attendance');

-- A time on a school's roll, as a Common Transfer File says it.
create table record.school_enrolment (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  school_id uuid not null references record.organisation (id), -- whose word it is
  about_school text check (length(about_school) between 1 and 200), -- an earlier school; null: their own
  entered_on date not null,
  left_on date check (left_on >= entered_on),
  left_because text check (length(left_because) between 1 and 200),
  went_to text check (went_to in ('school', 'outside', 'unknown')), -- unknown: perhaps a child missing education (Education Act 1996 s436A)
  told_by uuid references record.worker (id),    -- null: a system of the school
  constraint went_where_left check (went_to is null or left_on is not null),
  constraint one_time_on_a_roll unique nulls not distinct (person_id, school_id, about_school, entered_on)
);
create index school_enrolment_school on record.school_enrolment (school_id);
create index school_enrolment_told_by on record.school_enrolment (told_by);
select platform.keep_history('school_enrolment');

do $$ declare s text; t text; begin
  foreach s in array array['record', 'history'] loop
    foreach t in array array['school_attendance', 'school_enrolment'] loop
      perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
      perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.%I for select to %%1$s
        using (%s)', s, t, replace(access.has_entry(format('%I.person_id', t), array['B2', 'B2S'], false), '%', '%%')));
    end loop;
  end loop;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant select, insert, update on record.school_attendance, record.school_enrolment to %I');
do $$ declare t text; begin
  foreach t in array array['school_attendance', 'school_enrolment'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy keeps on record.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
end $$;
select platform.policy_for(array['gatekeeper'], 'create policy finds_pupils on record.person_identifier for select to %1$s using (kind in (''upn'', ''former_upn''))');

-- A file that a school sent, so that it counts once. Nobody is named in it, and what it held of children without work is kept nowhere.
create table record.school_file (
  id uuid primary key default uuidv7(),
  school_id uuid not null references record.organisation (id),
  kind text not null check (kind in ('attendance', 'transfer_file')),
  sha256 bytea not null check (length(sha256) = 32),
  pupils integer not null check (pupils >= 0),
  received_at timestamptz not null default now(),
  sent_by uuid references record.worker (id),    -- null: a system of the school
  constraint file_once unique (school_id, kind, sha256)
);
create index school_file_sent_by on record.school_file (sent_by);
select platform.keep_history('school_file', null);
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner'], format('grant select on %I.school_file to %%I', s));
    perform platform.policy_for(array['practitioner'], format('create policy reads on %I.school_file for select to %%1$s
      using ((select access.working_actor(current_user)) is not null and school_id = any (array(select access.schools_led())))', s));
  end loop;
end $$;
select platform.for_roles(array['practitioner'], 'grant insert on record.school_file to %I');
select platform.policy_for(array['practitioner'], 'create policy sends on record.school_file for insert to %1$s
  with check (sent_by = (select access.working_actor(current_user)) and school_id = any (array(select access.schools_led())))');
select platform.for_roles(array['listener'], 'grant select, insert on record.school_file to %I');
select platform.policy_for(array['listener'], 'create policy keeps on record.school_file for all to %1$s
  using ((select platform.actor_as(current_user)) is not null) with check ((select platform.actor_as(current_user)) is not null and sent_by is null)');

-- ---------------------------------------------------------------- whom a school means
-- The one child with open work whom a school means by a pupil number, or by the whole name and the day of birth where the record has no number. A number
-- with another day of birth is nobody. Whoever left within the last weeks counts when it is told that they left.
create function access.pupil_meant(school uuid, told jsonb, sealed uuid[]) returns uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with weeks as (select platform.today() - case when told ? 'enrolments' then 90 else 0 end as day),
  pupil as (select distinct x.person_id from (
      select i.person_id, i.started_on, i.ended_on from record.involvement i where i.organisation_id = school
      union all select i.person_id, i.started_on, i.ended_on from record.worker w join record.involvement i on i.worker_id = w.id
        where w.organisation_id = school and i.organisation_id is null) x
    where x.started_on <= platform.today() and (x.ended_on is null or x.ended_on > (select day from weeks)) and not x.person_id = any (sealed)
      and (exists (select from record.allocation a where a.person_id = x.person_id and a.started_on <= platform.today()
          and (a.ended_on is null or a.ended_on > platform.today()))
        or exists (select from record.cp_plan c where c.person_id = x.person_id and c.ended_on is null)
        or exists (select from record.cin_plan c where c.person_id = x.person_id and c.ended_on is null))),
  born as (select p.person_id from pupil p join record.person c on c.id = p.person_id
    where not told ? 'born' or c.date_of_birth is null or c.date_of_birth = (told ->> 'born')::date),
  by_number as (select b.person_id from born b where exists (select from record.person_identifier n where n.person_id = b.person_id
    and n.kind in ('upn', 'former_upn') and upper(n.value) in (select upper(jsonb_array_elements_text(told -> 'numbers'))))),
  by_name as (select b.person_id from born b join record.person c on c.id = b.person_id and c.date_of_birth is not null
    where told ?& array['born', 'given', 'family']
      and not exists (select from record.person_identifier n where n.person_id = b.person_id and n.kind = 'upn')
      and exists (select from record.person_name n where n.person_id = b.person_id and n.ended_on is null
        and lower(n.given) = lower(told ->> 'given') and lower(n.family) = lower(told ->> 'family'))),
  meant as (select person_id from by_number union select person_id from by_name where not exists (select from by_number))
  select case when count(*) = 1 then (array_agg(person_id))[1] end from meant $$;
select platform.hand_over('access.pupil_meant(uuid, jsonb, uuid[])', 'gatekeeper');

-- Keeps what is told of one pupil. What is told again of the same time takes its place, and the former stays in the past.
create function access.keep_told_of_pupil(school uuid, teller uuid, told jsonb, sealed uuid[]) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  meant uuid := access.pupil_meant(school, told, sealed);
  one jsonb;
begin
  if meant is null then return false; end if;
  for one in select jsonb_array_elements(told -> 'attendance') loop
    insert into record.school_attendance (person_id, school_id, about_school, from_on, until_on, possible, authorised, unauthorised, codes, told_by)
    values (meant, school, one ->> 'about', (one ->> 'from')::date, (one ->> 'until')::date, (one ->> 'possible')::integer, (one ->> 'authorised')::integer,
      (one ->> 'unauthorised')::integer, one -> 'codes', teller)
    on conflict (person_id, school_id, about_school, from_on, until_on) do update set possible = excluded.possible, authorised = excluded.authorised,
      unauthorised = excluded.unauthorised, codes = excluded.codes, told_by = excluded.told_by;
  end loop;
  for one in select jsonb_array_elements(told -> 'enrolments') loop
    insert into record.school_enrolment (person_id, school_id, about_school, entered_on, left_on, left_because, went_to, told_by)
    values (meant, school, one ->> 'about', (one ->> 'entered')::date, (one ->> 'left')::date, one ->> 'because', one ->> 'wentTo', teller)
    on conflict (person_id, school_id, about_school, entered_on) do update set left_on = excluded.left_on, left_because = excluded.left_because,
      went_to = excluded.went_to, told_by = excluded.told_by;
  end loop;
  return true;
end $$;
select platform.hand_over('access.keep_told_of_pupil(uuid, uuid, jsonb, uuid[])', 'gatekeeper');

-- What a lead tells of pupils of their school. How many had open work is answered of today's pupils alone, whom the lead sees under "my school" too; of a
-- file that tells of leavers nothing is answered.
create function access.tell_of_pupils(school uuid, told jsonb) returns integer language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := access.working_actor(current_setting('role', true));
  sealed uuid[] := access.sealed_from_me();
  kept integer := 0;
  one jsonb;
begin
  if acting is null or not access.leads_school(acting, school) then return 0; end if;
  for one in select jsonb_array_elements(told) loop
    if access.keep_told_of_pupil(school, acting, one, sealed) and not one ? 'enrolments' then kept := kept + 1; end if;
  end loop;
  return kept;
end $$;
select platform.hand_over('access.tell_of_pupils(uuid, jsonb)', 'gatekeeper', array['practitioner']);

-- The same by a system of the school, which is answered nothing. A restricted child's attendance is kept too: it shows to whoever may read the record.
create function access.system_tells_of_pupils(school uuid, told jsonb) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  one jsonb;
begin
  if platform.actor_as(current_setting('role', true)) is null then return; end if;
  for one in select jsonb_array_elements(told) loop
    perform access.keep_told_of_pupil(school, null, one, '{}');
  end loop;
end $$;
select platform.hand_over('access.system_tells_of_pupils(uuid, jsonb)', 'gatekeeper', array['listener']);

-- Tells whoever works with a child that the school says they left for nowhere that it knows.
create function access.tell_of_leaver() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.is_deferred() or new.went_to is distinct from 'unknown' or (tg_op = 'UPDATE' and old.went_to is not distinct from 'unknown') then return null; end if;
  insert into app.notice (worker_id, kind, path, subject_id, made_by)
    select distinct a.worker_id, 'left_school_unknown', '/people/' || new.person_id || '#school', new.person_id, coalesce(new.told_by, platform.actor())
    from record.allocation a where a.person_id = new.person_id and a.worker_id is not null and a.started_on <= platform.today()
      and (a.ended_on is null or a.ended_on > platform.today());
  return null;
end $$;
create trigger tells_of_leaver after insert or update on record.school_enrolment for each row execute function access.tell_of_leaver();
select platform.hand_over('access.tell_of_leaver()', 'gatekeeper');
