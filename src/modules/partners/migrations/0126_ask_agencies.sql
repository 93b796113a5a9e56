-- What the council asks somebody of another agency about a child, by when, and what came of it: told, nothing known, or not shared and why (Children Act 1989
-- s47(9) to (11): whom it asks to help with an enquiry must, unless that is unreasonable; Children Act 2004 s16LA(3)).
create table record.agency_request (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  worker_id uuid not null references record.worker (id), -- who is asked
  asked_by uuid not null references record.worker (id),
  asked_at timestamptz not null,
  purpose text not null check (purpose in ('enquiry', 'assessment', 'plan')),
  question text not null check (length(trim(question)) > 0 and length(question) <= 2000),
  answer_by date not null,
  answered_at timestamptz,
  answer text check (answer in ('told', 'nothing_known', 'not_shared', 'withdrawn')), -- withdrawn by who asks
  reason text check (length(trim(reason)) > 0 and length(reason) <= 2000),
  contribution_id uuid references record.contribution (id),
  climbed_at timestamptz,                        -- a working day late, and the managers of who asks were told
  constraint answered_whole check ((answered_at is null) = (answer is null)),
  constraint told_by_contribution check ((answer is not distinct from 'told') = (contribution_id is not null)),
  constraint not_shared_says_why check (answer is distinct from 'not_shared' or reason is not null)
);
create index agency_request_person on record.agency_request (person_id);
create index agency_request_worker on record.agency_request (worker_id) where answered_at is null;
create index agency_request_asked_by on record.agency_request (asked_by) where answered_at is null;
create index agency_request_late on record.agency_request (answer_by) where answered_at is null and climbed_at is null;
create index agency_request_contribution on record.agency_request (contribution_id) where contribution_id is not null;
select platform.keep_history('agency_request');

-- Whether the caller, who reads the record, may ask this worker: who works with the child today for another agency.
create function access.may_ask_of_agency(asked uuid, person uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.entry e where e.actor_id = access.working_actor(current_setting('role', true)) and e.subject_id = person
      and e.data_class = 'B2' and now() >= e.starts_at and now() < e.ends_at)
    and exists (select from record.involvement i join record.worker w on w.id = i.worker_id join record.organisation o on o.id = w.organisation_id
      where i.person_id = person and i.worker_id = asked and o.kind <> 'council' and o.ended_on is null and (w.left_at is null or now() < w.left_at)
        and i.started_on <= (now() at time zone 'Europe/London')::date
        and (i.ended_on is null or i.ended_on >= (now() at time zone 'Europe/London')::date)) $$;
select platform.hand_over('access.may_ask_of_agency(uuid, uuid)', 'gatekeeper', array['practitioner', 'duty']);

-- Read by whoever reads the record, and by who is asked: until it is answered while they work with the child, and what they answered afterwards.
do $$ declare
  s text;
  mine text := 'worker_id = (select access.working_actor(current_user)) and not (person_id = any ((select access.sealed_from_me())::uuid[]))';
begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.agency_request to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.agency_request for select to %%1$s using (%s)',
      s, replace(access.has_entry('agency_request.person_id', array['B2'], false), '%', '%%')));
    perform platform.policy_for(array['practitioner'], format('create policy reads_own on %I.agency_request for select to %%1$s
      using (%s and (answered_at is not null or access.works_for_agency_with(person_id)))', s, mine));
  end loop;
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.agency_request to %I');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy asks on record.agency_request for insert to %%1$s
    with check (asked_by = (select platform.actor_as(current_user)) and answered_at is null and %s
      and access.may_ask_of_agency(worker_id, person_id))', replace(access.has_entry('agency_request.person_id', array['B2'], true), '%', '%%')));
  perform platform.for_roles(array['practitioner'], 'grant update (answered_at, answer, reason, contribution_id) on record.agency_request to %I');
  perform platform.for_roles(array['duty'], 'grant update (answered_at, answer) on record.agency_request to %I');
  perform platform.policy_for(array['practitioner'], format('create policy answers on record.agency_request for update to %%1$s
    using (%1$s and answered_at is null and access.works_for_agency_with(person_id)) with check (%1$s and answer <> ''withdrawn'')', mine));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy withdraws on record.agency_request for update to %%1$s
    using (%1$s and answered_at is null) with check (%1$s and answer = ''withdrawn'')', replace(access.has_entry('agency_request.person_id', array['B2'], true), '%', '%%')));
  perform platform.for_roles(array['listener'],
    'grant select (id, person_id, asked_by, answer_by, answered_at, climbed_at), update (climbed_at) on record.agency_request to %I');
  perform platform.policy_for(array['listener'], 'create policy sees_late on record.agency_request for select to %1$s
    using (answered_at is null)');
  perform platform.policy_for(array['listener'], 'create policy climbs on record.agency_request for update to %1$s
    using (answered_at is null and climbed_at is null) with check (answered_at is null)');
end $$;
