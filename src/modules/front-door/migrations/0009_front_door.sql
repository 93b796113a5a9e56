-- Referrals, each with the items of the CIN census, to the closure that ends the episode.

create table record.referral (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  received_on date not null,                     -- N00100
  received_at timestamptz,
  source text,                                   -- N00152
  primary_need text,                             -- N00101
  is_no_further_action boolean,                  -- N00112
  decided_on date,
  decision_reason text,
  feedback_sent_on date,
  conference_on date,                            -- N00110 of the episode: a transfer-in without section 47
  closed_on date,                                -- N00102
  closure_reason text,                           -- N00103
  constraint closed_after_received check (closed_on >= received_on)
);
create index referral_person on record.referral (person_id, received_on);
create index referral_open on record.referral (person_id) where closed_on is null;
select platform.keep_history('referral');
select access.guard('referral', 'person_id', array['B2', 'B2S'], array['id', 'person_id', 'received_on', 'received_at',
  'source', 'primary_need', 'is_no_further_action', 'decided_on', 'feedback_sent_on', 'conference_on', 'closed_on',
  'closure_reason', 'recorded_from']);

-- ---------------------------------------------------------------- contacts: whatever arrives at the front door
-- Before a decision nobody knows whom it is about for certain, so it belongs to the team that received it, and to the
-- people it was matched with.
create table record.contact (
  id uuid primary key default uuidv7(),
  reference text not null unique,                -- random: on the receipt
  team_id uuid not null references record.team (id),
  channel text not null check (channel in ('public_form', 'partner_form', 'telephone', 'email', 'letter', 'in_person', 'out_of_hours')),
  received_at timestamptz not null,
  source text,                                   -- N00152
  referrer_name text,
  referrer_role text,
  referrer_organisation_id uuid references record.organisation (id),
  referrer_organisation text,
  referrer_telephone text,
  referrer_email text,
  is_anonymous boolean not null default false,
  family_knows boolean,
  family_knows_not_because text,
  worries text not null,
  strengths text,
  wanted text,
  communication text,                            -- language, interpreter, how to reach the family safely
  is_danger boolean not null default false,      -- somebody may be hurt now
  danger text,
  action_taken text,                             -- at once, before any decision
  rag text check (rag in ('red', 'amber', 'green')),
  rag_reason text,
  rag_at timestamptz,
  rag_by uuid,
  primary_need text,                             -- N00101
  address_lines text,
  address_postcode text,
  person_ids uuid[] not null default '{}',       -- matched or made
  created_by uuid default platform.actor(),
  decided_at timestamptz,
  version integer not null default 1,
  submission uuid unique,
  constraint contact_not_endless check (length(worries) <= 100000)
);
create index contact_waiting on record.contact (team_id, received_at) where decided_at is null;
create index contact_team on record.contact (team_id, received_at);
create index contact_author on record.contact (created_by, received_at);
create index contact_referrer on record.contact (referrer_organisation_id, received_at) where referrer_organisation_id is not null;
select platform.keep_history('contact', null);
create index on history.contact (referrer_organisation_id) where referrer_organisation_id is not null;

-- Everyone it names, as it names them; person_id once they are matched with a person of the record, or made one.
create table record.contact_person (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references record.contact (id),
  role text not null check (role in ('child', 'unborn_child', 'adult')),
  given text,
  family text,
  date_of_birth date,
  date_of_birth_precision text not null default 'day' check (date_of_birth_precision in ('day', 'month', 'year')),
  expected_delivery_on date,
  sex text check (sex in ('M', 'F', 'U')),
  relation text,                                 -- to the eldest child, in the referrer's words
  school text,
  identifier_kind text check (identifier_kind in ('nhs_number', 'upn')),
  identifier text,
  person_id uuid references record.person (id),
  matched_by uuid,
  matched_at timestamptz,
  removed_at timestamptz,                        -- named in error
  removed_reason text,
  constraint matched_whole check ((person_id is null) = (matched_at is null))
);
create index contact_person_contact on record.contact_person (contact_id);
create index contact_person_person on record.contact_person (person_id) where person_id is not null;
select platform.keep_history('contact_person', null);

-- What each agency says, in its own name: never changed.
create table record.contact_contribution (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references record.contact (id),
  organisation_id uuid references record.organisation (id),
  author_id uuid not null default platform.actor(),
  body text not null,
  rag text check (rag in ('red', 'amber', 'green')),
  contributed_at timestamptz not null default clock_timestamp(),
  submission uuid
);
create index contact_contribution_contact on record.contact_contribution (contact_id);
select platform.keep_history('contact_contribution', null);

-- The threshold decision, for each child of the contact; without a child, one for the whole.
create table record.contact_decision (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references record.contact (id),
  contact_person_id uuid references record.contact_person (id),
  outcome text not null check (outcome in ('strategy_discussion', 'assessment', 'passed_to_open_work', 'early_help',
    'advice', 'no_further_action')),
  reasons text not null check (length(trim(reasons)) > 0),
  signposted_to text,
  is_re_referral boolean not null default false, -- within twelve months of the one before (CIN census)
  referral_id uuid references record.referral (id),
  decided_by uuid not null default platform.actor(),
  decided_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (contact_id, contact_person_id)
);
create index contact_decision_referral on record.contact_decision (referral_id);
select platform.keep_history('contact_decision', null);

create table record.contact_feedback (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references record.contact (id),
  body text not null,
  channel text not null check (channel in ('in_kith', 'telephone', 'email', 'letter', 'not_possible')),
  sent_on date not null,
  sent_by uuid not null default platform.actor(),
  submission uuid,
  outcome text check (outcome in ('strategy_discussion', 'assessment', 'passed_to_open_work', 'early_help', 'advice',
    'no_further_action')),                       -- what a professional is told was decided; never told to the public
  threshold_reason text check (length(threshold_reason) between 1 and 1000), -- why, in words that name nobody
  constraint reason_of_outcome check (threshold_reason is null or outcome is not null)
);
create index contact_feedback_contact on record.contact_feedback (contact_id);
select platform.keep_history('contact_feedback', null);

-- The predicate "the acting person works at the front door that holds this contact, today, in one of these posts".
create function access.at_front_door(team text, posts text[]) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select format('exists (select from record.post p where p.worker_id = (select access.working_actor(current_user))
    and p.team_id = %s and p.role = any (%L) and (now() at time zone ''Europe/London'')::date >= p.started_on
    and (p.ended_on is null or (now() at time zone ''Europe/London'')::date <= p.ended_on))', team, posts) $$;
