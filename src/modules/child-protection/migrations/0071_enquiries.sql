-- The section 47 enquiry as it is made: what began it, its plan, medicals, the body map and how it ends.

alter table record.s47_enquiry
  add column begun_together uuid,                -- the same for children whose enquiries one act began
  add column is_immediate boolean not null default false, -- somebody acted first: the discussion follows
  add column began_at timestamptz,               -- the decision itself: hours count from it. Unknown of an imported enquiry
  add column is_joint_with_police boolean,
  add column lead_worker_id uuid references record.worker (id),
  add column see_child_by timestamptz,           -- the time that the discussion set
  add column not_seen_reason text,
  add column proposed_outcome text check (proposed_outcome in ('not_substantiated', 'substantiated_no_continuing_risk', 'continuing_risk')),
  add column outcome_reasons text,
  add column is_conference_asked boolean,
  add column no_conference_reason text,
  add column interim_safety text,                -- how the child is safe until the conference
  add column stopped_on date,
  add column stopped_how text check (stopped_how in ('begun_in_error', 'superseded', 'other_authority')),
  add column stopped_reason text,
  add column superseded_by uuid references record.s47_enquiry (id), -- the one that counts
  add column version integer not null default 1;
alter table record.s47_enquiry
  add constraint stopped_says_why check ((stopped_on is null) = (stopped_how is null) and (stopped_on is null or length(trim(stopped_reason)) > 0)),
  add constraint superseded_by_another check (superseded_by <> id and (superseded_by is null or stopped_how = 'superseded'));
alter table history.s47_enquiry
  add column begun_together uuid, add column is_immediate boolean, add column began_at timestamptz, add column is_joint_with_police boolean,
  add column lead_worker_id uuid, add column see_child_by timestamptz, add column not_seen_reason text, add column proposed_outcome text,
  add column outcome_reasons text, add column is_conference_asked boolean, add column no_conference_reason text,
  add column interim_safety text, add column stopped_on date, add column stopped_how text, add column stopped_reason text,
  add column superseded_by uuid, add column version integer;
create index s47_enquiry_together on record.s47_enquiry (begun_together) where begun_together is not null;
select platform.write_history('s47_enquiry', 'person_id');

-- It begins open; a manager of the case authorises its outcome or stops it, and then it stands.
select platform.policy_for(array['practitioner', 'duty'], 'create policy begins_open on record.s47_enquiry as restrictive
  for insert to %1$s with check (outcome is null and outcome_on is null and stopped_on is null)');
select platform.policy_for(array['practitioner', 'duty'], 'create policy ended_by_a_manager on record.s47_enquiry as restrictive for update
  to %1$s using (outcome_on is null and stopped_on is null)
  with check ((outcome is null and outcome_on is null and stopped_on is null) or access.directs(person_id))');

-- A strategy discussion about the child. Several may be held; the one that began the enquiry is what time limits count from.
create table record.enquiry_discussion (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  enquiry_id uuid not null references record.s47_enquiry (id),
  meeting_id uuid,                               -- where it was held as a meeting of the service
  held_at timestamptz not null,
  began_it boolean not null,
  took_part text[] not null check (took_part <@ array['social_care', 'police', 'health', 'education', 'other']),
  quorum_exception text,                         -- why it was held without social care, police or health
  decided text not null check (length(trim(decided)) > 0),
  record_sent_on date,                           -- to those who took part
  constraint quorum_or_why check (took_part @> array['social_care', 'police', 'health'] or length(trim(quorum_exception)) > 0)
);
create index enquiry_discussion_person on record.enquiry_discussion (person_id);
create index enquiry_discussion_enquiry on record.enquiry_discussion (enquiry_id);
create unique index one_discussion_begins on record.enquiry_discussion (enquiry_id) where began_it;
select platform.keep_history('enquiry_discussion');
select access.guard('enquiry_discussion', 'person_id', array['B2']);

-- What somebody did at once to keep the child safe, before there was time to discuss it.
create table record.immediate_action (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  enquiry_id uuid not null references record.s47_enquiry (id),
  done text not null check (length(trim(done)) > 0),
  done_by text not null check (length(trim(done_by)) > 0),
  done_at timestamptz not null,
  power text not null check (power in ('agreement', 'accommodation', 'police_protection', 'emergency_protection_order',
    'exclusion_requirement', 'interim_care_order', 'none')),
  power_remark text
);
create index immediate_action_person on record.immediate_action (person_id);
create index immediate_action_enquiry on record.immediate_action (enquiry_id);
select platform.keep_history('immediate_action');
select access.guard('immediate_action', 'person_id', array['B2']);

-- A line of enquiry: who finds out what, by when, and what came of it.
create table record.enquiry_line (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  enquiry_id uuid not null references record.s47_enquiry (id),
  shared_id uuid,                                -- the same for a line written once for several children
  question text not null check (length(trim(question)) > 0),
  who text not null check (length(trim(who)) > 0),
  due_on date,
  answer text,
  answered_on date,
  answered_by uuid,
  version integer not null default 1,
  constraint answered_whole check ((answer is null) = (answered_on is null))
);
create index enquiry_line_person on record.enquiry_line (person_id);
create index enquiry_line_enquiry on record.enquiry_line (enquiry_id);
create index enquiry_line_shared on record.enquiry_line (shared_id) where shared_id is not null;
select platform.keep_history('enquiry_line');
select access.guard('enquiry_line', 'person_id', array['B2']);

-- A medical examination: asked for, consented to, held, what was found. Its report is a stored document.
create table record.enquiry_medical (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  enquiry_id uuid not null references record.s47_enquiry (id),
  kind text not null check (kind in ('child_protection', 'sexual_harm', 'skeletal_survey', 'eyes', 'other')),
  asked_on date not null,
  consent text check (consent in ('given', 'refused', 'court', 'not_yet')),
  consent_by text,                               -- who gave or refused it, and as what
  child_agrees text check (child_agrees in ('yes', 'no', 'too_young')),
  doctor_involvement_id uuid references record.involvement (id),
  doctor_name text,
  held_at timestamptz,
  findings text,
  outcome text check (outcome in ('consistent', 'not_consistent', 'not_certain', 'nothing_found', 'not_held')),
  document_id uuid references record.document (id),
  version integer not null default 1,
  constraint found_when_held check (outcome is null or outcome = 'not_held' or held_at is not null)
);
create index enquiry_medical_person on record.enquiry_medical (person_id);
create index enquiry_medical_enquiry on record.enquiry_medical (enquiry_id);
select platform.keep_history('enquiry_medical');
select access.guard('enquiry_medical', 'person_id', array['B2']);

-- A mark on a child's body, as somebody saw it. Never changed: a correction is a new row that names the one it corrects.
create table record.body_map_mark (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  enquiry_id uuid references record.s47_enquiry (id),
  view text not null,                            -- the outline: front, back, head_left ...
  region text not null,                          -- of that outline
  x integer,                                     -- where in the outline it was pointed at
  y integer,
  kind text not null check (kind in ('bruise', 'cut', 'graze', 'burn_or_scald', 'bite', 'swelling', 'scar', 'rash', 'fracture_seen', 'other')),
  site text,                                     -- in words, where the region does not say enough
  length_mm integer check (length_mm > 0),
  width_mm integer check (width_mm > 0),
  shape text,
  colour text,
  noticed text[] not null default '{}' check (noticed <@ array['skin_broken', 'swollen', 'scab', 'bleeding', 'clean', 'hot', 'painful',
    'moves_less']),
  is_mobile boolean,                             -- whether a baby moves about on their own
  seen_by text not null check (length(trim(seen_by)) > 0),
  seen_at timestamptz not null,
  child_words text,
  explanation text,
  explained_by text,
  corrects_id uuid unique references record.body_map_mark (id),
  correction_reason text,
  is_withdrawn boolean not null default false,   -- the correction says that there is no such mark
  recorder_id uuid not null default platform.actor(),
  constraint pointed_at check ((x is null) = (y is null)),
  constraint correction_says_why check ((corrects_id is null) = (correction_reason is null) and corrects_id <> id),
  constraint withdrawn_by_correction check (not is_withdrawn or corrects_id is not null),
  constraint explained_by_somebody check (explanation is null or length(trim(explained_by)) > 0)
);
create index body_map_mark_person on record.body_map_mark (person_id);
select platform.keep_history('body_map_mark');
select access.guard('body_map_mark', 'person_id', array['B2']);

-- What was done at once and what was seen stand as they were written; of a discussion only that its record went out is added.
select platform.for_roles(array['practitioner', 'duty'],
  'revoke update on record.immediate_action, record.body_map_mark, record.enquiry_discussion from %I');
select platform.for_roles(array['practitioner', 'duty'], 'grant update (record_sent_on) on record.enquiry_discussion to %I');
