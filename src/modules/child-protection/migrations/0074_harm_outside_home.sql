-- Missing episodes of any child with the return interview, and harm outside the home: concerns, places, networks and who is tied to
-- them, each tie in the record of one child.

-- ---------------------------------------------------------------- missing
create table record.missing_episode (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null check (kind in ('missing', 'away')), -- M and A of the return: missing, away from placement without authorisation
  started_at timestamptz not null,               -- missing from
  reported_at timestamptz not null,              -- to the authority
  reported_by text not null,                     -- who said so
  left_from text not null check (left_from in ('home', 'placement', 'relative', 'school', 'other')),
  left_from_detail text,
  last_seen text not null,                       -- by whom, where, wearing what
  last_seen_at timestamptz,
  police_told_at timestamptz,
  police_reference text,
  police_not_told_reason text,
  risk text not null check (risk in ('no_apparent', 'low', 'medium', 'high')), -- as the police grade it
  risk_reasons text not null,
  found_at timestamptz,
  found_where text,
  found_how text check (found_how in ('came_back', 'family', 'carer', 'police', 'worker', 'other')),
  returned_to text check (returned_to in ('home', 'placement', 'relative', 'hospital', 'police', 'other')),
  returned_how text,                             -- how the child was
  withdrawn_at timestamptz,                      -- recorded in error; what is withdrawn counts nowhere
  withdrawn_reason text,
  version integer not null default 1,
  submission uuid unique,
  constraint missing_found_after_start check (found_at > started_at),
  constraint missing_found_whole check (num_nonnulls(found_at, found_where, found_how, returned_to) in (0, 4)),
  constraint missing_withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint missing_police_or_why check (police_told_at is not null or police_not_told_reason is not null)
);
create index missing_episode_person on record.missing_episode (person_id, started_at);
create index missing_episode_now on record.missing_episode (person_id) where found_at is null and withdrawn_at is null;
-- One absence at a time: a second report of it is joined to the first (rule 574 of the return).
alter table record.missing_episode add constraint missing_once_at_a_time exclude using gist
  (person_id with =, tstzrange(started_at, found_at) with &&) where (withdrawn_at is null);
select platform.keep_history('missing_episode');
select access.guard('missing_episode', 'person_id', array['B2'], array['id', 'person_id', 'kind', 'started_at', 'reported_at',
  'left_from', 'risk', 'found_at', 'returned_to', 'withdrawn_at', 'recorded_from']);

-- What was done and learnt while the child was away, and further reports of the same absence: added, never changed.
create table record.missing_entry (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  episode_id uuid not null references record.missing_episode (id),
  kind text not null check (kind in ('action', 'sighting', 'report')),
  happened_at timestamptz not null,
  words text not null,
  written_by uuid not null default platform.actor(),
  submission uuid unique
);
create index missing_entry_person on record.missing_entry (person_id);
create index missing_entry_episode on record.missing_entry (episode_id, happened_at);
select platform.keep_history('missing_entry');
select access.guard('missing_entry', 'person_id', array['B2']);
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.missing_entry from %I');

-- An independent conversation after coming back: offered, answered and held are separate facts.
create table record.return_interview (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  offered_at timestamptz not null,
  offered_by text not null,
  is_independent boolean not null,               -- of where the child lives and of who looks after them
  answer text check (answer in ('accepted', 'refused')),
  answered_at timestamptz,
  answer_words text,                             -- in the child's words
  done_at timestamptz,
  done_by text,
  words text,                                    -- in the child's words: what happened, and what would help
  push_factors text[] not null default '{}',     -- codes: what the child went away from
  pull_factors text[] not null default '{}',     -- codes: what the child went to
  harm text,                                     -- what happened to the child, and what is feared
  follow_up text,
  version integer not null default 1,
  submission uuid unique,
  constraint return_interview_answered check ((answer is null) = (answered_at is null)),
  constraint return_interview_done check ((done_at is null) = (done_by is null) and (done_at is null or answer = 'accepted')),
  constraint return_interview_in_order check (answered_at >= offered_at and done_at >= offered_at)
);
create index return_interview_person on record.return_interview (person_id);
select platform.keep_history('return_interview');
select access.guard('return_interview', 'person_id', array['B2'], array['id', 'person_id', 'offered_at', 'is_independent',
  'answer', 'answered_at', 'done_at', 'push_factors', 'pull_factors', 'recorded_from']);

-- Which absences one conversation is about: each keeps its own result.
create table record.return_interview_episode (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  interview_id uuid not null references record.return_interview (id),
  episode_id uuid not null references record.missing_episode (id),
  unique (interview_id, episode_id)
);
create index return_interview_episode_person on record.return_interview_episode (person_id);
create index return_interview_episode_of on record.return_interview_episode (episode_id);
select platform.keep_history('return_interview_episode');
select access.guard('return_interview_episode', 'person_id', array['B2'],
  array['id', 'person_id', 'interview_id', 'episode_id', 'recorded_from']);

-- ---------------------------------------------------------------- harm outside the home
-- That a child is, or may be, exploited or harmed outside the home. The kind is a code of Kith's or the authority's own.
create table record.harm_concern (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null,
  noted_on date not null,
  source text not null check (source in ('child', 'family', 'school', 'police', 'health', 'youth_work', 'social_care', 'community', 'other')),
  words text not null,
  ended_on date,
  end_reason text,
  version integer not null default 1,
  submission uuid unique,
  constraint harm_concern_ends_with_reason check ((ended_on is null) = (end_reason is null)),
  constraint harm_concern_ends_after_noted check (ended_on >= noted_on)
);
create index harm_concern_person on record.harm_concern (person_id);
create unique index harm_concern_once on record.harm_concern (person_id, kind) where ended_on is null;
select platform.keep_history('harm_concern');
select access.guard('harm_concern', 'person_id', array['B2']);

-- How great the risk is, as somebody judged it on a day. Never changed: the next judgement is another.
create table record.harm_assessment (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  assessed_on date not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  indicators text[] not null,
  level text not null check (level in ('none', 'emerging', 'moderate', 'significant')),
  reasons text not null,
  child_words text,
  next_review_on date,
  assessed_by uuid not null default platform.actor(),
  submission uuid unique,
  constraint harm_reviewed_unless_none check (level = 'none' or next_review_on is not null)
);
create index harm_assessment_person on record.harm_assessment (person_id, assessed_on);
select platform.keep_history('harm_assessment');
select access.guard('harm_assessment', 'person_id', array['B2']);
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.harm_assessment from %I');

-- A park, a shop, an address: facts of the place that name nobody.
create table record.harm_place (
  id uuid primary key default uuidv7(),
  name text not null,
  kind text not null check (kind in ('open_space', 'street', 'shop', 'licensed', 'transport', 'school', 'address', 'online', 'other')),
  located text,                                  -- where it is
  known text not null,                           -- what makes it a risk
  risk text not null check (risk in ('low', 'medium', 'high')),
  noted_on date not null,
  ended_on date,                                 -- no longer a place of harm
  version integer not null default 1,
  constraint harm_place_ends_after_noted check (ended_on >= noted_on)
);
select platform.keep_history('harm_place', null);

-- A network is a name that plans share, and nothing more: what is known stands in each tie, with the child whose it is.
create table record.harm_network (
  id uuid primary key default uuidv7(),
  name text not null,                            -- never a person's
  reference text not null unique,                -- told from worker to worker: with it a child of another team is tied to the same network
  kind text not null,
  opened_on date not null,
  closed_on date,
  version integer not null default 1,
  constraint harm_network_closes_after_opened check (closed_on >= opened_on)
);
select platform.keep_history('harm_network', null);

-- What ties a child to a network, a place, an adult who is a risk or another child. It stands in the record of that child.
create table record.harm_link (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  kind text not null check (kind in ('network', 'place', 'adult', 'peer')),
  network_id uuid references record.harm_network (id), -- of any other kind: within which network
  place_id uuid references record.harm_place (id),
  adult_id uuid references record.person (id),
  adult_name text,                               -- an adult who has no record here
  peer_id uuid references record.person (id),
  role text not null,                            -- code: how they are tied
  since_on date not null,
  source text not null check (source in ('child', 'family', 'school', 'police', 'health', 'youth_work', 'social_care', 'community', 'other')),
  certainty text not null check (certainty in ('confirmed', 'likely', 'suspected')),
  words text,
  ended_on date,
  end_reason text,
  version integer not null default 1,
  submission uuid unique,
  constraint harm_link_of_its_kind check (case kind
    when 'network' then network_id is not null and num_nonnulls(place_id, adult_id, adult_name, peer_id) = 0
    when 'place' then place_id is not null and num_nonnulls(adult_id, adult_name, peer_id) = 0
    when 'adult' then num_nonnulls(adult_id, adult_name) = 1 and num_nonnulls(place_id, peer_id) = 0
    else peer_id is not null and num_nonnulls(place_id, adult_id, adult_name) = 0 end),
  constraint harm_link_not_with_oneself check (person_id is distinct from peer_id and person_id is distinct from adult_id),
  constraint harm_link_ends_with_reason check ((ended_on is null) = (end_reason is null)),
  constraint harm_link_ends_after_since check (ended_on >= since_on)
);
create index harm_link_person on record.harm_link (person_id);
create index harm_link_network on record.harm_link (network_id) where network_id is not null;
create index harm_link_place on record.harm_link (place_id) where place_id is not null;
create index harm_link_adult on record.harm_link (adult_id) where adult_id is not null;
create index harm_link_peer on record.harm_link (peer_id) where peer_id is not null;
select platform.keep_history('harm_link');
select access.guard('harm_link', 'person_id', array['B2']);

-- Actions of the plan that keep a child safe from harm outside the home: the action stands in the plan, this says what it answers.
create table record.harm_action (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  plan_action_id uuid not null references record.plan_action (id),
  link_id uuid references record.harm_link (id),
  unique (plan_action_id)
);
create index harm_action_person on record.harm_action (person_id);
create index harm_action_link on record.harm_action (link_id) where link_id is not null;
select platform.keep_history('harm_action');
select access.guard('harm_action', 'person_id', array['B2']);

-- ---------------------------------------------------------------- who may read what is shared
do $$
declare
  s text;
  staff text[] := array['practitioner', 'duty', 'director'];
  ties text[] := array['allocation', 'sibling', 'team', 'area', 'duty_queue', 'contact'];
  me text := '(select platform.actor_as(current_user))';
  live text := 'now() >= e.starts_at and now() < e.ends_at';
  -- One who holds the child, of whatever rank: an adult who is a risk is named to nobody by an opening, a list or a first week.
  holds text := format('exists (select from access.entry e where e.actor_id = %s and e.subject_id = harm_link.person_id
    and e.data_class = ''B2'' and e.reason = any (%L) and %s)', me, ties, live);
  tied text := 'exists (select from record.harm_link l where l.%1$s = %2$s.id and l.kind = %3$L and %4$s)';
  somebody text := format('exists (select from access.entry e where e.actor_id = %s and e.data_class = ''B2'' and %s)', me, live);
  writes_somebody text := format('exists (select from access.entry e where e.actor_id = %s and e.data_class = ''B2''
    and e.may_write and %s)', me, live);
begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(staff, format('create policy named_to_holders on %I.harm_link as restrictive for select to %%1$s
      using (kind <> ''adult'' or (%s and (adult_id is null or %s)))', s, holds, access.has_entry('harm_link.adult_id', array['A2'], false)));
    perform platform.policy_for(staff, format('create policy peer_is_readable on %I.harm_link as restrictive for select to %%1$s
      using (peer_id is null or %s)', s, access.has_entry('harm_link.peer_id', array['B2'], false)));
    -- A network shows through a child of it whose record one reads, and never how many others it has.
    perform platform.for_roles(staff, format('grant select on %1$I.harm_network, %1$I.harm_place to %%I', s));
    perform platform.policy_for(staff, format('create policy reads on %I.harm_network for select to %%1$s using (%s)', s,
      format(tied, 'network_id', 'harm_network', 'network', access.has_entry('l.person_id', array['B2'], false))));
    -- A place that anybody can go to is known to who reads the record of any child; a private address through a child alone.
    perform platform.policy_for(staff, format('create policy reads on %I.harm_place for select to %%1$s
      using ((kind <> ''address'' and %s) or %s)', s, somebody,
      format(tied, 'place_id', 'harm_place', 'place', access.has_entry('l.person_id', array['B2'], false))));
  end loop;
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy named_by_holders on record.harm_link as restrictive
    for insert to %%1$s with check (kind <> ''adult'' or (%s and (adult_id is null or %s)))',
    holds || ' and ' || access.has_entry('harm_link.person_id', array['B2'], true), access.has_entry('harm_link.adult_id', array['A2'], false)));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy peer_is_known on record.harm_link as restrictive
    for insert to %%1$s with check (peer_id is null or %s)', access.has_entry('harm_link.peer_id', array['B2'], false)));
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert, update on record.harm_network, record.harm_place to %I');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.harm_network for insert to %%1$s
    with check (%s)', writes_somebody));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.harm_place for insert to %%1$s
    with check (%s)', writes_somebody));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes on record.harm_network for update to %%1$s
    using (%1$s) with check (%1$s)',
    format(tied, 'network_id', 'harm_network', 'network', access.has_entry('l.person_id', array['B2'], true))));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes on record.harm_place for update to %%1$s
    using (%1$s) with check (%1$s)',
    format(tied, 'place_id', 'harm_place', 'place', access.has_entry('l.person_id', array['B2'], true))));
end $$;

-- The network of a reference that one worker told another: its id alone, for who writes the record of any child.
create function access.harm_network_known_as(told text) returns uuid language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select n.id from record.harm_network n where n.reference = upper(trim(told))
    and access.working_actor(current_setting('role', true)) is not null
    and exists (select from access.entry e where e.actor_id = platform.actor() and e.data_class = 'B2' and e.may_write
      and now() >= e.starts_at and now() < e.ends_at) $$;
do $$ begin
  perform platform.for_roles(array['gatekeeper'], 'grant select on record.harm_network to %I');
  perform platform.policy_for(array['gatekeeper'], 'create policy knows_references on record.harm_network for select to %1$s using (true)');
end $$;
select platform.hand_over('access.harm_network_known_as(text)', 'gatekeeper', array['practitioner', 'duty']);
