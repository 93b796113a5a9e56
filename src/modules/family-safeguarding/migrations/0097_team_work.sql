-- What a Family Safeguarding team writes of its work with a family (class C1): sessions, monthly summaries, progress through the
-- intervention modules, group supervision, what the family said of the help, and measures of how adults fare. Every row is about the
-- people in person_ids, and is read by those alone who may read the team's work of every one of them (access.guard_shared).

-- Whether the caller covers the post of this worker in the team today.
create function access.stands_in_for(worker uuid, team uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.post p join record.post c on c.covers_post_id = p.id
    where p.worker_id = worker and p.team_id = team and c.worker_id = access.working_actor(current_setting('role', true))
      and platform.today() between c.started_on and coalesce(c.ended_on, 'infinity')) $$;
select platform.hand_over('access.stands_in_for(uuid, uuid)', 'gatekeeper', array['practitioner', 'duty']);
-- Whether each of these people is or was of the family.
create function access.are_family(family uuid, people uuid[]) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select not exists (select from unnest(people) p (id)
    where not exists (select from record.family_member m where m.family_id = family and m.person_id = p.id)) $$;
select platform.for_roles(array['practitioner', 'duty'], 'grant execute on function access.are_family(uuid, uuid[]) to %I');

-- Clinical notes are found by their author and by their service, outside any workbook; a note is corrected once, a correction again.
create index clinical_note_author on record.clinical_note (author_id);
create index clinical_note_service on record.clinical_note (organisation_id, discipline);
create unique index one_correction_of_clinical_note on record.clinical_note (corrects_id) where corrects_id is not null;
alter table record.clinical_note add constraint clinical_correction_says_why check ((corrects_id is null) = (correction_reason is null));

-- ---------------------------------------------------------------- sessions
-- One contact of a practitioner in a strand, written once. Never changed: a correction is another row.
create table record.practice_session (
  id uuid primary key default uuidv7(),
  family_id uuid not null references record.family (id),
  strand_id uuid not null references record.strand (id),
  person_ids uuid[] not null,
  author_id uuid not null default platform.actor(),
  discipline text not null check (discipline in ('social_work', 'family_support', 'mental_health', 'substance_misuse', 'domestic_abuse')),
  works_with text check (works_with in ('victim', 'perpetrator')),
  happened_at timestamptz not null,
  kind text not null check (kind in ('session', 'telephone', 'joint_visit', 'attempted')),
  words text not null check (length(trim(words)) > 0 and length(words) <= 100000),
  own_words text check (length(own_words) <= 10000), -- what the person said, as they said it
  is_significant boolean not null default false,
  readiness integer check (readiness between 0 and 10), -- the person's own mark on the scale
  change_talk text[] not null default '{}' check (change_talk <@ array['desire', 'ability', 'reason', 'need', 'commitment', 'activation',
    'taking_steps']),
  modules integer[] not null default '{}' check (modules <@ array[1, 2, 3, 4, 5, 6, 7, 8]),
  corrects_id uuid references record.practice_session (id),
  correction_reason text,
  submission uuid unique,
  constraint correction_says_why check ((corrects_id is null) = (correction_reason is null)),
  constraint attempted_has_no_mark check (kind <> 'attempted' or (readiness is null and change_talk = '{}'))
);
create index practice_session_strand on record.practice_session (strand_id, happened_at desc);
create index practice_session_family on record.practice_session (family_id, happened_at desc);
create index practice_session_people on record.practice_session using gin (person_ids);
create index practice_session_author on record.practice_session (author_id, happened_at desc);
create unique index one_correction_of_session on record.practice_session (corrects_id) where corrects_id is not null;
select platform.keep_history('practice_session', null);
select access.guard_shared('practice_session');
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.practice_session from %I');
-- Of the strand's own person, by who works on it or who holds the case; a correction by whose words they were.
select platform.policy_for(array['practitioner', 'duty'], 'create policy of_a_strand on record.practice_session as restrictive for insert to %1$s
  with check (exists (select from record.strand s where s.id = practice_session.strand_id and s.family_id = practice_session.family_id
      and s.discipline = practice_session.discipline and s.works_with is not distinct from practice_session.works_with
      and s.person_id = any (practice_session.person_ids)
      and (s.worker_id = practice_session.author_id or practice_session.corrects_id is not null
        or access.stands_in_for(s.worker_id, s.team_id) or access.keeps_workbook(s.family_id)))
    and access.are_family(practice_session.family_id, practice_session.person_ids))');

-- ---------------------------------------------------------------- monthly summaries
create table record.chapter_summary (
  id uuid primary key default uuidv7(),
  family_id uuid not null references record.family (id),
  discipline text not null check (discipline in ('social_work', 'family_support', 'mental_health', 'substance_misuse', 'domestic_abuse')),
  works_with text check (works_with in ('victim', 'perpetrator')),
  month date not null check (extract(day from month) = 1),
  person_ids uuid[] not null,
  author_id uuid not null default platform.actor(),
  words text not null check (length(trim(words)) > 0 and length(words) <= 100000),
  shared_on date not null,
  version integer not null default 1,
  submission uuid unique
);
create unique index one_summary_a_month on record.chapter_summary (family_id, discipline, works_with, month) nulls not distinct;
create index chapter_summary_people on record.chapter_summary using gin (person_ids);
select platform.keep_history('chapter_summary', null);
select access.guard_shared('chapter_summary');
-- Of one's own chapter alone: who works on a strand of it, or, for social work and family support, who holds the case.
do $$ declare own text := 'access.are_family(family_id, person_ids) and (exists (select from record.strand s
      where s.family_id = chapter_summary.family_id and s.discipline = chapter_summary.discipline
        and s.works_with is not distinct from chapter_summary.works_with and s.worker_id = (select access.working_actor(current_user)))
    or (discipline in (''social_work'', ''family_support'') and access.keeps_workbook(family_id)))'; begin
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy of_own_chapter on record.chapter_summary as restrictive for insert to %%1$s with check (%s)', own));
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy of_own_chapter_again on record.chapter_summary as restrictive for update to %%1$s using (%s) with check (%s)', own, own));
end $$;

-- ---------------------------------------------------------------- intervention modules
create table record.module_progress (
  id uuid primary key default uuidv7(),
  family_id uuid not null references record.family (id),
  person_ids uuid[] not null check (cardinality(person_ids) = 1), -- who goes through the module
  author_id uuid not null default platform.actor(),
  module integer not null check (module between 1 and 8),
  state text not null check (state in ('not_for_them', 'planned', 'begun', 'finished', 'stopped')),
  on_day date not null,
  remark text,
  submission uuid
);
create index module_progress_family on record.module_progress (family_id);
create index module_progress_people on record.module_progress using gin (person_ids);
select platform.keep_history('module_progress', null);
select access.guard_shared('module_progress');
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.module_progress from %I');

-- ---------------------------------------------------------------- group supervision
-- That it was held: a day and who led it, no word. Its parts are each about people.
create table record.group_supervision (
  id uuid primary key default uuidv7(),
  family_id uuid not null references record.family (id),
  held_on date not null,
  facilitator_id uuid not null references record.worker (id),
  next_on date,
  submission uuid unique,
  constraint next_is_later check (next_on > held_on)
);
create index group_supervision_family on record.group_supervision (family_id, held_on desc);
select platform.keep_history('group_supervision', null);

create table record.supervision_part (
  id uuid primary key default uuidv7(),
  supervision_id uuid not null references record.group_supervision (id),
  family_id uuid not null references record.family (id),
  person_ids uuid[] not null,
  author_id uuid not null default platform.actor(),
  kind text not null check (kind in ('contribution', 'voice', 'decision')),
  discipline text check (discipline in ('social_work', 'family_support', 'mental_health', 'substance_misuse', 'domestic_abuse')),
  works_with text check (works_with in ('victim', 'perpetrator')),
  words text not null check (length(trim(words)) > 0 and length(words) <= 20000),
  task text,                                     -- of a decision: what is done
  owner_worker_id uuid references record.worker (id),
  owner_name text,
  due_on date,
  plan_action_id uuid references record.plan_action (id), -- what it became in the plan
  checked_as text check (checked_as in ('done', 'partly', 'not_done')),
  checked_on date,
  checked_words text,
  version integer not null default 1,
  constraint task_has_owner_and_day check ((task is null) = (due_on is null) and (task is null) = (coalesce(owner_worker_id::text, owner_name) is null)),
  constraint tasks_follow_decisions check (task is null or kind = 'decision'),
  constraint checked_has_day check ((checked_as is null) = (checked_on is null))
);
create index supervision_part_supervision on record.supervision_part (supervision_id);
create index supervision_part_family on record.supervision_part (family_id) where kind = 'decision' and checked_as is null;
create index supervision_part_people on record.supervision_part using gin (person_ids);
select platform.keep_history('supervision_part', null);
select access.guard_shared('supervision_part');

-- Dates without a word: read by whoever reads the team's work or the summary of anybody of the family, for its time limits; led by whoever
-- holds the case.
do $$ declare s text; t text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.group_supervision to %%I', s));
    foreach t in array array['group_supervision', 'workbook'] loop
      perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads_dates on %1$I.%2$I for select to %%1$s
        using (exists (select from record.family_member m where m.family_id = %2$I.family_id and %3$s))', s, t,
        access.has_entry('m.person_id', array['C1', 'B2', 'B2S'], false)));
    end loop;
  end loop;
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.group_supervision to %I');
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy leads on record.group_supervision for insert to %1$s
    with check (facilitator_id = (select access.working_actor(current_user)) and access.keeps_workbook(family_id))');
  perform platform.for_roles(array['clockkeeper'], 'grant select on record.group_supervision to %I');
  perform platform.policy_for(array['clockkeeper'], 'create policy counts on record.group_supervision for select to %1$s using (true)');
  -- An import derives the clocks of those whom it imports: dates alone.
  perform platform.for_roles(array['importer'], 'grant select (id, family_id, held_on) on record.group_supervision to %I');
  perform platform.for_roles(array['importer'], 'grant select (id, family_id, opened_on, closed_on) on record.workbook to %I');
  foreach t in array array['group_supervision', 'workbook'] loop
    perform platform.policy_for(array['importer'], format('create policy counts_imported on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
-- Whether the acting person adds what a group supervision left out without having led it: the lead worker of a child of the family, and the
-- manager of a team that holds one, both of the line.
create function access.may_add_parts(family uuid) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select access.keeps_workbook(family) and exists (select from record.family_member m where m.family_id = family and m.role = 'child'
    and (m.started_on is null or m.started_on <= platform.today()) and (m.ended_on is null or m.ended_on >= platform.today())
    and (access.writes_as(m.person_id, 'B2', array['team']) or exists (select from record.allocation a where a.person_id = m.person_id
      and a.worker_id = access.working_actor(current_user) and a.role in ('lead_social_worker', 'lead_practitioner')
      and platform.today() between a.started_on and coalesce(a.ended_on, 'infinity')))) $$;
select platform.for_roles(array['practitioner', 'duty'], 'grant execute on function access.may_add_parts(uuid) to %I');
-- Parts come with their supervision, by whoever led it; what it left out also by the lead worker and the manager. What they say is changed by
-- whoever led it or holds the case (a_keep_part); what became of a task is added by the line.
select platform.policy_for(array['practitioner', 'duty'], 'create policy with_its_supervision on record.supervision_part as restrictive
  for insert to %1$s with check (access.are_family(family_id, person_ids) and exists (select from record.group_supervision g
    where g.id = supervision_part.supervision_id and g.family_id = supervision_part.family_id
      and (g.facilitator_id = supervision_part.author_id or access.may_add_parts(g.family_id))))');
select platform.policy_for(array['practitioner', 'duty'], 'create policy checked_by_the_line on record.supervision_part as restrictive
  for update to %1$s using (access.keeps_workbook(family_id)) with check (access.keeps_workbook(family_id))');
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.supervision_part from %I');
select platform.for_roles(array['practitioner', 'duty'], 'grant update (words, task, owner_worker_id, owner_name, due_on, checked_as, checked_on,
  checked_words, version, recorded_from, recorded_by) on record.supervision_part to %I');

-- Whether the acting person may change what a group supervision says: of the line, and led it or holds a child of the family; until the next is held.
create function access.may_reword(supervision uuid) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.group_supervision g where g.id = supervision and access.keeps_workbook(g.family_id)
    and not exists (select from record.group_supervision o where o.family_id = g.family_id and (o.held_on, o.id) > (g.held_on, g.id))
    and (g.facilitator_id = access.working_actor(current_user) or exists (select from record.family_member m
      join record.allocation a on a.person_id = m.person_id and a.worker_id = access.working_actor(current_user)
        and a.role in ('lead_social_worker', 'lead_practitioner') and platform.today() between a.started_on and coalesce(a.ended_on, 'infinity')
      where m.family_id = g.family_id and m.role = 'child' and (m.ended_on is null or m.ended_on >= platform.today())))) $$;
select platform.for_roles(array['practitioner', 'duty'], 'grant execute on function access.may_reword(uuid) to %I');
create function access.keep_supervision_part() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user not in (platform.role_name('practitioner'), platform.role_name('duty')) then return new; end if; -- a merge, the demo
  if (new.words, new.task, new.owner_worker_id, new.owner_name, new.due_on)
     is distinct from (old.words, old.task, old.owner_worker_id, old.owner_name, old.due_on) and not access.may_reword(old.supervision_id) then
    raise exception 'Group supervision is changed by whoever led it or holds the case, until the next is held' using errcode = '42501';
  end if;
  if old.checked_as is not null and (new.task, new.owner_worker_id, new.owner_name, new.due_on)
     is distinct from (old.task, old.owner_worker_id, old.owner_name, old.due_on) then
    raise exception 'A task that was checked stands' using errcode = '23514', constraint = 'checked_task_stands';
  end if;
  return new;
end $$;
create trigger a_keep_part before update on record.supervision_part for each row execute function access.keep_supervision_part();

-- ---------------------------------------------------------------- what the family says of the help
create table record.family_feedback (
  id uuid primary key default uuidv7(),
  family_id uuid not null references record.family (id),
  team_id uuid not null references record.team (id),
  person_ids uuid[] not null check (cardinality(person_ids) = 1), -- who was asked
  author_id uuid not null default platform.actor(),
  occasion text not null check (occasion in ('plan', 'review', 'closure')),
  came_by text check (came_by in ('portal', 'paper', 'spoken')),
  outcome text not null check (outcome in ('asked', 'closed', 'given', 'declined', 'not_given', 'not_asked')), -- silence is kept as silence: who was asked
                                                 -- at the portal and does not answer stays asked; what was said another way closes that
  score integer check (score between 1 and 5),
  words text check (length(words) <= 20000),
  why_not text,                                  -- why they were not asked
  on_day date not null,
  submission uuid unique,
  constraint given_says_something check (outcome <> 'given' or (came_by is not null and (score is not null or words is not null))),
  constraint silence_has_no_words check (outcome = 'given' or (score is null and words is null and came_by is null)),
  constraint not_asked_says_why check (outcome <> 'not_asked' or why_not is not null)
);
create index family_feedback_family on record.family_feedback (family_id, on_day desc);
create index family_feedback_team on record.family_feedback (team_id, on_day);
create index family_feedback_people on record.family_feedback using gin (person_ids);
select platform.keep_history('family_feedback', null);
select access.guard_shared('family_feedback');
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.family_feedback from %I');
-- Asked at the portal is somebody who has it, by whoever may know that; what came by the portal is said there and nowhere else.
select platform.policy_for(array['practitioner', 'duty'], 'create policy asks_at_the_portal on record.family_feedback as restrictive for insert to %1$s
  with check (came_by is distinct from ''portal'' and (outcome <> ''asked'' or exists (select from record.family_account a
    where a.account_of = any (family_feedback.person_ids) and a.closed_at is null)))');

-- What whoever is at the portal was asked in the last ninety days and has not answered.
create function access.my_questions() returns table (id uuid, occasion text, asked_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, f.occasion, f.on_day from record.family_feedback f
  where f.person_ids @> array[access.family_person()] and f.outcome = 'asked' and f.on_day > platform.today() - 90
  order by f.on_day, f.id $$;
-- Keeps the one answer to one's own open question, and tells whoever asked, unless a named list leaves them out; false when it was answered.
create function access.answer_question(question uuid, mark integer, said text, rather_not boolean) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from access.my_questions() q where q.id = question) then return false; end if;
  update record.family_feedback f set outcome = case when rather_not then 'declined' else 'given' end, on_day = platform.today(),
    came_by = case when not rather_not then 'portal' end, score = case when not rather_not then mark end, words = case when not rather_not then said end
  where f.id = question and f.outcome = 'asked';
  if not found then return false; end if;
  insert into app.notice (worker_id, kind, path, subject_id, made_by)
  select f.author_id, 'family_answered', '/families/' || f.family_id || '/safeguarding/family', f.person_ids[1], platform.actor()
  from record.family_feedback f where f.id = question and not exists (select from access.restriction r
    where r.subject_id = any (f.person_ids) and now() >= r.starts_at and now() < r.ends_at
      and not exists (select from access.restriction_member m where m.restriction_id = r.id and m.actor_id = f.author_id));
  return true;
end $$;
-- Whoever chose to be told that there is something to read is told so.
create function access.tell_of_question() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.family_message (channel_id)
  select c.id from app.family_channel c join record.family_account a on a.id = c.account_id join app.family_key k on k.account_id = a.id
  where a.account_of = any (new.person_ids) and a.closed_at is null and c.ended_at is null and k.word_hash is not null
  on conflict do nothing;
  return null;
end $$;
create trigger tell_of_question after insert on record.family_feedback for each row when (new.outcome = 'asked') execute function access.tell_of_question();
select platform.for_roles(array['gatekeeper'], 'grant select, update (outcome, on_day, came_by, score, words) on record.family_feedback to %I');
select platform.policy_for(array['gatekeeper'], 'create policy reads_questions on record.family_feedback for select to %1$s
  using (outcome in (''asked'', ''closed'', ''declined'') or came_by = ''portal'')');
select platform.policy_for(array['gatekeeper'], 'create policy takes_answers on record.family_feedback for update to %1$s
  using (outcome = ''asked'') with check (outcome in (''closed'', ''given'', ''declined''))');
select platform.hand_over(f, 'gatekeeper', array['family']) from unnest(array['access.my_questions()',
  'access.answer_question(uuid, integer, text, boolean)']) f;
select platform.hand_over('access.tell_of_question()', 'gatekeeper');
-- Who says on paper or aloud what they were asked at the portal is asked no longer, and is not silent besides.
create function access.close_question() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update record.family_feedback f set outcome = 'closed' where f.family_id = new.family_id and f.person_ids = new.person_ids
    and f.occasion = new.occasion and f.outcome = 'asked' and f.on_day <= new.on_day;
  return null;
end $$;
create trigger close_question after insert on record.family_feedback for each row when (new.outcome in ('given', 'declined'))
  execute function access.close_question();
select platform.hand_over('access.close_question()', 'gatekeeper');

-- ---------------------------------------------------------------- measures
create table record.outcome_measure (
  id uuid primary key default uuidv7(),
  family_id uuid not null references record.family (id),
  team_id uuid not null references record.team (id),
  person_ids uuid[] not null check (cardinality(person_ids) = 1),
  author_id uuid not null default platform.actor(),
  measure text not null check (length(measure) between 1 and 60), -- a key of the authority's settings
  value numeric(10, 2) not null,
  on_day date not null,
  source text,
  submission uuid unique
);
create index outcome_measure_family on record.outcome_measure (family_id, on_day);
create index outcome_measure_team on record.outcome_measure (team_id, measure, on_day);
create index outcome_measure_people on record.outcome_measure using gin (person_ids);
select platform.keep_history('outcome_measure', null);
select access.guard_shared('outcome_measure');
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.outcome_measure from %I');
