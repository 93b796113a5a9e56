-- People and the families they make. Every fact is dated; a correction never erases (system history).

create table record.person (
  id uuid primary key default uuidv7(),
  is_unborn boolean not null default false,
  date_of_birth date,
  date_of_birth_precision text not null default 'day' check (date_of_birth_precision in ('day', 'month', 'year')),
  expected_delivery_on date,
  mother_id uuid,                                -- of an unborn child
  sex text check (sex in ('M', 'F', 'U')),       -- CIN census N00783
  gender_identity text,
  ethnicity text,                                -- CIN census N00177
  religion text,
  first_language text,
  interpreter_needed boolean,
  communication_needs text,
  upn_unknown_reason text,                       -- CIN census N00135
  died_on date,
  created_by uuid default platform.actor(),
  created_at timestamptz not null default now(),
  constraint not_born_after_death check (died_on >= date_of_birth)
);
select platform.keep_history('person', 'id');

create table record.person_name (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null default 'legal' check (kind in ('legal', 'known_as', 'birth', 'former', 'alias')),
  given text,
  family text,
  started_on date,
  ended_on date,
  is_main boolean not null default true,
  constraint some_name check (coalesce(given, family) is not null),
  constraint name_ends_after_start check (ended_on >= started_on)
);
create index person_name_person on record.person_name (person_id);
create unique index one_main_name on record.person_name (person_id) where is_main and ended_on is null;
select platform.keep_history('person_name');

create table record.person_identifier (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null check (kind in ('la_child_id', 'nhs_number', 'upn', 'former_upn', 'home_office', 'other')),
  value text not null,
  check_passed boolean,                          -- a failed check digit is shown, never a bar to recording
  started_on date,
  ended_on date
);
create index person_identifier_person on record.person_identifier (person_id);
create index person_identifier_value on record.person_identifier (upper(value), kind);
select platform.keep_history('person_identifier');

create table record.person_disability (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  code text not null,                            -- CIN census N00099
  started_on date,
  ended_on date
);
create index person_disability_person on record.person_disability (person_id);
select platform.keep_history('person_disability');

create table record.person_contact (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null check (kind in ('mobile', 'telephone', 'email')),
  value text not null,
  is_safe boolean not null default true,         -- may be used without asking
  safe_times text,
  started_on date,
  ended_on date
);
create index person_contact_person on record.person_contact (person_id);
select platform.keep_history('person_contact');

create table record.person_address (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null default 'home' check (kind in ('home', 'placement', 'refuge', 'temporary', 'school_term', 'other')),
  lines text not null,
  postcode text,
  is_confidential boolean not null default false,
  started_on date,
  ended_on date,
  constraint address_ends_after_start check (ended_on >= started_on)
);
create index person_address_person on record.person_address (person_id);
select platform.keep_history('person_address');

-- "person is <kind> of other". Kept once; the other side is read from it.
create table record.relationship (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  other_id uuid not null references record.person (id),
  kind text not null check (kind in ('mother', 'father', 'parent', 'step_parent', 'sibling', 'half_sibling', 'step_sibling',
    'grandparent', 'aunt_or_uncle', 'partner', 'spouse', 'former_partner', 'carer', 'guardian', 'adoptive_parent',
    'foster_carer', 'twin', 'other_relative', 'friend')),
  has_parental_responsibility boolean,
  lives_together boolean,
  started_on date,
  ended_on date,
  constraint not_with_oneself check (person_id <> other_id),
  constraint relationship_ends_after_start check (ended_on >= started_on)
);
create index relationship_person on record.relationship (person_id);
create index relationship_other on record.relationship (other_id);
select platform.keep_history('relationship');

create table record.family (
  id uuid primary key default uuidv7(),
  reference text not null unique                 -- a short number for people to say, no name in it
);
select platform.keep_history('family', null);

create table record.family_member (
  id uuid primary key default uuidv7(),
  family_id uuid not null references record.family (id),
  person_id uuid not null references record.person (id),
  role text not null check (role in ('child', 'adult')),
  started_on date,
  ended_on date
);
create index family_member_family on record.family_member (family_id);
create index family_member_person on record.family_member (person_id);
select platform.keep_history('family_member');

create table record.household (
  id uuid primary key default uuidv7(),
  family_id uuid references record.family (id),
  label text not null                            -- "Mother's home"
);
select platform.keep_history('household', null);

create table record.household_member (
  id uuid primary key default uuidv7(),
  household_id uuid not null references record.household (id),
  person_id uuid not null references record.person (id),
  started_on date,
  ended_on date
);
create index household_member_household on record.household_member (household_id);
create index household_member_person on record.household_member (person_id);
select platform.keep_history('household_member');

-- ---------------------------------------------------------------- who may see what
select access.guard('person', 'id', array['A2'], array['id', 'is_unborn', 'date_of_birth', 'date_of_birth_precision',
  'expected_delivery_on', 'sex', 'ethnicity', 'upn_unknown_reason', 'died_on', 'recorded_from']);
select access.guard('person_name', 'person_id', array['A2']);
select access.guard('person_identifier', 'person_id', array['A2'],
  array['id', 'person_id', 'kind', 'value', 'check_passed', 'started_on', 'ended_on', 'recorded_from']);
select access.guard('person_disability', 'person_id', array['A2'],
  array['id', 'person_id', 'code', 'started_on', 'ended_on', 'recorded_from']);
select access.guard('person_contact', 'person_id', array['A2']);
select access.guard('person_address', 'person_id', array['A2']);
select access.guard('relationship', 'person_id', array['A2']);
select access.guard('family_member', 'person_id', array['A2'],
  array['id', 'family_id', 'person_id', 'role', 'started_on', 'ended_on', 'recorded_from']);
select access.guard('household_member', 'person_id', array['A2']);

-- A confidential address is safety data (C3), whoever may see the person. Services have policies of their own, and no
-- right to access.entry: the rule is for people at work.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy confidential on %I.person_address
      as restrictive for select to %%1$s using (not is_confidential or %s)',
      s, access.has_entry('person_address.person_id', array['C3'], false)));
  end loop;
end $$;

-- A relationship shows the other person too: both must be visible.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy both_sides on %I.relationship
      as restrictive for select to %%1$s using (%s or ((select access.roaming_actor(current_user)) is not null
        and not (relationship.other_id = any ((select access.sealed_from_me())::uuid[]))))',
      s, access.has_entry('relationship.other_id', array['A2'], false)));
  end loop;
end $$;

-- A new person belongs to nobody yet: anyone at work may add one, and sees it from then on (access entry 'created').
select platform.policy_for(array['practitioner', 'duty'], 'create policy adds_new on record.person for insert to %1$s
  with check ((select platform.actor_as(current_user)) is not null)');

-- A family or household shows when one of its members does.
do $$ declare s text; t text; begin
  foreach s in array array['record', 'history'] loop
    foreach t in array array['family', 'household'] loop
      perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
      perform platform.policy_for(array['practitioner', 'duty', 'director'],
        format('create policy reads on %1$s.%2$I for select to %%1$s using (exists (select from record.%2$s_member m
          where m.%2$s_id = %2$I.id)%3$s)', s, t,
          case t when 'household' then ' or exists (select from record.family f where f.id = household.family_id)' else '' end));
    end loop;
  end loop;
  foreach t in array array['family', 'household'] loop
    perform platform.for_roles(array['practitioner', 'duty'], format('grant insert on record.%I to %%I', t));
    perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.%I for insert to %%1$s
      with check ((select platform.actor_as(current_user)) is not null)', t));
    perform access.let_importer(t);
  end loop;
end $$;
select platform.for_roles(array['gatekeeper'],
  'grant select on record.person, record.family_member, record.relationship to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.family_member for select to %1$s using (true)');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.person for select to %1$s using (true)');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.relationship for select to %1$s using (true)');
