-- The workforce as an authority plans it: places that are to be filled, what pays for them, recruitment, the roll-out of teams; and the
-- programme of somebody early in their career. A worker in post stays record.post (0007); it may fill a place of the establishment.

-- ---------------------------------------------------------------- who may see and write it
-- Leads an area by a post of service leader held today; whoever has left leads nothing.
create function access.leads_an_area() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.post p join record.worker w on w.id = p.worker_id
    where p.worker_id = platform.actor() and p.role = 'service_leader' and p.started_on <= platform.today()
      and (p.ended_on is null or platform.today() <= p.ended_on) and (w.left_at is null or now() < w.left_at)) $$;
select platform.hand_over('access.leads_an_area()', 'gatekeeper', array['practitioner']);

-- The acting person manages or leads this worker by a post held today, cover included; never themself. A director leads the service
-- leaders. Whoever has left manages nobody. Of today, also when a past moment is read: what was known then changes, who may know does not.
create function access.line_of(worker uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select platform.actor() is not null and line_of.worker <> platform.actor()
    and exists (select from record.worker w where w.id = platform.actor() and (w.left_at is null or now() < w.left_at))
    and exists (select from record.post held left join record.team t on t.id = held.team_id
      where held.worker_id = line_of.worker and (now() at time zone 'Europe/London')::date >= held.started_on
        and (held.ended_on is null or (now() at time zone 'Europe/London')::date <= held.ended_on)
        and ((platform.context_part(2) = 'director' and held.role = 'service_leader')
          or exists (select from record.post p where p.worker_id = platform.actor() and (now() at time zone 'Europe/London')::date >= p.started_on
            and (p.ended_on is null or (now() at time zone 'Europe/London')::date <= p.ended_on)
            and ((p.role in ('team_manager', 'duty_manager') and p.team_id = held.team_id)
              or (p.role = 'service_leader' and p.service_area_id = t.service_area_id))))) $$;
select platform.hand_over('access.line_of(uuid)', 'gatekeeper', array['practitioner', 'duty', 'director', 'administrator']);

-- Row-level security of what everyone signed in may read (class A1) and administrators, directors and leaders of areas keep.
create function access.guard_workforce(t text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare s text;
begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(platform.user_classes(), format('grant select on %I.%I to %%I', s, t));
    perform platform.policy_for(platform.user_classes(), format('create policy reads on %I.%I for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null)', s, t));
  end loop;
  perform platform.for_roles(array['administrator', 'director', 'practitioner'], format('grant insert, update on record.%I to %%I', t));
  perform platform.policy_for(array['administrator', 'director'], format('create policy adds on record.%I for insert to %%1$s
    with check ((select access.working_actor(current_user)) is not null)', t));
  perform platform.policy_for(array['administrator', 'director'], format('create policy changes on record.%I for update to %%1$s
    using ((select access.working_actor(current_user)) is not null) with check ((select access.working_actor(current_user)) is not null)', t));
  perform platform.policy_for(array['practitioner'], format('create policy leaders_add on record.%I for insert to %%1$s
    with check ((select platform.actor_as(current_user)) is not null and (select access.leads_an_area()))', t));
  perform platform.policy_for(array['practitioner'], format('create policy leaders_change on record.%I for update to %%1$s
    using ((select platform.actor_as(current_user)) is not null and (select access.leads_an_area()))
    with check ((select platform.actor_as(current_user)) is not null and (select access.leads_an_area()))', t));
end $$;

-- ---------------------------------------------------------------- what pays
create table record.funding_stream (
  id uuid primary key default uuidv7(),
  name text not null unique check (length(trim(name)) > 0),
  source text not null check (length(trim(source)) > 0), -- who gives the money
  amount numeric(14, 2) not null check (amount > 0),
  starts_on date not null,
  ends_on date,
  condition text,                                -- what the money is given for
  evidence text,                                 -- what shows that the condition is met, and where it stands
  constraint stream_ends_after_start check (ends_on >= starts_on)
);
select platform.keep_history('funding_stream', null);
select access.guard_workforce('funding_stream');

-- What was spent of it; money that came back, or was booked wrongly, is a line below zero.
create table record.funding_spend (
  id uuid primary key default uuidv7(),
  funding_stream_id uuid not null references record.funding_stream (id),
  spent_on date not null,
  amount numeric(14, 2) not null check (amount <> 0),
  what text not null check (length(trim(what)) > 0)
);
create index funding_spend_stream on record.funding_spend (funding_stream_id, spent_on);
select platform.keep_history('funding_spend', null);
select access.guard_workforce('funding_spend');

-- ---------------------------------------------------------------- places to be filled
create table record.established_post (
  id uuid primary key default uuidv7(),
  team_id uuid not null references record.team (id),
  title text not null check (length(trim(title)) > 0),
  discipline text not null check (discipline in ('social_work', 'mental_health', 'substance_misuse', 'domestic_abuse', 'management',
    'family_support', 'business_support', 'other')),
  profession_type text,                          -- of the authority's list, such as psychiatric nurse; never anybody's name
  fte numeric(3, 2) not null check (fte > 0 and fte <= 1),
  funding_stream_id uuid references record.funding_stream (id),
  opened_on date not null,
  closed_on date,                                -- its last day
  constraint established_post_closes_after_opening check (closed_on >= opened_on)
);
create index established_post_team on record.established_post (team_id);
create index established_post_stream on record.established_post (funding_stream_id) where funding_stream_id is not null;
select platform.keep_history('established_post', null);
select access.guard_workforce('established_post');

alter table record.post add column established_post_id uuid references record.established_post (id), -- the place that this worker fills
  add column employment text not null default 'permanent' check (employment in ('permanent', 'fixed_term', 'agency', 'seconded', 'student'));
alter table history.post add column established_post_id uuid, add column employment text not null default 'permanent';
create index post_established on record.post (established_post_id) where established_post_id is not null;
select platform.write_history('post', null);

-- A place does not close under somebody who is in it, and nobody is put into one that is closed: the end of one comes first.
create function access.keep_place_open() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.closed_on is not null and exists (select from record.post p where p.established_post_id = new.id
      and p.covers_post_id is null and (p.ended_on is null or p.ended_on > new.closed_on)) then
    raise exception 'Somebody holds this post after its last day' using errcode = '23514', constraint = 'established_post_held';
  end if;
  return new;
end $$;
create trigger keeps_place_open before insert or update of closed_on on record.established_post
  for each row when (new.closed_on is not null) execute function access.keep_place_open();

create function access.keep_place_of_post() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from record.established_post e where e.id = new.established_post_id and e.team_id = new.team_id
      and e.opened_on <= coalesce(new.ended_on, 'infinity')
      and (e.closed_on is null or coalesce(new.ended_on, 'infinity') <= e.closed_on)) then
    raise exception 'Whoever fills a post of the establishment is in its team and leaves before it closes'
      using errcode = '23514', constraint = 'post_in_open_place';
  end if;
  return new;
end $$;
create trigger keeps_place_of_post before insert or update of established_post_id, team_id, ended_on on record.post
  for each row when (new.established_post_id is not null) execute function access.keep_place_of_post();

-- A team does not close while children are with it: whatever closes it, they are moved first. Definer, so that children whom the one
-- who closes may not see are not left behind; it answers that there are some and no number.
create function access.keep_team_open() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from record.allocation a where a.team_id = new.id and a.ended_on is null) then
    raise exception 'Children are with this team' using errcode = '23514', constraint = 'team_holds_children';
  end if;
  return new;
end $$;
create trigger keeps_team_open before update of ended_on on record.team
  for each row when (new.ended_on is not null and old.ended_on is distinct from new.ended_on) execute function access.keep_team_open();
select platform.hand_over('access.keep_team_open()', 'gatekeeper');

-- How many children stand with a team, for whoever would close it: null when none do. Nobody whose list leaves the asker out is counted,
-- so that the number may be 0 where somebody still keeps it open.
create function access.children_with_team(team uuid) returns integer language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case when count(*) > 0 then (count(distinct a.person_id) filter (where
    not (a.person_id = any ((select access.sealed_from_me())::uuid[]))))::integer end
  from record.allocation a where a.team_id = children_with_team.team and a.ended_on is null and platform.actor() is not null $$;
select platform.hand_over('access.children_with_team(uuid)', 'gatekeeper', array['administrator', 'director', 'practitioner']);

-- ---------------------------------------------------------------- recruitment, from advert to first day
create table record.recruitment (
  id uuid primary key default uuidv7(),
  established_post_id uuid not null references record.established_post (id),
  advertised_on date not null,
  closes_on date,
  interviewed_on date,
  offered_on date,
  accepted_on date,
  starts_on date,
  withdrawn_on date,                             -- given up, for whatever reason
  remark text,                                   -- names nobody
  constraint recruitment_in_order check (
    closes_on >= advertised_on and interviewed_on >= coalesce(closes_on, advertised_on)
    and offered_on >= coalesce(interviewed_on, closes_on, advertised_on) and accepted_on >= coalesce(offered_on, advertised_on)
    and starts_on >= coalesce(accepted_on, offered_on, advertised_on) and withdrawn_on >= advertised_on)
);
create index recruitment_post on record.recruitment (established_post_id);
create unique index one_recruitment_at_a_time on record.recruitment (established_post_id) where withdrawn_on is null and starts_on is null;
select platform.keep_history('recruitment', null);
select access.guard_workforce('recruitment');

-- ---------------------------------------------------------------- roll-out
create table record.rollout_wave (
  id uuid primary key default uuidv7(),
  number integer not null unique check (number between 1 and 999),
  name text not null unique check (length(trim(name)) > 0),
  planned_on date not null
);
select platform.keep_history('rollout_wave', null);
select access.guard_workforce('rollout_wave');

create table record.rollout_team (
  id uuid primary key default uuidv7(),
  wave_id uuid not null references record.rollout_wave (id),
  team_id uuid not null unique references record.team (id),
  planned_on date not null,
  started_on date,
  remark text
);
create index rollout_team_wave on record.rollout_team (wave_id);
select platform.keep_history('rollout_team', null);
select access.guard_workforce('rollout_team');

-- ---------------------------------------------------------------- early career (class D1)
create table record.early_career (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references record.worker (id),
  programme text not null check (length(trim(programme)) > 0),
  year integer not null default 1 check (year between 1 and 5),
  started_on date not null,
  expected_end date not null,
  protected_hours numeric(4, 1) not null check (protected_hours >= 0 and protected_hours <= 37), -- a week
  caseload_share numeric(3, 2) not null check (caseload_share >= 0 and caseload_share <= 1),     -- of a full caseload
  assessed_on date,
  outcome text check (outcome in ('passed', 'failed', 'deferred', 'withdrawn')),
  constraint early_career_ends_after_start check (expected_end >= started_on and assessed_on >= started_on),
  constraint assessed_has_outcome check ((assessed_on is null) = (outcome is null))
);
create unique index one_programme_at_a_time on record.early_career (worker_id) where assessed_on is null;
create index early_career_worker on record.early_career (worker_id);
select platform.keep_history('early_career', null);
-- Read by the worker themself and by their line; written by their line. Administrators, duty and data quality have no part in it.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.early_career to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.early_career for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null
        and (worker_id = (select access.working_actor(current_user)) or access.line_of(worker_id)))', s));
  end loop;
end $$;
select platform.for_roles(array['practitioner', 'director'], 'grant insert, update on record.early_career to %I');
select platform.policy_for(array['practitioner', 'director'], 'create policy adds on record.early_career for insert to %1$s
  with check ((select platform.actor_as(current_user)) is not null and access.line_of(worker_id))');
select platform.policy_for(array['practitioner', 'director'], 'create policy changes on record.early_career for update to %1$s
  using ((select platform.actor_as(current_user)) is not null and access.line_of(worker_id))
  with check ((select platform.actor_as(current_user)) is not null and access.line_of(worker_id))');
