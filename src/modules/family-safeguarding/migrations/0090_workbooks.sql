-- The work of a Family Safeguarding team with one family: its workbook, and the strands of it, each of which ties one person, one need,
-- one named worker and one aim (domain 2). A strand is the team's own offer: it begins when the need is noted, with no referral form.

create table record.workbook (
  id uuid primary key default uuidv7(),
  family_id uuid not null references record.family (id),
  team_id uuid not null references record.team (id),
  opened_on date not null,
  closed_on date,
  version integer not null default 1,
  constraint workbook_closes_after_opening check (closed_on >= opened_on)
);
create unique index one_open_workbook on record.workbook (family_id) where closed_on is null;
create index workbook_team on record.workbook (team_id) where closed_on is null;
select platform.keep_history('workbook', null);

create table record.strand (
  id uuid primary key default uuidv7(),
  workbook_id uuid not null references record.workbook (id),
  family_id uuid not null references record.family (id), -- of the workbook, repeated: access asks no other table
  team_id uuid not null references record.team (id),
  person_id uuid not null references record.person (id), -- whose need it is
  need_kind text not null,                       -- as record.need has it
  need_noted_on date not null,
  discipline text not null check (discipline in ('social_work', 'family_support', 'mental_health', 'substance_misuse', 'domestic_abuse')),
  works_with text check (works_with in ('victim', 'perpetrator')), -- of domestic abuse: said by whoever holds the case, never guessed
  worker_id uuid references record.worker (id),  -- nobody yet: the discipline's post is vacant, or somebody chooses
  aim text,
  offered_on date not null,
  answer text check (answer in ('accepted', 'declined', 'not_now')),
  answered_on date,
  first_contact_on date,
  ended_on date,
  end_reason text check (end_reason in ('aim_met', 'declined', 'person_left_household', 'moved_to_other_service', 'no_longer_needed',
    'worker_changed', 'case_closed', 'other')),
  why_nobody text,                               -- why no specialist works on it, while nobody does
  version integer not null default 1,
  constraint contact_after_need check (first_contact_on >= need_noted_on),
  constraint strand_ends_after_offer check (ended_on >= offered_on),
  constraint ended_strand_says_why check ((ended_on is null) = (end_reason is null)),
  constraint answered_has_a_day check ((answer is null) = (answered_on is null)),
  constraint side_of_abuse_alone check (works_with is null or discipline = 'domestic_abuse')
);
create unique index one_strand_a_need on record.strand (person_id, need_kind, discipline) where ended_on is null;
create index strand_family on record.strand (family_id);
create index strand_worker on record.strand (worker_id) where ended_on is null;
create index strand_person on record.strand (person_id);
create index strand_workbook on record.strand (workbook_id);
create index strand_team on record.strand (team_id) where ended_on is null;
select platform.keep_history('strand');

-- What somebody's own service keeps for itself (class C2): never in the family's record, never in a copy, search or count.
create table record.clinical_note (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  strand_id uuid not null references record.strand (id),
  discipline text not null check (discipline in ('mental_health', 'substance_misuse', 'domestic_abuse')),
  organisation_id uuid not null references record.organisation (id), -- the controller
  author_id uuid not null default platform.actor(),
  happened_at timestamptz not null,
  body text not null check (length(trim(body)) > 0 and length(body) <= 200000),
  corrects_id uuid references record.clinical_note (id),
  correction_reason text,
  submission uuid unique
);
create index clinical_note_person on record.clinical_note (person_id, happened_at desc);
create index clinical_note_strand on record.clinical_note (strand_id);
select platform.keep_history('clinical_note');

-- ---------------------------------------------------------------- access that strands give
do $$ declare t text; begin
  foreach t in array array['workbook', 'strand'] loop
    perform platform.for_roles(array['gatekeeper', 'clockkeeper'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper', 'clockkeeper'], format('create policy keeps_access on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

do $$ declare mine text := current_setting('role'); begin
  execute format('grant create on schema access to %I', platform.role_name('gatekeeper'));
  perform set_config('role', platform.role_name('gatekeeper'), true);
  -- Everyone of the family to whoever works on a strand of it, as long as they hold a post in its team; the safety data of a victim to
  -- whoever works with that victim. Whoever stands in for a worker has what the worker has.
  create or replace function access.given_by_strands(subjects uuid[])
    returns table (actor_id uuid, subject_id uuid, data_class text, may_write boolean, starts_at timestamptz, ends_at timestamptz, source_id uuid)
    language sql stable set search_path = pg_catalog, pg_temp as $f$
    with works as (
      select s.id, s.family_id, s.person_id, s.works_with, p.worker_id,
        greatest(access.day_begins(s.offered_on), access.day_begins(p.started_on)) as starts,
        least(access.day_ends(s.ended_on), access.day_ends(p.ended_on)) as ends
      from record.strand s join record.post p on p.worker_id = s.worker_id and p.team_id = s.team_id and p.covers_post_id is null
      where s.ended_on is null or s.ended_on >= access.long_over()
      union all
      select s.id, s.family_id, s.person_id, s.works_with, c.worker_id,
        greatest(access.day_begins(s.offered_on), access.day_begins(p.started_on), access.day_begins(c.started_on)),
        least(access.day_ends(s.ended_on), access.day_ends(p.ended_on), access.day_ends(c.ended_on)) -- what the worker has, while they have it
      from record.strand s join record.post p on p.worker_id = s.worker_id and p.team_id = s.team_id
        join record.post c on c.covers_post_id = p.id and access.is_practice(c.role) and c.ended_on >= c.started_on
      where s.ended_on is null or s.ended_on >= access.long_over()
    )
    select w.worker_id, m.person_id, c.data_class, c.data_class = 'C1',
      greatest(w.starts, access.day_begins(m.started_on), '-infinity'), least(w.ends, access.day_ends(m.ended_on)), w.id
    from record.family_member m join works w using (family_id),
      unnest(case m.role when 'child' then array['A2', 'B2S', 'C1'] else array['A2', 'C1'] end) c (data_class)
    where m.person_id = any (subjects) and (m.ended_on is null or m.ended_on >= access.long_over())
      -- A wall of its own, raised by nobody: who works with the one who harms learns nothing by that of who is or was worked with as harmed.
      and not (w.works_with is not distinct from 'perpetrator' and m.person_id <> w.person_id and exists (select from record.strand v
        where v.family_id = m.family_id and v.person_id = m.person_id and v.works_with = 'victim'))
    union all
    select w.worker_id, w.person_id, 'C3', false, w.starts, w.ends, w.id
    from works w where w.works_with = 'victim' and w.person_id = any (subjects)
  $f$;
  -- Whoever has or had a specialist's strand of the one whom a wall keeps out works with that person. Social work and family support are
  -- for the whole family: a lead who lost the mother's safety data could not keep her safe.
  create or replace function access.working_with(people uuid[]) returns table (actor_id uuid)
    language sql stable set search_path = pg_catalog, pg_temp as $f$
    select i.worker_id from record.involvement i where i.person_id = any (people) and i.worker_id is not null
    union
    select s.worker_id from record.strand s where s.person_id = any (people) and s.worker_id is not null
      and s.discipline not in ('social_work', 'family_support') and s.works_with is distinct from 'victim'
    union
    select c.worker_id from record.strand s join record.post p on p.worker_id = s.worker_id and p.team_id = s.team_id
      join record.post c on c.covers_post_id = p.id
    where s.person_id = any (people) and s.discipline not in ('social_work', 'family_support') and s.works_with is distinct from 'victim' $f$;
  execute format('grant execute on function access.facts_changed() to %I', session_user);
  perform set_config('role', mine, true);
  execute format('revoke create on schema access from %I', platform.role_name('gatekeeper'));
end $$;

do $$ declare act text; mine text := current_setting('role'); begin
  foreach act in array array['insert', 'update'] loop
    execute format('create trigger access_%1$s after %1$s on record.strand referencing new table as changed
      for each statement execute function access.facts_changed(%2$L)', act,
      'select access.around(array(select m.person_id from record.family_member m join changed c using (family_id)
         union select c.person_id from changed c
         union select p from changed c join access.wall x on c.person_id = any (access.same_people(array[x.from_id])),
           unnest(x.protected_ids) p))');
  end loop;
  perform set_config('role', platform.role_name('gatekeeper'), true);
  execute format('revoke execute on function access.facts_changed() from %I', session_user);
  perform set_config('role', mine, true);
end $$;

-- ---------------------------------------------------------------- who reads and writes
-- Row-level security for a table of the team's work (class C1), about everyone in person_ids: read by whoever has C1 of every one of
-- them, so that no entry about two people tells of one whom a wall or a list keeps from the reader; and by its author, who keeps their
-- own words until somebody in it is kept from them. Written by whoever may write C1 of every one of them.
create function access.guard_shared(t text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare s text; everyone text; own text; writes text;
begin
  foreach s in array array['record', 'history'] loop
    everyone := format('cardinality(%1$I.person_ids) > 0 and not exists (select from unnest(%1$I.person_ids) p (id) where not %2$s)',
      t, access.has_entry('p.id', array['C1'], false));
    own := format('author_id = (select access.working_actor(current_user))
      and not (%I.person_ids && (select access.sealed_from_me())::uuid[])', t);
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
    perform platform.policy_for(array['practitioner', 'duty', 'director'],
      format('create policy reads on %I.%I for select to %%1$s using (%s)', s, t, everyone));
    perform platform.policy_for(array['practitioner'], format('create policy reads_own on %I.%I for select to %%1$s using (%s)', s, t, own));
  end loop;
  writes := format('cardinality(%I.person_ids) > 0 and %s', t, access.writes_all(t, 'C1'));
  perform platform.for_roles(array['practitioner', 'duty'], format('grant insert, update on record.%I to %%I', t));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.%I for insert to %%1$s
    with check (author_id = (select platform.actor_as(current_user)) and %s)', t, writes));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy changes on record.%I for update to %%1$s
    using (%s) with check (%s)', t, writes, writes));
  perform platform.for_roles(array['clockkeeper'], format('grant select on record.%I to %%I', t));
  perform platform.policy_for(array['clockkeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', t));
end $$;

-- Disciplines of the posts that the acting person holds today.
create function access.my_disciplines() returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct replace(p.role, '_practitioner', '')), '{}') from record.post p
  where p.worker_id = access.working_actor(current_setting('role', true)) and p.role in ('mental_health_practitioner',
      'substance_misuse_practitioner', 'domestic_abuse_practitioner')
    and (now() at time zone 'Europe/London')::date between p.started_on and coalesce(p.ended_on, 'infinity') $$;
select platform.hand_over('access.my_disciplines()', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- A workbook is read by whoever has C1 of anybody of its family today: it holds dates and no word.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %1$I.workbook, %1$I.strand, %1$I.clinical_note to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.workbook for select to %%1$s
      using (exists (select from record.family_member m where m.family_id = workbook.family_id and %s))', s,
      access.has_entry('m.person_id', array['C1'], false)));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.strand for select to %%1$s
      using (%s)', s, access.has_entry('strand.person_id', array['C1'], false)));
    -- Clinical notes: the author, and whoever of the same organisation holds a post of the same discipline and has C1 of the person.
    perform platform.policy_for(array['practitioner'], format('create policy reads_own on %I.clinical_note for select to %%1$s
      using (author_id = (select access.working_actor(current_user)) and not (person_id = any ((select access.sealed_from_me())::uuid[])))', s));
    perform platform.policy_for(array['practitioner'], format('create policy reads_of_service on %I.clinical_note for select to %%1$s
      using (organisation_id = (select access.my_organisation()) and discipline = any ((select access.my_disciplines())::text[]) and %s)', s,
      access.has_entry('clinical_note.person_id', array['C1'], false)));
  end loop;
end $$;


-- The line of a family: whoever writes the record (B2) of one of its children of today, by a tie to the case. They open its workbook, begin and
-- end strands and choose who works on them: a strand gives access, so nobody takes one for themself.
create function access.keeps_workbook(family uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.family_member m where m.family_id = family and m.role = 'child'
    and (m.started_on is null or m.started_on <= platform.today()) and (m.ended_on is null or m.ended_on >= platform.today())
    and access.writes_as(m.person_id, 'B2', array['allocation', 'sibling', 'team', 'area', 'named_list'])) $$;
select platform.hand_over('access.keeps_workbook(uuid)', 'gatekeeper', array['practitioner', 'duty']);

select platform.for_roles(array['practitioner', 'duty'], 'grant insert, update on record.workbook, record.strand to %I');
select access.let_write('workbook', 'keeps', 'access.keeps_workbook(family_id)');
select access.let_write('strand', 'keeps', 'access.keeps_workbook(family_id)', access.has_entry('strand.person_id', array['C1'], true));
-- Who works on it writes what became of it, and changes nothing that gives access (a_keep_strand).
select platform.policy_for(array['practitioner'], format('create policy works on record.strand for update to %%1$s
  using (%1$s and worker_id = (select access.working_actor(current_user))) with check (%1$s and worker_id = (select access.working_actor(current_user)))',
  access.has_entry('strand.person_id', array['C1'], true)));
-- Whether a clinical note of this strand and person is the acting person's own, and still theirs to read.
create function access.is_own_note(note uuid, strand uuid, person uuid, kind text) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.clinical_note n where n.id = note and n.strand_id = strand and n.person_id = person and n.discipline = kind
    and n.author_id = access.working_actor(current_user) and n.organisation_id = access.my_organisation()) $$;
select platform.for_roles(array['practitioner'], 'grant execute on function access.is_own_note(uuid, uuid, uuid, text) to %I');
-- A clinical note: by who works on the strand, of whose strand it is, and never changed. Its author corrects it by another also when the strand
-- has ended, while they hold a post of the discipline for the same organisation.
select platform.for_roles(array['practitioner'], 'grant insert on record.clinical_note to %I');
select platform.policy_for(array['practitioner'], 'create policy adds on record.clinical_note for insert to %1$s
  with check (author_id = (select platform.actor_as(current_user)) and organisation_id = (select access.my_organisation())
    and discipline = any ((select access.my_disciplines())::text[])
    and (exists (select from record.strand s where s.id = clinical_note.strand_id and s.person_id = clinical_note.person_id
        and s.discipline = clinical_note.discipline and s.worker_id = clinical_note.author_id and s.ended_on is null)
      or access.is_own_note(clinical_note.corrects_id, clinical_note.strand_id, clinical_note.person_id, clinical_note.discipline)))');

-- What stands whatever a page does: whose strand of which family it is never changes; a person of the family; a worker in post in the team,
-- of the discipline; what gives access, by the line alone.
create function access.keep_strand() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user not in (platform.role_name('practitioner'), platform.role_name('duty')) then return new; end if; -- a merge, the offer, the demo
  if tg_op = 'UPDATE' then
    if (new.workbook_id, new.family_id, new.person_id, new.need_kind, new.need_noted_on, new.discipline, new.offered_on)
       is distinct from (old.workbook_id, old.family_id, old.person_id, old.need_kind, old.need_noted_on, old.discipline, old.offered_on) then
      raise exception 'Whose strand it is does not change: end it and begin another' using errcode = '23514', constraint = 'strand_stays';
    end if;
    if old.ended_on is not null then
      raise exception 'A strand that has ended does not change' using errcode = '23514', constraint = 'strand_has_ended';
    end if;
    if (new.worker_id, new.team_id, new.works_with) is distinct from (old.worker_id, old.team_id, old.works_with)
       and not access.keeps_workbook(new.family_id) then
      raise exception 'Who works on a strand is chosen by whoever holds the case' using errcode = '42501';
    end if;
  elsif not exists (select from record.workbook w join record.family_member m using (family_id) where w.id = new.workbook_id
      and w.family_id = new.family_id and w.team_id = new.team_id and w.closed_on is null and m.person_id = new.person_id
      and (m.ended_on is null or m.ended_on >= platform.today())) then
    raise exception 'A strand is of somebody of the family of an open workbook' using errcode = '23514', constraint = 'strand_of_the_family';
  end if;
  if new.worker_id is not null and (tg_op = 'INSERT' or new.worker_id is distinct from old.worker_id)
     and not access.fits_strand(new.worker_id, new.team_id, new.discipline) then
    raise exception 'Nobody works on a strand without a post of its discipline in its team' using errcode = '23514', constraint = 'strand_worker_in_team';
  end if;
  return new;
end $$;
-- Whether this worker holds a post of the discipline in the team today.
create function access.fits_strand(worker uuid, team uuid, discipline text) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.post p join record.worker w on w.id = p.worker_id where p.worker_id = worker and p.team_id = team
    and p.role = any (case discipline when 'social_work' then array['social_worker', 'senior_social_worker', 'team_manager']
      when 'family_support' then array['family_help_practitioner'] else array[discipline || '_practitioner'] end)
    and platform.today() between p.started_on and coalesce(p.ended_on, 'infinity') and (w.left_at is null or now() < w.left_at)) $$;
select platform.for_roles(array['practitioner', 'duty', 'gatekeeper'], 'grant execute on function access.fits_strand(uuid, uuid, text) to %I');
create trigger a_keep_strand before insert or update on record.strand for each row execute function access.keep_strand();

-- ---------------------------------------------------------------- a need is offered to the team at once
-- Whoever has the team's work with a family (C1) reads the needs of its people and notes new ones.
do $$ declare s text; of_both text; begin
  foreach s in array array['record', 'history'] loop
    of_both := access.has_entry('need.person_id', array['C1'], false) || ' and (adult_id is null or ' || access.has_entry('need.adult_id', array['C1'], false) || ')';
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads_shared on %I.need for select to %%1$s using (%s)', s, of_both));
  end loop;
  of_both := access.has_entry('need.person_id', array['C1'], true) || ' and (adult_id is null or ' || access.has_entry('need.adult_id', array['C1'], true) || ')';
  perform access.let_write('need', 'notes_shared', of_both);
end $$;

-- Who in the team may be given the strand without anybody choosing: of that discipline in post, the one with the fewest strands; nobody whom
-- a conflict, a wall or a named list stands against.
create function access.next_specialist(team uuid, its_discipline text, family uuid, person uuid) returns uuid
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.worker_id from record.post p
  where p.team_id = team and p.covers_post_id is null and access.fits_strand(p.worker_id, team, its_discipline)
    and p.role = its_discipline || '_practitioner'
    and not exists (select from record.family_member m join access.restriction r on r.subject_id = m.person_id
      where m.family_id = family and now() < r.ends_at)
    and not exists (select from record.family_member m join access.conflict c on c.subject_id = m.person_id
      where m.family_id = family and c.actor_id = p.worker_id and now() < c.ends_at)
    and not exists (select from access.wall w where now() < w.ends_at and (
      (person = any (access.same_people(w.protected_ids)) and p.worker_id in (select actor_id from access.working_with(access.same_people(array[w.from_id]))))
      or (person = any (access.same_people(array[w.from_id])) and exists (select from record.strand s
        where s.person_id = any (access.same_people(w.protected_ids)) and s.worker_id = p.worker_id))))
  order by (select count(*) from record.strand s where s.worker_id = p.worker_id and s.ended_on is null), p.started_on, p.id limit 1 $$;

-- The offer itself: a strand in the family's workbook, which opens with it. Of domestic abuse nobody is chosen: whether the work is with
-- the one harmed or the one who harms is said by whoever holds the case first.
create function access.offer_help() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare whose uuid := coalesce(new.adult_id, new.person_id); held record; book uuid;
begin
  if current_setting('role', true) = platform.role_name('storyteller') then return null; end if; -- the demo tells its own
  select m.family_id, t.id as team_id into held from record.family_member m
    join record.allocation a on a.person_id = m.person_id and a.ended_on is null and a.role in ('lead_social_worker', 'lead_practitioner', 'queue')
    join record.team t on t.id = a.team_id and t.kind = 'family_safeguarding'
  where m.person_id = new.person_id and m.role = 'child' and (m.ended_on is null or m.ended_on >= platform.today())
    and (new.adult_id is null or exists (select from record.family_member o where o.family_id = m.family_id and o.person_id = new.adult_id
      and (o.ended_on is null or o.ended_on >= platform.today())))
  order by a.role = 'queue', m.family_id limit 1;
  if held.family_id is null then return null; end if;
  insert into record.workbook (family_id, team_id, opened_on) values (held.family_id, held.team_id, platform.today())
    on conflict (family_id) where closed_on is null do nothing;
  select w.id, w.team_id into book, held.team_id from record.workbook w where w.family_id = held.family_id and w.closed_on is null;
  insert into record.strand (workbook_id, family_id, team_id, person_id, need_kind, need_noted_on, discipline, worker_id, offered_on)
    values (book, held.family_id, held.team_id, whose, new.kind, new.noted_on, new.kind,
      case when new.kind <> 'domestic_abuse' then access.next_specialist(held.team_id, new.kind, held.family_id, whose) end,
      greatest(platform.today(), new.noted_on))
    on conflict (person_id, need_kind, discipline) where ended_on is null do nothing;
  return null;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant insert on record.workbook, record.strand to %I');
select platform.policy_for(array['gatekeeper'], 'create policy offers on record.workbook for insert to %1$s with check (true)');
select platform.policy_for(array['gatekeeper'], 'create policy offers on record.strand for insert to %1$s with check (true)');
create trigger z_offer_help after insert on record.need for each row
  when (new.kind in ('domestic_abuse', 'mental_health', 'substance_misuse') and new.met_on is null and new.no_help_reason is null)
  execute function access.offer_help();
select platform.hand_over(f, 'gatekeeper') from unnest(array['access.next_specialist(uuid, text, uuid, uuid)', 'access.offer_help()']) f;
select access.let_merger();
