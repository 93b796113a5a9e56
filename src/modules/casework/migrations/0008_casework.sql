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
create index involvement_organisation on record.involvement (organisation_id) where organisation_id is not null;
select platform.keep_history('involvement');
create index on history.involvement (worker_id);
select access.guard('involvement', 'person_id', array['A2']);

-- A visit, call or note, written once for everyone it is about. Never changed: a correction is a new row that names
-- the one it corrects.
create table record.note (
  id uuid primary key default uuidv7(),
  family_id uuid references record.family (id),
  kind text not null check (kind in ('visit', 'telephone', 'meeting', 'message', 'supervision', 'oversight', 'other')),
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
  -- Writing needs every person of the note: the plan of each (B1), so that a lead practitioner from a school writes their visits.
  perform platform.policy_for(array['practitioner', 'duty'], $p$
    create policy adds on record.note for insert to %1$s with check (
      author_id = (select platform.actor_as(current_user))
      and not exists (select from unnest(person_ids) p (id) where not exists (
        select from access.entry e where e.actor_id = (select platform.actor_as(current_user)) and e.subject_id = p.id
          and e.data_class = 'B1' and e.may_write and now() >= e.starts_at and now() < e.ends_at)))
    $p$);
  perform access.let_importer('note');
  perform platform.for_roles(array['clockkeeper'], 'grant select on record.note to %I');
  perform platform.policy_for(array['clockkeeper'], 'create policy counts on record.note for select to %1$s using (true)');
  perform platform.for_roles(array['data_quality'],
    'grant select (id, kind, purpose, happened_at, outcome, author_id, person_ids, recorded_from) on record.note to %I');
  perform platform.policy_for(array['data_quality'], 'create policy reads_codes on record.note for select to %1$s
    using ((select access.roaming_actor(current_user)) is not null and not (person_ids && (select access.sealed_from_me())::uuid[]))');
end $$;
-- Likewise what it says of each child: written with the plan (B1), read with the record (B2) or by its author.
do $$ begin
  execute 'drop policy adds on record.note_person';
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.note_person for insert to %%1$s
    with check (%s)', access.has_entry('note_person.person_id', array['B1'], true)));
  perform platform.policy_for(array['practitioner', 'duty', 'director'], 'create policy reads_own on record.note_person for select to %1$s
    using (exists (select from record.note n where n.id = note_person.note_id
      and n.author_id = (select platform.actor_as(current_user))))');
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

-- ---------------------------------------------------------------- needs, and the plan that meets them
-- A need belongs to a person, a parent's as well as a child's, and is dated from when somebody first noted it.
create table record.need (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null check (kind in ('domestic_abuse', 'mental_health', 'substance_misuse', 'parenting', 'neglect', 'housing',
    'money', 'learning', 'disability', 'health', 'school', 'exploitation', 'young_carer', 'immigration', 'other')),
  description text,
  noted_on date not null,
  noted_by_discipline text not null check (noted_by_discipline in ('social_work', 'family_help', 'health_visiting', 'school_nursing',
    'school', 'police', 'mental_health', 'substance_misuse', 'domestic_abuse', 'probation', 'housing', 'family', 'other')),
  noted_by uuid default platform.actor(),
  source_kind text,                              -- contact, assessment, note, review
  source_id uuid,
  met_on date,
  no_help_reason text,                           -- why nobody works on it
  constraint need_met_after_noted check (met_on >= noted_on)
);
create index need_person on record.need (person_id, noted_on);
select platform.keep_history('need');
select access.guard('need', 'person_id', array['B1', 'B2', 'B2S'], array['id', 'person_id', 'kind', 'noted_on',
  'noted_by_discipline', 'met_on', 'recorded_from']);

-- One plan a child, whatever its law: what should change, and who does what by when.
create table record.plan_outcome (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  plan_kind text not null check (plan_kind in ('cin_plan', 'protection_plan')),
  plan_id uuid not null,
  place integer not null default 1,              -- order on the page
  need_id uuid references record.need (id),
  outcome text not null,                         -- in words the child and parents can read
  baseline text,                                 -- how things are now
  what_will_change text,
  status text not null default 'open' check (status in ('open', 'achieved', 'part_achieved', 'not_achieved', 'dropped')),
  status_reason text,
  ended_on date,
  version integer not null default 1,
  constraint plan_outcome_ended check ((status = 'open') = (ended_on is null))
);
create index plan_outcome_person on record.plan_outcome (person_id);
create index plan_outcome_plan on record.plan_outcome (plan_id);
select platform.keep_history('plan_outcome');
select access.guard('plan_outcome', 'person_id', array['B1', 'B2', 'B2S'], array['id', 'person_id', 'plan_kind', 'plan_id',
  'status', 'ended_on', 'recorded_from']);

create table record.plan_action (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  outcome_id uuid not null references record.plan_outcome (id),
  what text not null,
  owner_worker_id uuid references record.worker (id),
  owner_person_id uuid references record.person (id), -- someone of the family
  owner_name text,                               -- anybody else: a grandmother's friend, a football coach
  due_on date not null,
  done_on date,
  result text,
  version integer not null default 1,
  constraint action_has_owner check (num_nonnulls(owner_worker_id, owner_person_id, owner_name) = 1)
);
create index plan_action_person on record.plan_action (person_id);
create index plan_action_outcome on record.plan_action (outcome_id);
create index plan_action_worker on record.plan_action (owner_worker_id) where done_on is null;
select platform.keep_history('plan_action');
select access.guard('plan_action', 'person_id', array['B1', 'B2', 'B2S'], array['id', 'person_id', 'outcome_id',
  'owner_worker_id', 'due_on', 'done_on', 'recorded_from']);

create table record.plan_review (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  plan_kind text not null check (plan_kind in ('cin_plan', 'protection_plan')),
  plan_id uuid not null,
  held_on date not null,
  attended text,                                 -- who came, who sent words
  progress text not null,
  child_view text,
  no_child_view_reason text,
  parent_view text,
  no_parent_view_reason text,
  decision text not null check (decision in ('continue', 'step_up', 'step_down', 'close')),
  decision_reason text,
  next_review_on date,
  submission uuid,
  constraint child_heard_or_why check (coalesce(child_view, no_child_view_reason) is not null),
  constraint parent_heard_or_why check (coalesce(parent_view, no_parent_view_reason) is not null),
  unique (plan_id, held_on)
);
create index plan_review_person on record.plan_review (person_id, held_on);
select platform.keep_history('plan_review');
select access.guard('plan_review', 'person_id', array['B1', 'B2', 'B2S'], array['id', 'person_id', 'plan_kind', 'plan_id',
  'held_on', 'decision', 'next_review_on', 'recorded_from']);

-- ---------------------------------------------------------------- handing children over
-- One row a child, so that each is decided; moves_id ties those that go together. Responsibility stays where it is until it
-- is accepted.
create table record.transfer (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  moves_id uuid not null,
  from_team_id uuid not null references record.team (id),
  to_team_id uuid references record.team (id),
  to_authority text,                             -- DfE number of another authority
  to_authority_contact text,
  handover text not null,                        -- what the next worker must know: risks, next dates, what the family wants
  moves_on date not null,
  requested_by uuid not null default platform.actor(),
  requested_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  outcome text check (outcome in ('accepted', 'refused', 'withdrawn')),
  reason text,
  submission uuid,
  constraint one_destination check (num_nonnulls(to_team_id, to_authority) = 1),
  constraint transfer_decided check ((outcome is null) = (decided_at is null)),
  constraint refusal_says_why check (outcome is distinct from 'refused' or length(trim(reason)) > 0)
);
create index transfer_person on record.transfer (person_id);
create index transfer_waiting on record.transfer (to_team_id) where decided_at is null;
create unique index one_transfer_at_a_time on record.transfer (person_id) where decided_at is null;
select platform.keep_history('transfer');
select access.guard('transfer', 'person_id', array['B2'], array['id', 'person_id', 'from_team_id', 'to_team_id',
  'to_authority', 'moves_on', 'requested_at', 'decided_at', 'outcome', 'recorded_from']);

-- ---------------------------------------------------------------- decisions that a manager takes
-- Something handed in for a manager's decision. The thing itself stays in its own table; each handing in is a row here.
create table record.approval (
  id uuid primary key default uuidv7(),
  kind text not null,                            -- assessment, cin_plan, cin_closure, transfer_out, letter ...: see the registry
  subject_id uuid not null,                      -- the row it is about
  person_ids uuid[] not null,
  team_id uuid not null references record.team (id), -- whose managers decide
  to_worker_id uuid references record.worker (id),   -- one of them, when asked for
  remark text,                                   -- to the manager
  submitted_by uuid not null default platform.actor(),
  submitted_at timestamptz not null default clock_timestamp(),
  decided_by uuid,
  decided_at timestamptz,
  outcome text check (outcome in ('authorised', 'returned', 'withdrawn')),
  reason text,
  version integer not null default 1,
  submission uuid,
  constraint approval_decided check ((outcome is null) = (decided_at is null)),
  constraint return_says_why check (outcome is distinct from 'returned' or length(trim(reason)) > 0)
);
create index approval_team on record.approval (team_id, submitted_at) where outcome is null;
create index approval_author on record.approval (submitted_by, submitted_at);
create index approval_subject on record.approval (subject_id, submitted_at);
create unique index one_approval_waiting on record.approval (kind, subject_id) where outcome is null;
select platform.keep_history('approval', null);
select access.guard_many('approval', array['B2']);

-- ---------------------------------------------------------------- documents and letters
-- The file itself stands encrypted outside the database, under stored_key. It is released when a scanner has passed it.
create table record.document (
  id uuid primary key default uuidv7(),
  person_ids uuid[] not null,
  kind text not null check (kind in ('letter', 'report', 'assessment', 'plan', 'form', 'picture', 'court', 'medical', 'school', 'other')),
  title text not null,
  direction text not null check (direction in ('in', 'out')),
  media_type text not null,                      -- by content, not by name
  file_name text not null,                       -- as it came
  size_bytes bigint not null check (size_bytes > 0),
  sha256 bytea not null,                         -- of what is stored, before encryption
  original_sha256 bytea not null,                -- of what came: an image is stored without its location
  stored_key text not null,
  scan text not null default 'not_scanned' check (scan in ('not_scanned', 'clean', 'infected')),
  scanned_at timestamptz,
  scan_remark text,
  received_from text,
  dated_on date,
  made_by uuid default platform.actor(),
  made_at timestamptz not null default clock_timestamp(),
  replaces_id uuid references record.document (id),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  submission uuid
);
create index document_unscanned on record.document (made_at) where scan = 'not_scanned';
select platform.keep_history('document', null);
select access.guard_many('document', array['B2']);

-- By which each person's documents are found.
create table record.document_person (
  id uuid primary key default uuidv7(),
  document_id uuid not null references record.document (id),
  person_id uuid not null references record.person (id),
  unique (document_id, person_id)
);
create index document_person_person on record.document_person (person_id);
select platform.keep_history('document_person');
select access.guard('document_person', 'person_id', array['B2']);

-- What each part of a document is, whose it is, and who may be shown it (AC4): nobody until somebody decides.
create table record.document_part (
  id uuid primary key default uuidv7(),
  document_id uuid not null references record.document (id),
  place integer not null,
  label text not null,
  pages text,                                    -- as printed: 1-3
  source_kind text not null check (source_kind in ('social_care', 'police', 'strategy_discussion', 'health', 'school', 'probation',
    'family', 'third_party', 'other')),
  source_name text,
  is_third_party boolean not null default false,
  may_be_shown_to text[] not null default '{}'
    check (may_be_shown_to <@ array['mother', 'father', 'child', 'carer', 'school', 'health']),
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  unique (document_id, place)
);
select platform.keep_history('document_part', null);

do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.document_part to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.document_part
      for select to %%1$s using (exists (select from record.document d where d.id = document_part.document_id))', s));
  end loop;
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert, update on record.document_part to %I');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.document_part for insert to %%1$s
    with check (exists (select from record.document d where d.id = document_part.document_id and %s))', access.writes_all('d', 'B2')));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes on record.document_part for update to %%1$s
    using (exists (select from record.document d where d.id = document_part.document_id and %1$s))
    with check (exists (select from record.document d where d.id = document_part.document_id and %1$s))', access.writes_all('d', 'B2')));
end $$;
-- The scanner's finding is written by the courier, which learns nothing of whom the file is about.
select platform.for_roles(array['courier'], 'grant select (id, stored_key, media_type, scan, made_at, size_bytes, sha256, recorded_from, recorded_by)
  on record.document to %I');
select platform.for_roles(array['courier'], 'grant update (scan, scanned_at, scan_remark) on record.document to %I');
select platform.policy_for(array['courier'], 'create policy scans on record.document for select to %1$s
  using ((select platform.actor_as(current_user)) is not null)');
select platform.policy_for(array['courier'], 'create policy marks on record.document for update to %1$s
  using ((select platform.actor_as(current_user)) is not null)');

-- A letter from a template. The recipient and the address are rows of the record, never typed.
create table record.letter (
  id uuid primary key default uuidv7(),
  person_ids uuid[] not null,                    -- whom it is about
  template text not null,
  recipient_person_id uuid references record.person (id),
  recipient_organisation_id uuid references record.organisation (id),
  recipient_involvement_id uuid references record.involvement (id),
  address_id uuid references record.person_address (id),
  recipient_relation text not null,              -- who this is to the child, as shown before sending
  body jsonb not null,
  status text not null default 'draft' check (status in ('draft', 'held', 'ready', 'sent', 'stopped')),
  held_because jsonb,
  released_by uuid[] not null default '{}',      -- two people, neither twice
  released_hash bytea,                           -- of the rendering they released
  document_id uuid references record.document (id),
  sent_on date,
  sent_by uuid,
  sent_how text check (sent_how in ('post', 'by_hand', 'collected')),
  stopped_reason text,
  made_by uuid default platform.actor(),
  version integer not null default 1,
  constraint one_recipient check (num_nonnulls(recipient_person_id, recipient_organisation_id, recipient_involvement_id) = 1),
  constraint letter_sent check ((status = 'sent') = (sent_on is not null))
);
create index letter_open on record.letter (status) where status in ('held', 'ready');
select platform.keep_history('letter', null);
select access.guard_many('letter', array['B2']);

-- By which each person's letters are found.
create table record.letter_person (
  id uuid primary key default uuidv7(),
  letter_id uuid not null references record.letter (id),
  person_id uuid not null references record.person (id),
  unique (letter_id, person_id)
);
create index letter_person_person on record.letter_person (person_id);
select platform.keep_history('letter_person');
select access.guard('letter_person', 'person_id', array['B2']);
