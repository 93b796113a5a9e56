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
