-- The child protection plan as it is worked: by what it starts and ends, its categories, its core group, and a plan that comes from
-- another authority.

alter table record.cp_plan
  add column meeting_id uuid references record.meeting (id), -- the conference that decided it; none: from a return or another system
  add column previous_elsewhere integer check (previous_elsewhere between 0 and 50), -- plans that another authority told of
  add column previous_told_by text,              -- which one
  add column end_event text check (end_event in ('review_conference', 'moved', 'died', 'aged_18', 'adopted', 'left_country')),
  add column end_meeting_id uuid references record.meeting (id),
  add column end_evidence text,                  -- the authority that took it over and the day of its conference, the order
  add column version integer not null default 1,
  add constraint elsewhere_says_who check (coalesce(previous_elsewhere, 0) = 0 or length(trim(previous_told_by)) > 0),
  add constraint cp_plan_ended_by check (end_event is null or ended_on is not null);
alter table history.cp_plan add column meeting_id uuid, add column previous_elsewhere integer, add column previous_told_by text,
  add column end_event text, add column end_meeting_id uuid, add column end_evidence text, add column version integer;
select platform.write_history('cp_plan', 'person_id');

-- Each category that a plan has stood under, with its day and why; the first and the latest are the census's.
create table record.cp_category (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  cp_plan_id uuid not null references record.cp_plan (id),
  category text not null,                        -- census codes, as N00113
  since_on date not null,
  meeting_id uuid references record.meeting (id), -- where it was decided
  decided_by uuid not null default platform.actor(),
  reasons text not null check (length(trim(reasons)) > 0)
);
create index cp_category_person on record.cp_category (person_id);
create index cp_category_plan on record.cp_category (cp_plan_id, since_on);
select platform.keep_history('cp_category');
select access.guard('cp_category', 'person_id', array['B2']);
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.cp_category from %I');

-- Who makes the plan work: a worker, a professional known from an involvement, somebody of the family.
create table record.core_group_member (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id), -- the child
  cp_plan_id uuid not null references record.cp_plan (id),
  worker_id uuid references record.worker (id),
  involvement_id uuid references record.involvement (id),
  member_id uuid references record.person (id),  -- somebody of the family
  part text,                                     -- what they are in it: lead, school, mother
  since_on date not null,
  until_on date,
  version integer not null default 1,
  constraint one_member check (num_nonnulls(worker_id, involvement_id, member_id) = 1),
  constraint member_leaves_after_joining check (until_on >= since_on)
);
create index core_group_member_person on record.core_group_member (person_id);
create index core_group_member_plan on record.core_group_member (cp_plan_id);
create index core_group_member_member on record.core_group_member (member_id) where member_id is not null;
select platform.keep_history('core_group_member');
select access.guard('core_group_member', 'person_id', array['B2']);
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy member_not_sealed
      on %I.core_group_member as restrictive to %%1$s
      using (member_id is null or not (member_id = any ((select access.sealed_from_me())::uuid[])))', s));
  end loop;
end $$;

-- What a core group said and changed. Its day stands in core_group, which is in the summary; the words do not.
create table record.core_group_record (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  core_group_id uuid not null references record.core_group (id),
  came uuid[] not null default '{}',             -- members who came
  what_changed text not null check (length(trim(what_changed)) > 0),
  plan_changed boolean not null,                 -- outcomes or actions were changed in the same act
  child_words text,
  no_child_words_because text,
  next_on date,                                  -- the next one
  written_by uuid not null default platform.actor(),
  submission uuid unique,
  constraint child_heard_or_why check (num_nonnulls(child_words, no_child_words_because) = 1)
);
create index core_group_record_person on record.core_group_record (person_id);
create index core_group_record_group on record.core_group_record (core_group_id);
select platform.keep_history('core_group_record');
select access.guard('core_group_record', 'person_id', array['B2']);
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.core_group_record from %I');

-- A child with another authority's plan who moves here. Responsibility stays with that authority until the transfer-in conference.
create table record.transfer_in (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  from_authority text not null check (length(trim(from_authority)) > 0),
  from_contact text,
  told_on date not null,                         -- in writing
  is_permanent boolean not null,                 -- a stay for a while is noted, and no conference follows
  accepted_on date,
  accepted_by uuid references record.worker (id),
  their_plan_since date,
  their_category text,
  their_plans integer check (their_plans between 0 and 50),
  ended_on date,                                 -- moved on, or not accepted
  ended_because text,
  version integer not null default 1,
  submission uuid unique,
  constraint accepted_by_somebody check ((accepted_on is null) = (accepted_by is null)),
  constraint accepted_is_permanent check (accepted_on is null or is_permanent),
  constraint accepted_after_told check (accepted_on >= told_on),
  constraint transfer_in_ended_says_why check ((ended_on is null) = (ended_because is null))
);
create index transfer_in_person on record.transfer_in (person_id);
select platform.keep_history('transfer_in');
select access.guard('transfer_in', 'person_id', array['B2']);

-- What somebody asked says is wrong in a conference's record: it stands beside the record, which does not change.
create table record.conference_correction (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references record.meeting (id),
  invitee_id uuid not null,
  said text not null check (length(trim(said)) > 0),
  said_on date not null,
  is_late boolean not null,                      -- after the ten working days
  made_by uuid not null default platform.actor(),
  foreign key (invitee_id, meeting_id) references record.meeting_invitee (id, meeting_id)
);
create index conference_correction_meeting on record.conference_correction (meeting_id);
select platform.keep_history('conference_correction', null);
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.conference_correction to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.conference_correction for select to %%1$s
      using (exists (select from record.meeting m where m.id = conference_correction.meeting_id))', s));
  end loop;
end $$;
select platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.conference_correction to %I');
select platform.policy_for(array['practitioner', 'duty'], 'create policy corrects on record.conference_correction for insert to %1$s
  with check (made_by = (select platform.actor_as(current_user)) and (access.part_in_meeting(meeting_id) && array[''line'', ''chair'', ''administrator'']
    or (access.part_in_meeting(meeting_id) && array[''invited''] and exists (select from record.meeting_invitee i
      where i.id = conference_correction.invitee_id and i.worker_id = (select platform.actor_as(current_user)) and i.withdrawn_at is null))))');
select platform.for_roles(array['clockkeeper'], 'grant select on record.conference_correction to %I');
select platform.policy_for(array['clockkeeper'], 'create policy counts on record.conference_correction for select to %1$s using (true)');

-- A plan starts by a conference's decision alone and ends by a review conference's, or by a lawful event with its day (SQ6).
create function access.keep_cp_plan() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  born date; died date;
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) then return new; end if; -- services, and a merge
  if tg_op = 'INSERT' then
    if not exists (select from record.meeting m join record.meeting_child c on c.meeting_id = m.id
        where m.id = new.meeting_id and c.person_id = new.person_id and c.decision = 'plan'
          and m.kind in ('initial', 'pre_birth', 'transfer_in') and m.status in ('in_session', 'held')
          and new.started_on = (m.started_at at time zone 'Europe/London')::date)
      or new.ended_on is not null or new.initial_category is null then
      raise exception 'A conference decides that a plan starts' using errcode = '23514', constraint = 'cp_plan_starts';
    end if;
    if exists (select from record.cp_plan p where p.person_id = new.person_id and p.ended_on is null and p.id <> new.id) then
      raise exception 'One plan at a time' using errcode = '23514', constraint = 'cp_plan_once';
    end if;
    return new;
  end if;
  if (new.person_id, new.started_on, new.meeting_id, new.initial_category) is distinct from
    (old.person_id, old.started_on, old.meeting_id, old.initial_category) and old.meeting_id is not null then
    raise exception 'What a conference decided stands' using errcode = '23514', constraint = 'cp_plan_stands';
  end if;
  if new.latest_category is distinct from old.latest_category and not exists (select from record.cp_category c
      where c.cp_plan_id = new.id and c.category = new.latest_category) then
    raise exception 'A category has its day and who decided it' using errcode = '23514', constraint = 'cp_plan_category';
  end if;
  if (new.ended_on, new.end_event, new.end_meeting_id) is not distinct from (old.ended_on, old.end_event, old.end_meeting_id) then return new; end if;
  if old.ended_on is not null then
    raise exception 'A plan that ended stays ended' using errcode = '23514', constraint = 'cp_plan_ended';
  end if;
  select p.date_of_birth, p.died_on into born, died from record.person p where p.id = new.person_id;
  if new.ended_on > platform.today() or not coalesce(case new.end_event
      when 'review_conference' then exists (select from record.meeting m join record.meeting_child c on c.meeting_id = m.id
        where m.id = new.end_meeting_id and m.kind = 'review' and m.status in ('in_session', 'held') and c.person_id = new.person_id
          and c.decision = 'plan_ends' and new.ended_on = (m.started_at at time zone 'Europe/London')::date)
      when 'died' then new.ended_on = died
      when 'aged_18' then new.ended_on >= (born + interval '18 years')::date
      else length(trim(new.end_evidence)) > 0 end, false) then
    raise exception 'A plan ends by a review conference or a lawful event' using errcode = '23514', constraint = 'cp_plan_ends';
  end if;
  return new;
end $$;
create trigger a_keep_cp_plan before update on record.cp_plan for each row execute function access.keep_cp_plan();
-- After the insert: whether somebody may write of the child at all is answered first.
create trigger a_keep_new_cp_plan after insert on record.cp_plan for each row execute function access.keep_cp_plan();
