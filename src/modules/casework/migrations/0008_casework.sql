-- The record that every kind of practice shares: who holds and who is involved, visits and notes written once,
-- significant events, tasks, alerts and the running clocks.

-- Case holding. Without a worker the child stands in the team's queue.
create table record.allocation (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  team_id uuid not null references record.team (id),
  worker_id uuid references record.worker (id),
  role text not null check (role in ('lead_social_worker', 'co_worker', 'lead_practitioner', 'conference_chair', 'queue')),
  started_on date not null,
  ended_on date,
  reason text,
  constraint queue_has_no_worker check ((role = 'queue') = (worker_id is null)),
  constraint allocation_ends_after_start check (ended_on >= started_on)
);
create index allocation_person on record.allocation (person_id);
create index allocation_worker on record.allocation (worker_id) where ended_on is null;
create index allocation_team on record.allocation (team_id) where ended_on is null;
alter table record.allocation add constraint one_lead_at_a_time exclude using gist
  (person_id with =, daterange(started_on, ended_on, '[)') with &&)
  where (role in ('lead_social_worker', 'lead_practitioner') and ended_on is distinct from started_on);
select platform.keep_history('allocation');
select access.guard('allocation', 'person_id', array['A2'],
  array['id', 'person_id', 'team_id', 'worker_id', 'role', 'started_on', 'ended_on', 'recorded_from']);

-- Anyone else who works with the person, from the council or another agency.
create table record.involvement (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  worker_id uuid references record.worker (id),
  organisation_id uuid references record.organisation (id),
  professional_name text,
  role text not null,                            -- health_visitor, school_nurse, designated_safeguarding_lead ...
  telephone text,
  email text,
  started_on date not null,
  ended_on date,
  constraint somebody check (coalesce(worker_id::text, professional_name) is not null),
  constraint involvement_ends_after_start check (ended_on >= started_on)
);
create index involvement_person on record.involvement (person_id);
create index involvement_worker on record.involvement (worker_id) where worker_id is not null;
select platform.keep_history('involvement');
select access.guard('involvement', 'person_id', array['A2']);

-- A visit, call or note, written once for everyone it is about. Never changed: a correction is a new row that names
-- the one it corrects.
create table record.note (
  id uuid primary key default uuidv7(),
  family_id uuid references record.family (id),
  kind text not null check (kind in ('visit', 'telephone', 'meeting', 'message', 'supervision', 'other')),
  purpose text,                                  -- statutory reason: cp_visit, cin_visit, assessment_visit
  happened_at timestamptz not null,
  ended_at timestamptz,
  place text,
  outcome text not null default 'held' check (outcome in ('held', 'no_access', 'refused', 'cancelled')),
  author_id uuid not null default platform.actor(),
  body text not null,
  person_ids uuid[] not null,                    -- everyone it is about
  corrects_id uuid references record.note (id),
  correction_reason text,
  submission uuid unique,                        -- of the form that made it: sent twice, kept once
  constraint about_somebody check (cardinality(person_ids) > 0),
  constraint body_not_endless check (length(body) <= 200000)
);
create index note_author on record.note (author_id, happened_at);
create index note_family on record.note (family_id, happened_at);
select platform.keep_history('note', null);

create table record.note_person (
  id uuid primary key default uuidv7(),
  note_id uuid not null references record.note (id),
  person_id uuid not null references record.person (id),
  -- Of the note, repeated: a person's story and clocks stand even where the note itself is hidden by a restricted sibling.
  happened_at timestamptz not null,
  kind text not null,
  outcome text not null,
  corrects_note_id uuid,
  was_seen boolean,
  was_seen_alone boolean,
  why_not_alone text,
  bedroom_seen boolean,
  own_words text,                                -- what the child said, in the child's words
  observations text,
  unique (note_id, person_id)
);
create index note_person_person on record.note_person (person_id, happened_at desc);
select platform.keep_history('note_person');
select access.guard('note_person', 'person_id', array['B2'],
  array['id', 'note_id', 'person_id', 'happened_at', 'kind', 'outcome', 'corrects_note_id', 'was_seen', 'was_seen_alone', 'bedroom_seen', 'recorded_from']);

do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.note to %%I', s));
    -- Readable through any of its people, never past a restricted one; its author keeps it.
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format($p$
      create policy reads on %I.note for select to %%1$s using (
        not (person_ids && (select access.sealed_from_me())::uuid[])
        and (author_id = (select platform.actor_as(current_user))
          or exists (select from access.entry e where e.actor_id = (select platform.actor_as(current_user))
            and e.subject_id = any (note.person_ids) and e.data_class = 'B2' and now() >= e.starts_at and now() < e.ends_at)))
      $p$, s));
  end loop;
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.note to %I');
  -- Writing needs every person of the note.
  perform platform.policy_for(array['practitioner', 'duty'], $p$
    create policy adds on record.note for insert to %1$s with check (
      author_id = (select platform.actor_as(current_user))
      and not exists (select from unnest(person_ids) p (id) where not exists (
        select from access.entry e where e.actor_id = (select platform.actor_as(current_user)) and e.subject_id = p.id
          and e.data_class = 'B2' and e.may_write and now() >= e.starts_at and now() < e.ends_at)))
    $p$);
  perform access.let_importer('note');
  perform platform.for_roles(array['clockkeeper'], 'grant select on record.note to %I');
  perform platform.policy_for(array['clockkeeper'], 'create policy counts on record.note for select to %1$s using (true)');
  perform platform.for_roles(array['data_quality'],
    'grant select (id, kind, purpose, happened_at, outcome, author_id, person_ids, recorded_from) on record.note to %I');
  perform platform.policy_for(array['data_quality'], 'create policy reads_codes on record.note for select to %1$s
    using ((select access.roaming_actor(current_user)) is not null and not (person_ids && (select access.sealed_from_me())::uuid[]))');
end $$;
-- Notes and what they say of each child are never rewritten.
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.note_person from %I');

create table record.significant_event (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  happened_on date not null,
  description text not null,
  source text,
  impact text,                                   -- on the child
  note_id uuid references record.note (id)
);
create index significant_event_person on record.significant_event (person_id, happened_on);
select platform.keep_history('significant_event');
select access.guard('significant_event', 'person_id', array['B2']);

create table record.alert (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null check (kind in ('protection_plan', 'danger_to_workers', 'do_not_disclose_address', 'allergy', 'medical',
    'legal_order', 'missing', 'exploitation', 'dog', 'two_workers', 'other')),
  description text not null,
  started_on date not null,
  review_on date,
  ended_on date,
  constraint alert_ends_after_start check (ended_on >= started_on)
);
create index alert_person on record.alert (person_id);
select platform.keep_history('alert');
select access.guard('alert', 'person_id', array['A2']);

create table record.task (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  worker_id uuid references record.worker (id),
  team_id uuid references record.team (id),
  title text not null,
  due_on date,
  done_on date,
  set_by uuid default platform.actor(),
  constraint for_somebody check (coalesce(worker_id, team_id) is not null)
);
create index task_worker on record.task (worker_id) where done_on is null;
create index task_person on record.task (person_id);
select platform.keep_history('task');
select access.guard('task', 'person_id', array['B2']);

-- Running and stopped clocks, written in the transaction of the fact that started, moved or stopped them. All of it can
-- be computed again from the facts: `kith verify clocks` does.
create table record.clock (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  definition_id text not null,                   -- reference: REF_DECISION, CP_VISIT ...
  definition_version integer not null,           -- live at the trigger (CR15)
  trigger_kind text not null,                    -- the table of the fact that started it
  trigger_id uuid not null,
  sequence integer not null default 0,           -- of a recurring clock: 0, 1, 2 ...
  trigger_on date not null,
  trigger_at timestamptz,                        -- hours clocks
  due_on date not null,
  due_at timestamptz not null,
  limit_value integer not null,                  -- as counted: the authority's own, stricter or equal
  limit_unit text not null,
  satisfied_on date,
  satisfied_id uuid,
  outcome text not null check (outcome in ('open', 'on_time', 'late', 'not_required', 'superseded')),
  outcome_reason text,
  unique (definition_id, trigger_id, sequence)
);
create index clock_person on record.clock (person_id);
create index clock_open on record.clock (person_id, due_on) where outcome = 'open';
create index clock_due on record.clock (due_on) where outcome = 'open';
select platform.keep_history('clock');
select access.guard('clock', 'person_id', array['B2', 'B2S'], array['id', 'person_id', 'definition_id', 'definition_version',
  'trigger_kind', 'trigger_id', 'sequence', 'trigger_on', 'trigger_at', 'due_on', 'due_at', 'limit_value', 'limit_unit',
  'satisfied_on', 'satisfied_id', 'outcome', 'outcome_reason', 'recorded_from']);
