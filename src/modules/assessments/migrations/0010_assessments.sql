-- The child and family assessment with its factors, and the child in need plan.

-- One assessment of a family, written once for several children; what it finds of each stands in record.assessment.
create table record.joint_assessment (
  id uuid primary key default uuidv7(),
  family_id uuid references record.family (id),
  person_ids uuid[] not null,                    -- the children
  purpose text,                                  -- what it must answer
  history text,                                  -- what matters of the past
  family_and_environment text,
  parenting text,
  strengths text,
  worries text,
  what_needs_to_happen text,
  analysis text,
  safety_now integer check (safety_now between 0 and 10),
  status text not null default 'open' check (status in ('open', 'submitted', 'authorised', 'abandoned')),
  abandoned_reason text,
  late_reason text,                              -- authorised after the 45th working day
  version integer not null default 1
);
select platform.keep_history('joint_assessment', null);
select access.guard_many('joint_assessment', array['B2']);

create table record.assessment (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  referral_id uuid not null references record.referral (id),
  started_on date not null,                      -- N00159
  internal_review_on date,                       -- N00161
  authorised_on date,                            -- N00160: shared and authorised
  analysis text,
  joint_id uuid references record.joint_assessment (id),
  health_and_development text,
  strengths text,
  worries text,
  what_needs_to_happen text,
  child_view text,                               -- in the child's own words where possible
  no_child_view_reason text,
  outcome text check (outcome in ('strategy_discussion', 'child_in_need', 'child_in_care', 'early_help', 'no_further_action',
    'continue_existing_plan')),
  outcome_reason text,
  left_out_on date,                              -- a child added in error and taken out again
  left_out_reason text,
  version integer not null default 1,
  constraint authorised_after_start check (authorised_on >= started_on)
);
create index assessment_person on record.assessment (person_id);
create index assessment_referral on record.assessment (referral_id);
create index assessment_joint on record.assessment (joint_id) where joint_id is not null;
select platform.keep_history('assessment');
select access.guard('assessment', 'person_id', array['B2'], array['id', 'person_id', 'referral_id', 'started_on',
  'internal_review_on', 'authorised_on', 'joint_id', 'outcome', 'left_out_on', 'recorded_from']);

-- What a parent or carer says; or why they have not been asked. About the adult, kept with the children's assessment.
create table record.assessment_view (
  id uuid primary key default uuidv7(),
  joint_id uuid not null references record.joint_assessment (id),
  adult_id uuid not null references record.person (id),
  words text,
  no_view_reason text,
  heard_on date,
  version integer not null default 1,
  constraint heard_or_why check (coalesce(words, no_view_reason) is not null),
  unique (joint_id, adult_id)
);
select platform.keep_history('assessment_view', null);

-- The manager looks at an assessment under way and says whether it goes on.
create table record.assessment_checkpoint (
  id uuid primary key default uuidv7(),
  joint_id uuid not null references record.joint_assessment (id),
  at_day integer not null,                       -- working day of the local checkpoint: 10, 25, 35
  held_on date not null,
  decision text not null check (decision in ('continue', 'finish', 'extend')),
  remark text not null,
  held_by uuid not null default platform.actor(),
  unique (joint_id, at_day)
);
select platform.keep_history('assessment_checkpoint', null);

do $$ declare s text; t text; begin
  foreach t in array array['assessment_view', 'assessment_checkpoint'] loop
    foreach s in array array['record', 'history'] loop
      perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
      perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.%I
        for select to %%1$s using (exists (select from record.joint_assessment j where j.id = %2$I.joint_id))', s, t));
    end loop;
    perform platform.for_roles(array['practitioner', 'duty'], format('grant insert, update on record.%I to %%I', t));
    perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.%1$I for insert to %%1$s
      with check (exists (select from record.joint_assessment j where j.id = %1$I.joint_id and %2$s))', t, access.writes_all('j', 'B2')));
    perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes on record.%1$I for update to %%1$s
      using (exists (select from record.joint_assessment j where j.id = %1$I.joint_id and %2$s))
      with check (exists (select from record.joint_assessment j where j.id = %1$I.joint_id and %2$s))', t, access.writes_all('j', 'B2')));
    perform platform.for_roles(array['clockkeeper'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['clockkeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', t));
  end loop;
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy adult_not_sealed
      on %I.assessment_view as restrictive to %%1$s
      using (not (adult_id = any ((select access.sealed_from_me())::uuid[])))', s));
  end loop;
end $$;

create table record.assessment_factor (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  assessment_id uuid not null references record.assessment (id),
  code text not null,                            -- N00181
  removed_on date,                               -- ticked, and then not: it counts no longer
  unique (assessment_id, code)
);
create index assessment_factor_person on record.assessment_factor (person_id);
select platform.keep_history('assessment_factor');
select access.guard('assessment_factor', 'person_id', array['B2'],
  array['id', 'person_id', 'assessment_id', 'code', 'removed_on', 'recorded_from']);

create table record.cin_plan (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  referral_id uuid not null references record.referral (id),
  started_on date not null,                      -- N00689
  ended_on date,                                 -- N00690
  aim text,
  shared_on date,                                -- with the family, in plain words
  end_reason text check (end_reason in ('outcomes_met', 'step_up_protection', 'step_down_early_help', 'child_in_care', 'moved_away',
    'family_declined', 'died', 'aged_18', 'other')),
  achieved text,                                 -- what was achieved, when it ends
  what_next text,                                -- who the family turns to now
  version integer not null default 1,
  constraint cin_plan_ends_after_start check (ended_on >= started_on)
);
create index cin_plan_person on record.cin_plan (person_id);
select platform.keep_history('cin_plan');
select access.guard('cin_plan', 'person_id', array['B2', 'B2S'],
  array['id', 'person_id', 'referral_id', 'started_on', 'ended_on', 'shared_on', 'end_reason', 'recorded_from']);
