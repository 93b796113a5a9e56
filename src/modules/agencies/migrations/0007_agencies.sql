-- Who does the work: organisations, service areas and their districts, teams, workers, posts, registrations, rotas.

create table record.organisation (
  id uuid primary key default uuidv7(),
  name text not null unique,
  kind text not null check (kind in ('council', 'nhs', 'police', 'school', 'probation', 'voluntary', 'housing', 'court', 'other')),
  telephone text,
  ended_on date
);
select platform.keep_history('organisation', null);
select access.guard_directory('organisation');

create table record.service_area (
  id uuid primary key default uuidv7(),
  name text not null unique,
  districts text[] not null default '{}',
  ended_on date
);
select platform.keep_history('service_area', null);
select access.guard_directory('service_area');

create table record.team (
  id uuid primary key default uuidv7(),
  organisation_id uuid references record.organisation (id),
  service_area_id uuid references record.service_area (id),
  name text not null unique,
  kind text not null check (kind in ('front_door', 'duty', 'family_safeguarding', 'children_in_care', 'conference_service',
    'family_help', 'health', 'education', 'administration', 'other')),
  telephone text,
  ended_on date
);
create index team_area on record.team (service_area_id);
select platform.keep_history('team', null);
select access.guard_directory('team');

create table record.worker (
  id uuid primary key default uuidv7(),
  organisation_id uuid references record.organisation (id),
  display_name text not null,
  email text,
  telephone text,
  sign_in_subject text unique,                   -- the identity provider's own name for them
  class text not null default 'practitioner'
    check (class in ('practitioner', 'duty', 'director', 'data_quality', 'administrator')),
  started_on date,
  left_at timestamptz                            -- a leaver is cut off at this instant
);
select platform.keep_history('worker', null);
select access.guard_directory('worker');

create table record.post (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references record.worker (id),
  team_id uuid references record.team (id),
  service_area_id uuid references record.service_area (id), -- of a service leader, who leads an area
  role text not null check (role in ('social_worker', 'senior_social_worker', 'team_manager', 'service_leader',
    'conference_chair', 'family_help_practitioner', 'mental_health_practitioner', 'substance_misuse_practitioner',
    'domestic_abuse_practitioner', 'health_visitor', 'school_nurse', 'designated_safeguarding_lead', 'business_support',
    'out_of_hours', 'duty_manager', 'director', 'data_quality_officer', 'administrator', 'mash_partner')),
  fte numeric(3, 2) not null default 1 check (fte >= 0 and fte <= 1),
  holds_cases boolean not null default false,
  started_on date not null,
  ended_on date,
  covers_post_id uuid references record.post (id), -- stands in for this post while its holder is away
  constraint only_cover_counts_nothing check (fte > 0 or covers_post_id is not null),
  -- Cover taken back before it began never was: it ends on the day before its first.
  constraint post_ends_after_start check (ended_on >= started_on or (covers_post_id is not null and ended_on = started_on - 1))
);
create index post_worker on record.post (worker_id);
create index post_team on record.post (team_id);
select platform.keep_history('post', null);
select access.guard_directory('post');

create table record.worker_registration (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references record.worker (id),
  body text not null,                            -- Social Work England, NMC
  number text not null,
  expires_on date
);
select platform.keep_history('worker_registration', null);
select access.guard_directory('worker_registration');

create table record.duty_shift (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references record.worker (id),
  team_id uuid references record.team (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint shift_ends_after_start check (ends_at > starts_at)
);
create index duty_shift_worker on record.duty_shift (worker_id, ends_at);
select platform.keep_history('duty_shift', null);
select access.guard_directory('duty_shift');

-- What the authority decides for itself: clock values (stricter only), display words, limits. Dated by history.
create table record.setting (
  id uuid primary key default uuidv7(),
  key text not null unique,
  value jsonb not null
);
select platform.keep_history('setting', null);
select access.guard_directory('setting');

-- Which claim of the identity provider makes a worker of which class.
create table record.class_mapping (
  id uuid primary key default uuidv7(),
  claim text not null,
  value text not null,
  class text not null check (class in ('practitioner', 'duty', 'director', 'data_quality', 'administrator')),
  unique (claim, value)
);
select platform.keep_history('class_mapping', null);
select access.guard_directory('class_mapping');
select platform.for_roles(array['porter'], 'grant select on record.class_mapping, record.worker, record.post, record.team to %I');
do $$ declare t text; begin
  foreach t in array array['class_mapping', 'worker', 'post', 'team'] loop
    perform platform.policy_for(array['porter'],
      format('create policy lets_in on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
