-- Which organisations hold a record of a child, whom to ring, and nothing of what is in it: looked up before anybody asks for content. Who works
-- with the child today is in record.involvement; what stands here is what an organisation says of itself besides, or a hospital by its visits.

create table record.agency_record (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  organisation_id uuid not null references record.organisation (id),
  since_on date not null,
  ended_on date,
  ask text not null check (length(trim(ask)) between 3 and 300), -- a role and how to reach it, no person's name needed
  -- Sexual health, drug and alcohol, mental health, domestic abuse: it stands here only with the consent of whom it is of, and without its name.
  is_sensitive boolean not null default false,
  consent_on date,
  told_by uuid not null references record.worker (id),
  told_at timestamptz not null,
  version integer not null default 1,
  constraint record_ends_after_start check (ended_on >= since_on),
  constraint sensitive_by_consent check (not is_sensitive or consent_on is not null)
);
create unique index one_record_of_an_agency on record.agency_record (person_id, organisation_id) where ended_on is null;
create index agency_record_organisation on record.agency_record (organisation_id);
select platform.keep_history('agency_record');

do $$ declare s text; own text := 'organisation_id = (select access.my_organisation())';
  kept text := 'not (person_id = any ((select access.sealed_from_me())::uuid[]))'; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.agency_record to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.agency_record for select to %%1$s using (%s and (not is_sensitive or %s))',
      s, access.has_entry('agency_record.person_id', array['A2'], false), own));
  end loop;
  -- An organisation speaks for itself, by somebody of it who works with the child.
  perform platform.for_roles(array['practitioner'], 'grant insert, update on record.agency_record to %I');
  perform platform.policy_for(array['practitioner'], format('create policy says on record.agency_record for insert to %%1$s
    with check (told_by = (select platform.actor_as(current_user)) and %s and %s and access.works_for_agency_with(person_id))', own, kept));
  perform platform.policy_for(array['practitioner'], format('create policy says_anew on record.agency_record for update to %%1$s
    using (%1$s and %2$s and access.works_for_agency_with(person_id))
    with check (told_by = (select platform.actor_as(current_user)) and %1$s and %2$s and access.works_for_agency_with(person_id))',
    own, access.has_entry('agency_record.person_id', array['A2'], false)));
end $$;

-- What a sensitive service says, without its name: the row holds that, and shows to its own people alone.
create function access.sensitive_services_that_know(person uuid) returns table (ask text, since_on date, ended_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.ask, r.since_on, r.ended_on from record.agency_record r
  where r.person_id = person and r.is_sensitive and r.organisation_id is distinct from access.my_organisation()
    and not (person = any (access.sealed_from_me()))
    and exists (select from access.entry e where e.actor_id = access.working_actor(current_setting('role', true)) and e.subject_id = person
      and e.data_class = 'A2' and now() >= e.starts_at and now() < e.ends_at) $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.agency_record to %I');
select platform.policy_for(array['gatekeeper'], 'create policy names_none on record.agency_record for select to %1$s using (is_sensitive)');
select platform.hand_over('access.sensitive_services_that_know(uuid)', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- Of the hospitals that told of a visit: which, and when last. For whoever may know who the child is, and no word of the visit.
create function access.hospitals_that_know(person uuid) returns table (organisation_id uuid, last_on date) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select s.organisation_id, max((a.arrived_at at time zone 'Europe/London')::date) from record.attendance_match m
    join record.attendance a on a.id = m.attendance_id join record.health_sender s on s.id = a.sender_id
  where m.person_id = person and a.status <> 'cancelled' and not a.is_sensitive and not (person = any (access.sealed_from_me()))
    and exists (select from access.entry e where e.actor_id = access.working_actor(current_setting('role', true)) and e.subject_id = person
      and e.data_class = 'A2' and now() >= e.starts_at and now() < e.ends_at) group by 1 $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.attendance, record.health_sender to %I');
select platform.policy_for(array['gatekeeper'], 'create policy names_hospitals on record.attendance for select to %1$s using (true)');
select platform.policy_for(array['gatekeeper'], 'create policy names_hospitals on record.health_sender for select to %1$s using (true)');
select platform.hand_over('access.hospitals_that_know(uuid)', 'gatekeeper', array['practitioner', 'duty']);
