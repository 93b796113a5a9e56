-- Child in need plans: to whom they were given and what those people said of them, how they close, and what a lead
-- practitioner may write who has the plan (B1) and not the record.

-- The plan in plain words, given to one person of the family; and what they say of it, when they have said it.
create table record.plan_share (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id), -- whose plan it is
  plan_kind text not null check (plan_kind in ('cin_plan', 'protection_plan')),
  plan_id uuid not null,
  recipient_id uuid not null references record.person (id),
  shared_on date not null,
  how text not null check (how in ('read_together', 'by_hand', 'post', 'email')),
  lang text not null default 'en',               -- ISO 639, of the print
  understood text check (understood in ('yes', 'partly', 'no')),
  agrees text check (agrees in ('yes', 'partly', 'no')),
  words text,                                    -- theirs
  heard_on date,
  version integer not null default 1,
  constraint heard_when_answered check ((heard_on is null) = (understood is null and agrees is null)),
  unique (plan_id, recipient_id, shared_on)
);
create index plan_share_person on record.plan_share (person_id);
create index plan_share_plan on record.plan_share (plan_id);
select platform.keep_history('plan_share');
select access.guard('plan_share', 'person_id', array['B1', 'B2', 'B2S'], array['id', 'person_id', 'plan_kind', 'plan_id',
  'shared_on', 'understood', 'agrees', 'heard_on', 'recorded_from']);
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director', 'data_quality'], format('create policy recipient_not_sealed
      on %I.plan_share as restrictive to %%1$s
      using (not (recipient_id = any ((select access.sealed_from_me())::uuid[])))', s));
  end loop;
end $$;

-- What is asked of the manager when a plan is to end: one row a child, those that go together under one closing_id, so
-- that the decision says what happens to each.
create table record.cin_closure (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  closing_id uuid not null,
  plan_id uuid not null references record.cin_plan (id),
  ends_on date not null,
  end_reason text not null check (end_reason in ('outcomes_met', 'step_up_protection', 'step_down_early_help', 'child_in_care',
    'moved_away', 'family_declined', 'died', 'aged_18', 'other')),
  closes_case boolean not null,
  closure_reason text,                           -- N00103, of the referral that closes with it
  achieved text not null,
  what_next text not null,
  turns_to text not null,                        -- whom the family turns to from now on
  decided_outcome text check (decided_outcome in ('authorised', 'returned', 'withdrawn')),
  submission uuid,
  version integer not null default 1,
  constraint closed_case_says_why check (closes_case = (closure_reason is not null)),
  unique (closing_id, person_id)
);
create index cin_closure_person on record.cin_closure (person_id);
create unique index one_closure_waiting on record.cin_closure (plan_id) where decided_outcome is null;
select platform.keep_history('cin_closure');
select access.guard('cin_closure', 'person_id', array['B1', 'B2', 'B2S'], array['id', 'person_id', 'closing_id', 'plan_id', 'ends_on',
  'end_reason', 'closes_case', 'closure_reason', 'decided_outcome', 'recorded_from']);

-- ---------------------------------------------------------------- what a lead practitioner writes
-- The plan's own row: its aim, that it was shared. It ends by a manager of the case alone.
do $$ begin
  execute 'drop policy changes on record.cin_plan';
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes on record.cin_plan for update to %%1$s
    using (%1$s) with check (%1$s)', access.has_entry('cin_plan.person_id', array['B1'], true)));
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy ended_by_a_manager on record.cin_plan as restrictive
    for update to %1$s using (true) with check (ended_on is null or access.directs(person_id))');
end $$;

-- A task set for a child whose plan one has; read and done by whom it is for and by who set it.
do $$ declare s text; me text := '(select access.working_actor(current_user))';
  theirs text := format('(worker_id = %1$s or set_by = %1$s)', me);
begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads_own on %I.task for select to %%1$s
      using (%s and %s)', s, theirs, access.has_entry('task.person_id', array['B1'], false)));
  end loop;
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds_of_plans on record.task for insert to %%1$s
    with check (set_by = %s and %s)', me, access.has_entry('task.person_id', array['B1'], true)));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes_own on record.task for update to %%1$s
    using (%1$s and %2$s) with check (%1$s and %2$s)', theirs, access.has_entry('task.person_id', array['B1'], true)));
end $$;

-- The clocks of the plan, which their visits and reviews stop.
do $$ declare plans text := 'clock.definition_id in (''CIN_PLAN'', ''CIN_VISIT'', ''CIN_REVIEW'') and '
    || access.has_entry('clock.person_id', array['B1'], true); begin
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds_of_plans on record.clock for insert to %%1$s
    with check (%s)', plans));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes_of_plans on record.clock for update to %%1$s
    using (%1$s) with check (%1$s)', plans));
end $$;

-- When the child was seen, by anybody: what those who have the plan need to count from. Ids and moments only, no word.
create function access.visits_seen(people uuid[]) returns table (id uuid, person_id uuid, happened_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select seen.id, seen.person_id, seen.happened_at from record.note_person seen
  where seen.person_id = any (people) and seen.kind = 'visit' and seen.outcome = 'held'
    and (seen.was_seen or exists (select from record.person p where p.id = seen.person_id -- before a birth the parents are seen
      and (p.is_unborn or (seen.happened_at at time zone 'Europe/London')::date < p.date_of_birth)))
    and exists (select from access.entry e where e.actor_id = access.working_actor(current_setting('role', true))
      and e.subject_id = seen.person_id and e.data_class = 'B1' and now() >= e.starts_at and now() < e.ends_at)
    and not exists (select from record.note_person later
      where later.person_id = seen.person_id and later.corrects_note_id = seen.note_id) $$;
do $$ begin
  perform platform.for_roles(array['gatekeeper'],
    'grant select (id, note_id, person_id, happened_at, kind, outcome, corrects_note_id, was_seen) on record.note_person to %I');
  perform platform.policy_for(array['gatekeeper'], 'create policy tells_when_seen on record.note_person for select to %1$s using (true)');
end $$;
select platform.hand_over('access.visits_seen(uuid[])', 'gatekeeper', array['practitioner', 'duty']);
