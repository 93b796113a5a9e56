-- Section 47 enquiries, conferences, child protection plans with their reviews, and pre-proceedings.

create table record.s47_enquiry (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  referral_id uuid not null references record.referral (id),
  started_on date not null,                      -- N00148
  strategy_discussion_on date,                   -- the one that began it; without one recorded, the start
  conference_target_on date,                     -- N00109, as another system counted it
  is_conference_not_required boolean,            -- N00111
  outcome text check (outcome in ('not_substantiated', 'substantiated_no_continuing_risk', 'continuing_risk')),
  outcome_on date
);
create index s47_enquiry_person on record.s47_enquiry (person_id);
select platform.keep_history('s47_enquiry');
select access.guard('s47_enquiry', 'person_id', array['B2'], array['id', 'person_id', 'referral_id', 'started_on',
  'strategy_discussion_on', 'conference_target_on', 'is_conference_not_required', 'outcome', 'outcome_on', 'recorded_from']);

create table record.conference (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  referral_id uuid references record.referral (id),
  s47_enquiry_id uuid references record.s47_enquiry (id),
  kind text not null check (kind in ('initial', 'review', 'transfer_in')),
  held_on date not null,                         -- N00110 where initial
  decision text check (decision in ('plan', 'no_plan', 'plan_continues', 'plan_ends')),
  summary text
);
create index conference_person on record.conference (person_id);
select platform.keep_history('conference');
select access.guard('conference', 'person_id', array['B2'], array['id', 'person_id', 'referral_id', 's47_enquiry_id', 'kind',
  'held_on', 'decision', 'recorded_from']);

create table record.cp_plan (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  referral_id uuid references record.referral (id),
  started_on date not null,                      -- N00105
  ended_on date,                                 -- N00115
  initial_category text,                         -- N00113
  latest_category text,                          -- N00114
  previous_plans integer check (previous_plans >= 0), -- N00106
  aim text,
  constraint cp_plan_ends_after_start check (ended_on >= started_on)
);
create index cp_plan_person on record.cp_plan (person_id);
create index cp_plan_open on record.cp_plan (person_id) where ended_on is null;
select platform.keep_history('cp_plan');
select access.guard('cp_plan', 'person_id', array['B2', 'B2S'], array['id', 'person_id', 'referral_id', 'started_on',
  'ended_on', 'initial_category', 'latest_category', 'previous_plans', 'recorded_from']);

create table record.cp_review (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  cp_plan_id uuid not null references record.cp_plan (id),
  held_on date not null,                         -- N00116
  decision text check (decision in ('plan_continues', 'plan_ends')),
  unique (cp_plan_id, held_on)
);
create index cp_review_person on record.cp_review (person_id);
select platform.keep_history('cp_review');
select access.guard('cp_review', 'person_id', array['B2', 'B2S'],
  array['id', 'person_id', 'cp_plan_id', 'held_on', 'decision', 'recorded_from']);

create table record.core_group (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  cp_plan_id uuid not null references record.cp_plan (id),
  held_on date not null,
  unique (cp_plan_id, held_on)
);
create index core_group_person on record.core_group (person_id);
select platform.keep_history('core_group');
select access.guard('core_group', 'person_id', array['B2', 'B2S'],
  array['id', 'person_id', 'cp_plan_id', 'held_on', 'recorded_from']);

-- The ten items of the 2026-27 census (N00826 to N00835).
create table record.pre_proceedings (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  referral_id uuid references record.referral (id),
  started_on date not null,
  letter_sent_on date,
  meeting_offered boolean,
  meeting_held boolean,
  initial_meeting_on date,
  review_meetings integer,
  step_decision_on date,
  outcome text,
  court_application_on date,
  letter_on_initial_care_plan_on date
);
create index pre_proceedings_person on record.pre_proceedings (person_id);
select platform.keep_history('pre_proceedings');
select access.guard('pre_proceedings', 'person_id', array['B2'], array['id', 'person_id', 'referral_id', 'started_on',
  'letter_sent_on', 'meeting_offered', 'meeting_held', 'initial_meeting_on', 'review_meetings', 'step_decision_on', 'outcome',
  'court_application_on', 'letter_on_initial_care_plan_on', 'recorded_from']);

-- A meeting about children: a strategy discussion, a conference, a core group. Siblings are one meeting and one decision each.
create table record.meeting (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('strategy', 'initial', 'review', 'transfer_in', 'pre_birth', 'core_group')),
  person_ids uuid[] not null check (cardinality(person_ids) between 1 and 20),
  reason text not null check (length(trim(reason)) > 0), -- why it is called
  acted_first text,                              -- what was done before there could be a discussion
  acted_at timestamptz,
  planned_at timestamptz not null,
  minutes integer not null default 90 check (minutes between 5 and 600),
  how text not null default 'in_person' check (how in ('in_person', 'online', 'mixed', 'telephone')),
  place text,
  chair_id uuid references record.worker (id),
  administrator_id uuid references record.worker (id), -- prepares, sends and logs; decides nothing
  previous_id uuid references record.meeting (id), -- what it continues: adjourned, without a quorum
  agenda jsonb not null default '[]' check (jsonb_typeof(agenda) = 'array'), -- what is spoken of, in order: minutes, who leads
  status text not null default 'planned' check (status in ('planned', 'in_session', 'held', 'adjourned', 'cancelled')),
  started_at timestamptz,
  ended_at timestamptz,
  stopped_because text,                          -- cancelled or adjourned
  quorum_exception text,                         -- why it was held without a quorum
  quorum_exception_by uuid references record.worker (id),
  invited_ids uuid[] not null default '{}',      -- workers invited now: kept by a trigger, for whoever may read it
  papers_until date not null,                    -- last day on which those invited read its papers
  version integer not null default 1,
  created_by uuid default platform.actor(),
  created_at timestamptz not null default now(),
  constraint acted_says_when check ((acted_first is null) = (acted_at is null)),
  constraint stopped_says_why check ((stopped_because is null) = (status not in ('adjourned', 'cancelled'))),
  constraint held_has_times check (status not in ('held', 'adjourned') or (started_at is not null and ended_at >= started_at)),
  constraint exception_by_somebody check ((quorum_exception is null) = (quorum_exception_by is null)),
  constraint papers_outlast_it check (papers_until >= (planned_at at time zone 'Europe/London')::date)
);
create index meeting_people on record.meeting using gin (person_ids);
create index meeting_chair on record.meeting (chair_id, planned_at);
create index meeting_administrator on record.meeting (administrator_id, planned_at);
create index meeting_invited on record.meeting using gin (invited_ids);
select platform.keep_history('meeting', null);

-- Who is asked to a meeting: a worker who signs in, a professional known from an involvement, or somebody of the family.
create table record.meeting_invitee (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references record.meeting (id),
  side text not null check (side in ('professional', 'family')),
  agency text check (agency in ('social_care', 'police', 'health', 'education', 'probation', 'adult_mental_health',
    'substance_misuse', 'domestic_abuse', 'housing', 'legal', 'voluntary', 'other')),
  worker_id uuid references record.worker (id),
  organisation_id uuid references record.organisation (id),
  involvement_id uuid references record.involvement (id),
  person_id uuid references record.person (id),
  standing text check (standing in ('mother', 'father', 'other_parent', 'child', 'carer', 'relative', 'supporter')),
  needs text,                                    -- what they need to take part
  language text,                                 -- ISO 639, when an interpreter is needed
  advocate text check (advocate in ('asked_for', 'found', 'declined')),
  invited_at timestamptz not null default clock_timestamp(),
  response text not null default 'none' check (response in ('none', 'coming', 'apologies', 'sends_somebody')),
  responded_at timestamptz,
  report_expected boolean not null default false,
  chased_at timestamptz[] not null default '{}',
  excluded_because text,                         -- a chair keeps somebody out of all or a part of it
  excluded_by uuid references record.worker (id),
  attended text check (attended in ('in_person', 'online', 'telephone', 'did_not_come')),
  withdrawn_at timestamptz,
  withdrawn_because text,
  version integer not null default 1,
  constraint professional_or_family check (case side
    when 'professional' then agency is not null and person_id is null and standing is null
      and num_nonnulls(worker_id, involvement_id, organisation_id) >= 1
    else person_id is not null and standing is not null and num_nonnulls(agency, worker_id, organisation_id, involvement_id) = 0 end),
  constraint withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_because is null)),
  constraint excluded_by_somebody check ((excluded_because is null) = (excluded_by is null)),
  constraint answered_says_when check ((response = 'none') = (responded_at is null))
);
create index meeting_invitee_meeting on record.meeting_invitee (meeting_id);
create index meeting_invitee_person on record.meeting_invitee (person_id) where person_id is not null;
create index meeting_invitee_worker on record.meeting_invitee (worker_id) where worker_id is not null;
create unique index invited_once on record.meeting_invitee (meeting_id, coalesce(worker_id, involvement_id, person_id, organisation_id))
  where withdrawn_at is null;
select platform.keep_history('meeting_invitee', null);
