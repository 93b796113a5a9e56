-- The child and family assessment with its factors, and the child in need plan.

create table record.assessment (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  referral_id uuid not null references record.referral (id),
  started_on date not null,                      -- N00159
  internal_review_on date,                       -- N00161
  authorised_on date,                            -- N00160: shared and authorised
  analysis text,
  constraint authorised_after_start check (authorised_on >= started_on)
);
create index assessment_person on record.assessment (person_id);
create index assessment_referral on record.assessment (referral_id);
select platform.keep_history('assessment');
select access.guard('assessment', 'person_id', array['B2'], array['id', 'person_id', 'referral_id', 'started_on',
  'internal_review_on', 'authorised_on', 'recorded_from']);

create table record.assessment_factor (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  assessment_id uuid not null references record.assessment (id),
  code text not null,                            -- N00181
  unique (assessment_id, code)
);
create index assessment_factor_person on record.assessment_factor (person_id);
select platform.keep_history('assessment_factor');
select access.guard('assessment_factor', 'person_id', array['B2'],
  array['id', 'person_id', 'assessment_id', 'code', 'recorded_from']);

create table record.cin_plan (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  referral_id uuid not null references record.referral (id),
  started_on date not null,                      -- N00689
  ended_on date,                                 -- N00690
  aim text,
  constraint cin_plan_ends_after_start check (ended_on >= started_on)
);
create index cin_plan_person on record.cin_plan (person_id);
select platform.keep_history('cin_plan');
select access.guard('cin_plan', 'person_id', array['B2', 'B2S'],
  array['id', 'person_id', 'referral_id', 'started_on', 'ended_on', 'recorded_from']);
