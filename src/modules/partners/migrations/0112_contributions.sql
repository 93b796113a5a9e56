-- What somebody of another agency knows of a child with whom they work, told in five fields without opening a case file. It stays its agency's: the
-- source corrects it and says whether the family may be told (C4); whoever holds the record asks for a correction and changes no word.

create table record.contribution (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  organisation_id uuid not null references record.organisation (id), -- source and controller
  author_id uuid not null references record.worker (id),
  role text not null,                            -- in which the author worked with the child, as record.involvement has it
  seen_on date,                                  -- the last day on which the author saw the child
  going_well text check (length(going_well) <= 4000),
  worries text check (length(worries) <= 4000),
  child_says text check (length(child_says) <= 4000), -- the child's own words, or what a child too young for words shows
  next_step text check (length(next_step) <= 4000),   -- what the author will do, or asks others to do
  family_may_know boolean not null default false,     -- as its originator decided
  corrects_id uuid references record.contribution (id),
  correction_reason text check (length(correction_reason) <= 1000),
  written_at timestamptz not null,
  read_at timestamptz,                           -- when the first of those who hold the record read it
  read_by uuid references record.worker (id),
  submission uuid unique,
  constraint says_something check (num_nonnulls(going_well, worries, child_says, next_step) > 0),
  constraint correction_says_why check ((corrects_id is null) = (correction_reason is null)),
  constraint read_by_somebody check ((read_at is null) = (read_by is null))
);
create unique index contribution_corrected_once on record.contribution (corrects_id);
create index contribution_person on record.contribution (person_id, written_at desc);
create index contribution_author on record.contribution (author_id, written_at desc);
create index contribution_unread on record.contribution (person_id) where read_at is null;
select platform.keep_history('contribution');

-- A reader of the record holds something in it to be wrong: the source answers, by another contribution or by saying why it stands.
create table record.contribution_query (
  id uuid primary key default uuidv7(),
  contribution_id uuid not null references record.contribution (id),
  person_id uuid not null references record.person (id), -- of the contribution, repeated: access asks no other table
  author_id uuid not null references record.worker (id), -- who is asked: its author
  asked_by uuid not null references record.worker (id),
  asked_at timestamptz not null,
  question text not null check (length(trim(question)) > 0 and length(question) <= 2000),
  answered_at timestamptz,
  answer text check (length(answer) <= 2000),    -- why it stands; of a correction, that it was made
  corrected_by_id uuid references record.contribution (id),
  constraint answered_whole check ((answered_at is null) = (answer is null)),
  constraint corrected_is_answered check (corrected_by_id is null or answered_at is not null)
);
create unique index contribution_query_open on record.contribution_query (contribution_id) where answered_at is null;
create index contribution_query_person on record.contribution_query (person_id);
create index contribution_query_author on record.contribution_query (author_id) where answered_at is null;
select platform.keep_history('contribution_query');
create index on history.contribution_query (contribution_id);

-- Whether the acting person works with somebody today, for their own agency and not for the council.
create function access.works_for_agency_with(person uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.involvement i join record.worker w on w.id = i.worker_id join record.organisation o on o.id = w.organisation_id
    where i.person_id = person and i.worker_id = access.working_actor(current_setting('role', true)) and o.kind <> 'council' and o.ended_on is null
      and i.started_on <= (now() at time zone 'Europe/London')::date
      and (i.ended_on is null or i.ended_on >= (now() at time zone 'Europe/London')::date)) $$;
select platform.hand_over('access.works_for_agency_with(uuid)', 'gatekeeper', array['practitioner']);

-- ---------------------------------------------------------------- who reads and writes
do $$ declare
  s text;
  mine text := 'author_id = (select access.working_actor(current_user)) and not (person_id = any ((select access.sealed_from_me())::uuid[]))';
begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %1$I.contribution, %1$I.contribution_query to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.contribution for select to %%1$s using (%s)',
      s, access.has_entry('contribution.person_id', array['B2'], false)));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.contribution_query for select to %%1$s using (%s)',
      s, access.has_entry('contribution_query.person_id', array['B2'], false)));
    perform platform.policy_for(array['practitioner'], format('create policy reads_own on %I.contribution for select to %%1$s using (%s)', s, mine));
    perform platform.policy_for(array['practitioner'], format('create policy reads_own on %I.contribution_query for select to %%1$s using (%s)', s, mine));
    -- The agency's own part: a colleague of the author's, while they work with the child themself.
    perform platform.policy_for(array['practitioner'], format('create policy reads_of_agency on %I.contribution for select to %%1$s
      using (organisation_id = (select access.my_organisation()) and %s and access.works_for_agency_with(person_id))',
      s, access.has_entry('contribution.person_id', array['A2'], false)));
  end loop;
  perform platform.for_roles(array['practitioner'], 'grant insert on record.contribution to %I');
  perform platform.policy_for(array['practitioner'], format('create policy contributes on record.contribution for insert to %%1$s
    with check (author_id = (select platform.actor_as(current_user)) and organisation_id = (select access.my_organisation()) and read_at is null and %s
      and (access.works_for_agency_with(person_id) or (corrects_id is not null and exists (select from record.contribution_query q
        where q.contribution_id = corrects_id and q.person_id = contribution.person_id and q.author_id = contribution.author_id and q.answered_at is null))))',
    'not (person_id = any ((select access.sealed_from_me())::uuid[]))'));
  -- That it was read, by those who write the record; how far it goes, by its author alone (a_keep_told_by_agency).
  perform platform.for_roles(array['practitioner', 'duty'], 'grant update (read_at, read_by) on record.contribution to %I');
  perform platform.for_roles(array['practitioner'], 'grant update (family_may_know) on record.contribution to %I');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy marks on record.contribution for update to %%1$s using (%1$s) with check (%1$s)',
    access.has_entry('contribution.person_id', array['B2'], true)));
  perform platform.policy_for(array['practitioner'], format('create policy shares on record.contribution for update to %%1$s using (%1$s) with check (%1$s)', mine));
  -- Asked by whoever writes the record, answered by the author.
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.contribution_query to %I');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy asks on record.contribution_query for insert to %%1$s
    with check (asked_by = (select platform.actor_as(current_user)) and answered_at is null and %s)', access.has_entry('contribution_query.person_id', array['B2'], true)));
  perform platform.for_roles(array['practitioner'], 'grant update (answered_at, answer, corrected_by_id) on record.contribution_query to %I');
  perform platform.policy_for(array['practitioner'], format('create policy answers on record.contribution_query for update to %%1$s using (%1$s) with check (%1$s)', mine));
end $$;

-- What stands whatever a page does.
select platform.for_roles(array['gatekeeper'], 'grant select on record.contribution to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps on record.contribution for select to %1$s using (true)');
create function access.keep_told_by_agency() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.corrects_id is not null and not exists (select from record.contribution c
      where c.id = new.corrects_id and c.person_id = new.person_id and c.author_id = new.author_id) then
      raise exception 'Its author alone corrects what they told' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.family_may_know is distinct from old.family_may_know and platform.actor() is distinct from old.author_id then
    raise exception 'Only its author says whether the family may be told' using errcode = 'insufficient_privilege';
  end if;
  if new.read_by is distinct from old.read_by and (old.read_at is not null or platform.actor() = old.author_id) then
    raise exception 'Read once, by whoever holds the record' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger a_keep_told_by_agency before insert or update on record.contribution for each row execute function access.keep_told_by_agency();
select platform.hand_over('access.keep_told_by_agency()', 'gatekeeper');

create function access.keep_asked_source() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from record.contribution c where c.id = new.contribution_id and c.person_id = new.person_id and c.author_id = new.author_id) then
    raise exception 'A question goes to the author of what it asks about' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger a_keep_asked_source before insert on record.contribution_query for each row execute function access.keep_asked_source();
select platform.hand_over('access.keep_asked_source()', 'gatekeeper');
