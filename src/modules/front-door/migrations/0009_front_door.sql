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
