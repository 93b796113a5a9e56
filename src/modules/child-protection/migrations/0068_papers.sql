-- Reports, plans and records in parts, and the copy of each that one person is given. A part is hidden until somebody decides
-- whom it is shown to. A copy is composed once and never changed: a corrected paper makes new copies, and both are kept.

create table record.paper (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('social_work_report', 'agency_report', 'conference_record', 'outline_plan', 'protection_plan',
    'letter', 'child_voice')),
  meeting_id uuid references record.meeting (id),
  invitee_id uuid references record.meeting_invitee (id), -- whose report, when it is an agency's
  person_ids uuid[] not null check (cardinality(person_ids) > 0),
  document_id uuid references record.document (id), -- when it came as a file
  status text not null default 'draft' check (status in ('draft', 'finished', 'replaced', 'withdrawn')),
  finished_at timestamptz,
  finished_by uuid,
  replaces_id uuid references record.paper (id),
  correction_reason text,
  made_by uuid not null default platform.actor(),
  version integer not null default 1,
  constraint finished_by_somebody check ((finished_at is null) = (finished_by is null) and (status <> 'draft') >= (finished_at is not null)),
  constraint replacing_says_why check ((replaces_id is null) = (correction_reason is null))
);
create index paper_meeting on record.paper (meeting_id);
create index paper_people on record.paper using gin (person_ids);
create unique index replaced_once on record.paper (replaces_id) where replaces_id is not null and status <> 'withdrawn';
select platform.keep_history('paper', null);

create table record.paper_part (
  id uuid primary key default uuidv7(),
  paper_id uuid not null references record.paper (id),
  place integer not null check (place > 0),
  heading text not null check (length(trim(heading)) > 0),
  words text not null default '',
  person_ids uuid[] not null default '{}',       -- whose matters it tells
  source text not null default 'own_work' check (source in ('own_work', 'agency', 'police', 'family', 'member_of_public', 'child', 'other')),
  source_words text,                             -- who that is
  is_third_party boolean not null default false,
  offered_to text[] not null default '{}'        -- to whom its author would show it: a proposal, not a decision
    check (offered_to <@ array['mother', 'father', 'child', 'carer', 'school', 'health', 'police', 'other']),
  data_class text not null default 'B3' check (data_class in ('B3', 'C3')),
  removed_at timestamptz,
  version integer not null default 1
);
create index paper_part_people on record.paper_part using gin (person_ids);
create index paper_part_paper on record.paper_part (paper_id, place);
select platform.keep_history('paper_part', null);

-- Whether one part goes to one recipient: somebody of the family, or somebody invited.
create table record.part_showing (
  id uuid primary key default uuidv7(),
  part_id uuid not null references record.paper_part (id),
  recipient_id uuid references record.person (id),
  invitee_id uuid references record.meeting_invitee (id),
  shows boolean not null,
  why text,                                      -- of withholding always; of showing what the author would not
  decided_by uuid not null default platform.actor(),
  decided_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint one_recipient check (num_nonnulls(recipient_id, invitee_id) = 1),
  constraint withheld_says_why check (shows or length(trim(why)) > 0)
);
create unique index one_showing on record.part_showing (part_id, coalesce(recipient_id, invitee_id));
create index part_showing_recipient on record.part_showing (recipient_id) where recipient_id is not null;
select platform.keep_history('part_showing', null);

create table record.paper_copy (
  id uuid primary key default uuidv7(),
  paper_id uuid not null references record.paper (id),
  meeting_id uuid references record.meeting (id),
  person_ids uuid[] not null check (cardinality(person_ids) > 0), -- children whom this copy tells of
  recipient_id uuid references record.person (id),
  invitee_id uuid references record.meeting_invitee (id),
  content jsonb not null,                        -- as the recipient sees it: title, parts with heading and words, who to ring
  content_hash bytea not null,
  part_ids uuid[] not null,
  lang text not null default 'en',
  findings jsonb not null default '[]',          -- what the checks met when it was composed
  findings_answer text,                          -- why it goes nevertheless
  walled boolean not null default false,         -- set by the database: a wall stands before the recipient
  shared_because text,                           -- the decision to give it to somebody without parental responsibility
  status text not null default 'composed' check (status in ('composed', 'approved', 'released', 'refused', 'withdrawn', 'replaced')),
  approved_by uuid[] not null default '{}',
  approved_at timestamptz,
  released_at timestamptz,
  released_by uuid,
  late_because text,                             -- shared after the latest moment
  ended_because text,
  composed_by uuid not null default platform.actor(),
  composed_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint one_recipient check (num_nonnulls(recipient_id, invitee_id) = 1),
  constraint released_was_approved check ((released_at is null) = (released_by is null) and (released_at is null or approved_at is not null)),
  constraint ended_says_why check ((status in ('refused', 'withdrawn', 'replaced')) = (ended_because is not null))
);
create index paper_copy_paper on record.paper_copy (paper_id);
create index paper_copy_meeting on record.paper_copy (meeting_id);
create index paper_copy_recipient on record.paper_copy (recipient_id) where recipient_id is not null;
create index paper_copy_people on record.paper_copy using gin (person_ids);
create unique index one_live_copy on record.paper_copy (paper_id, coalesce(recipient_id, invitee_id), lang)
  where status in ('composed', 'approved', 'released');
select platform.keep_history('paper_copy', null);

-- Sent, received, opened, explained and answered are separate facts, each with its way; never changed.
create table record.copy_event (
  id uuid primary key default uuidv7(),
  copy_id uuid not null references record.paper_copy (id),
  kind text not null check (kind in ('sent', 'received', 'opened', 'explained', 'read_aloud', 'came_back')),
  way text not null check (way in ('portal', 'post', 'by_hand', 'read_aloud', 'meeting')),
  happened_at timestamptz not null,
  remark text,
  by_recipient boolean not null default false,
  noted_by uuid not null default platform.actor(),
  noted_at timestamptz not null default clock_timestamp()
);
create index copy_event_copy on record.copy_event (copy_id);
select platform.keep_history('copy_event', null);

-- What the recipient says, in their words; never changed. part: the line of the copy that it answers.
create table record.copy_answer (
  id uuid primary key default uuidv7(),
  copy_id uuid not null references record.paper_copy (id),
  part integer check (part > 0),
  kind text not null check (kind in ('agrees', 'disagrees', 'comment', 'own_words', 'wants_from_meeting', 'wants_advocate',
    'wants_interpreter', 'understood', 'not_understood')),
  words text,
  document_id uuid references record.document (id), -- the recording or paper that the words were taken from
  given_at timestamptz not null default clock_timestamp(),
  by_recipient boolean not null default false,
  noted_by uuid not null default platform.actor(),
  constraint words_where_words check (kind not in ('comment', 'own_words', 'wants_from_meeting') or length(trim(words)) > 0)
);
create index copy_answer_copy on record.copy_answer (copy_id);
select platform.keep_history('copy_answer', null);

-- A translator's text of a paper's part, kept beside the original.
create table record.part_translation (
  id uuid primary key default uuidv7(),
  part_id uuid not null references record.paper_part (id),
  lang text not null,
  heading text not null,
  words text not null,
  translator text not null,
  of_version integer not null,                   -- of the part: an older one is shown as out of date
  version integer not null default 1,
  unique (part_id, lang)
);
select platform.keep_history('part_translation', null);

-- ---------------------------------------------------------------- who reads and writes
do $$ declare
  t text; s text;
  me text := '(select access.working_actor(current_user))';
  -- Whoever comes to the meeting, while it shows its papers.
  comes text := 'access.part_in_meeting(%1$s.meeting_id) && array[''chair'', ''administrator'', ''invited'']';
  administered text := 'exists (select from record.meeting m where m.id = %1$I.meeting_id and m.administrator_id = ' || '(select access.working_actor(current_user)))';
begin
  perform access.guard_many('paper', array['B2']);
  perform access.guard_many('paper_copy', array['B2']);
  foreach s in array array['record', 'history'] loop
    -- An invited professional reads and writes the report that they wrote themselves, while the meeting shows its papers.
    perform platform.policy_for(array['practitioner'], format('create policy reads_own on %I.paper for select to %%1$s using (made_by = %s
      and kind = ''agency_report'' and exists (select from record.meeting m where m.id = paper.meeting_id))', s, me));
    perform platform.policy_for(array['practitioner'], format('create policy reads_to_send on %1$I.paper_copy for select to %%1$s
      using (status in (''approved'', ''released'') and %2$s)', s, format(administered, 'paper_copy')));
    perform platform.policy_for(array['practitioner'], format('create policy reads_given on %I.paper_copy for select to %%1$s
      using (status = ''released'' and exists (select from record.meeting_invitee i where i.id = paper_copy.invitee_id
        and i.worker_id = %s and i.withdrawn_at is null))', s, me));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy nobody_sealed on %I.paper_copy as restrictive
      for select to %%1$s using (recipient_id is null or not (recipient_id = any ((select access.sealed_from_me())::uuid[])))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy nobody_sealed on %I.part_showing as restrictive
      for select to %%1$s using (recipient_id is null or not (recipient_id = any ((select access.sealed_from_me())::uuid[])))', s));
  end loop;
  perform platform.policy_for(array['practitioner'], format('create policy writes_own on record.paper for insert to %%1$s with check (
    made_by = %1$s and kind = ''agency_report'' and status = ''draft'' and exists (select from record.meeting_invitee i
      where i.id = paper.invitee_id and i.meeting_id = paper.meeting_id and i.worker_id = %1$s and i.withdrawn_at is null)
    and exists (select from record.meeting m where m.id = paper.meeting_id and m.person_ids @> paper.person_ids) and %2$s)', me, format(comes, 'paper')));
  -- Nobody is made the writer of what they did not write: a paper's writer reads parts of it that others do not.
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy written_by_oneself on record.paper as restrictive
    for insert to %%1$s with check (made_by = %s and status = ''draft'')', me));
  perform platform.policy_for(array['practitioner'], format('create policy keeps_own on record.paper for update to %%1$s
    using (made_by = %1$s and kind = ''agency_report'' and exists (select from record.meeting m where m.id = paper.meeting_id) and %2$s)
    with check (made_by = %1$s and kind = ''agency_report'' and exists (select from record.meeting m where m.id = paper.meeting_id
      and m.person_ids @> paper.person_ids))', me, format(comes, 'paper')));
  perform platform.policy_for(array['practitioner'], format('create policy sends on record.paper_copy for update to %%1$s
    using (status = ''approved'' and %1$s) with check (status = ''released'' and %1$s)', format(administered, 'paper_copy')));

  foreach t in array array['paper_part', 'part_showing', 'part_translation', 'copy_event', 'copy_answer'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on record.%1$I, history.%1$I to %%I', t));
    perform platform.for_roles(array['practitioner', 'duty'], format('grant insert on record.%I to %%I', t));
    perform platform.for_roles(array['clockkeeper'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['clockkeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', t));
    foreach s in array array['record', 'history'] loop
      perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %1$I.%2$I for select to %%1$s using (%3$s)', s, t,
        case t when 'paper_part' then 'exists (select from record.paper p where p.id = paper_part.paper_id)'
          when 'copy_event' then 'exists (select from record.paper_copy c where c.id = copy_event.copy_id)'
          when 'copy_answer' then 'exists (select from record.paper_copy c where c.id = copy_answer.copy_id and (c.invitee_id is null or not exists (
            select from record.meeting_invitee i where i.id = c.invitee_id and i.worker_id = ' || me || ') or copy_answer.noted_by = ' || me || '))'
          else format('exists (select from record.paper_part p where p.id = %I.part_id)', t) end));
    end loop;
  end loop;
  foreach t in array array['paper_part', 'part_showing', 'part_translation'] loop
    perform platform.for_roles(array['practitioner', 'duty'], format('grant update on record.%I to %%I', t));
  end loop;
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy safety_for_few on %1$I.paper_part as restrictive
      for select to %%1$s using (data_class <> ''C3'' or exists (select from record.paper p where p.id = paper_part.paper_id
        and (p.made_by = %3$s or not exists (select from unnest(p.person_ids) x (id) where not %2$s))))', s,
      access.has_entry('x.id', array['C3'], false), me));
  end loop;
  -- Parts are written by whoever writes the paper, while it is a draft.
  perform access.let_write('paper_part', 'writes', format('exists (select from record.paper p where p.id = paper_part.paper_id
    and p.status = ''draft'' and ((p.made_by = %2$s and p.kind = ''agency_report'' and %3$s) or %1$s))', access.writes_all('p', 'B2'), me, format(comes, 'p')));
  -- Who sees a part is decided by the line or the chair, never by business support or an invited agency.
  perform access.let_write('part_showing', 'decides', format('exists (select from record.paper_part r join record.paper p on p.id = r.paper_id
    where r.id = part_showing.part_id and r.data_class = ''B3'' and %s)', access.writes_all('p', 'B2')), 'decided_by = ' || me);
  perform access.let_write('part_translation', 'keeps', format('exists (select from record.paper_part r join record.paper p on p.id = r.paper_id
    where r.id = part_translation.part_id and r.data_class = ''B3'' and %s)', access.writes_all('p', 'B2')));
  -- What happened to a copy, and what was said of it: by whoever writes the record or administers the meeting.
  foreach t in array array['copy_event', 'copy_answer'] loop
    perform platform.policy_for(array['practitioner', 'duty'], format('create policy notes on record.%1$I for insert to %%1$s with check (
      noted_by = %2$s and not by_recipient and exists (select from record.paper_copy c where c.id = %1$I.copy_id and c.status = ''released''
        and (%3$s or %4$s)))', t, me, access.writes_all('c', 'B2'), format(administered, 'c')));
    perform platform.policy_for(array['practitioner'], format('create policy notes_own on record.%1$I for insert to %%1$s with check (
      noted_by = %2$s and by_recipient and exists (select from record.paper_copy c join record.meeting_invitee i on i.id = c.invitee_id
        where c.id = %1$I.copy_id and c.status = ''released'' and i.worker_id = %2$s and i.withdrawn_at is null))', t, me));
  end loop;
end $$;

select access.let_write_of_unsealed(t, c) from (values ('paper', 'person_ids'), ('paper_copy', 'person_ids'), ('paper_copy', 'recipient_id'),
  ('part_showing', 'recipient_id')) v (t, c);

-- ---------------------------------------------------------------- what stands whatever a page does
-- Whether a wall stands between this person and anyone of these children's families.
create function access.is_walled(recipient uuid, children uuid[]) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.wall w where recipient = any (access.same_people(array[w.from_id])) and now() < w.ends_at
    and w.protected_ids && access.same_people(access.around(children))) $$;
select platform.hand_over('access.is_walled(uuid, uuid[])', 'gatekeeper', array['practitioner', 'duty', 'storyteller']);

-- Who may be given what tells of these children without a decision of its own: one of them, or whoever has parental responsibility
-- for each of them today. Parental responsibility ends at 18 (Children Act 1989 s.105).
create function access.may_receive(recipient uuid, children uuid[]) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select not exists (select from unnest(children) c (id) join record.person p on p.id = c.id where p.id <> recipient
    and not exists (select from record.relationship r where r.person_id = recipient and r.other_id = c.id and r.has_parental_responsibility
      and (r.started_on is null or r.started_on <= platform.today()) and (r.ended_on is null or r.ended_on > platform.today())
      and (p.date_of_birth is null or p.date_of_birth + interval '18 years' > platform.today()))) $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.relationship to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_copies on record.relationship for select to %1$s using (true)');
select platform.hand_over('access.may_receive(uuid, uuid[])', 'gatekeeper', array['practitioner', 'duty', 'storyteller', 'family']);

select platform.for_roles(array['gatekeeper'], 'grant select (id, paper_id, data_class) on record.paper_part to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_copies on record.paper_part for select to %1$s using (true)');
create function access.is_safety_free(paper uuid, parts uuid[]) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select not exists (select from unnest(parts) x (id) left join record.paper_part p on p.id = x.id and p.paper_id = paper
    where p.id is null or p.data_class <> 'B3') $$;
select platform.hand_over('access.is_safety_free(uuid, uuid[])', 'gatekeeper', array['practitioner', 'duty', 'storyteller']);

create function access.keep_copy() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.walled := new.recipient_id is not null and access.is_walled(new.recipient_id, new.person_ids);
    if not access.is_safety_free(new.paper_id, new.part_ids) then
      raise exception 'Safety data goes into no copy' using errcode = '23514', constraint = 'copy_safety';
    end if;
    if current_setting('role', true) <> platform.role_name('storyteller')::text and (new.status <> 'composed' or new.approved_by <> '{}') then
      raise exception 'A copy begins as composed' using errcode = '23514', constraint = 'copy_begins';
    end if;
    return new;
  end if;
  if current_user::text is distinct from current_setting('role', true) then return new; end if; -- a merge: it moves people, not words
  if (new.content, new.content_hash, new.part_ids, new.paper_id, new.recipient_id, new.invitee_id, new.person_ids, new.lang, new.findings)
    is distinct from (old.content, old.content_hash, old.part_ids, old.paper_id, old.recipient_id, old.invitee_id, old.person_ids, old.lang, old.findings) then
    raise exception 'A copy is never changed' using errcode = '23514', constraint = 'copy_stands';
  end if;
  if old.status in ('refused', 'withdrawn', 'replaced') or (old.status = 'released' and new.status not in ('released', 'withdrawn', 'replaced')) then
    raise exception 'What was given stands' using errcode = '23514', constraint = 'copy_given';
  end if;
  if new.approved_by <> old.approved_by and (old.status <> 'composed' or new.approved_by <> old.approved_by || platform.actor()
    or platform.actor() = any (old.approved_by)) then
    raise exception 'Each approves for themself' using errcode = '23514', constraint = 'copy_approval';
  end if;
  -- The wall may have been raised, and parental responsibility lost, since the copy was composed: both are asked again.
  new.walled := old.walled or (new.recipient_id is not null and access.is_walled(new.recipient_id, new.person_ids));
  if new.status in ('approved', 'released') and new.status <> old.status then
    if cardinality(new.approved_by) < (case when new.walled or new.findings <> '[]' then 2 else 1 end) then
      raise exception 'This copy waits for two people' using errcode = '23514', constraint = 'copy_two_people';
    end if;
    if new.findings <> '[]' and new.findings_answer is null then
      raise exception 'What the checks met is answered' using errcode = '23514', constraint = 'copy_findings';
    end if;
    if new.recipient_id is not null and new.shared_because is null and not access.may_receive(new.recipient_id, new.person_ids) then
      raise exception 'Not for somebody without parental responsibility, unless it is decided' using errcode = '23514', constraint = 'copy_recipient';
    end if;
  end if;
  if new.status = 'released' and old.status <> 'released' and old.status <> 'approved' then
    raise exception 'A copy is approved before it is given' using errcode = '23514', constraint = 'copy_approved';
  end if;
  return new;
end $$;
create trigger a_keep_copy before insert or update on record.paper_copy for each row execute function access.keep_copy();

-- Whoever administers a meeting sends what was approved, and changes nothing else of it.
create function access.keep_sending() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user::text is distinct from current_setting('role', true) then return new; end if; -- a merge: it moves people, not words
  if new.released_at is not null and old.released_at is null and current_setting('role', true) <> platform.role_name('storyteller')::text
    and (new.released_by is distinct from platform.actor()
      or (to_jsonb(new) - array['status', 'released_at', 'released_by', 'late_because', 'version', 'walled', 'recorded_from', 'recorded_by'])
        <> (to_jsonb(old) - array['status', 'released_at', 'released_by', 'late_because', 'version', 'walled', 'recorded_from', 'recorded_by'])) then
    raise exception 'Sending changes nothing of a copy' using errcode = '23514', constraint = 'copy_sent';
  end if;
  return new;
end $$;
create trigger b_keep_sending before update on record.paper_copy for each row execute function access.keep_sending();

-- A paper is finished once; afterwards only another replaces it.
create function access.keep_paper() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user::text is distinct from current_setting('role', true) then return new; end if; -- a merge: it moves people, not words
  if (new.kind, new.meeting_id, new.invitee_id, new.made_by, new.replaces_id) is distinct from (old.kind, old.meeting_id, old.invitee_id, old.made_by, old.replaces_id)
    or (old.status <> 'draft' and ((new.person_ids, new.document_id, new.finished_at) is distinct from (old.person_ids, old.document_id, old.finished_at)
      or new.status = 'draft')) then
    raise exception 'A finished paper is never changed' using errcode = '23514', constraint = 'paper_stands';
  end if;
  return new;
end $$;
create trigger a_keep_paper before update on record.paper for each row execute function access.keep_paper();

-- ---------------------------------------------------------------- walls
-- Made by whoever writes safety data of everyone it protects and may see whom it keeps out; ended by a manager of the case.
create function access.make_wall(from_person uuid, protected uuid[], because text) returns uuid language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare acting uuid := access.working_actor(current_setting('role', true)); made uuid;
begin
  if acting is null or coalesce(cardinality(protected), 0) = 0 or exists (select from unnest(protected || from_person) x (id) where not exists (
    select from access.entry e where e.actor_id = acting and e.subject_id = x.id and e.data_class = case when x.id = from_person then 'A2' else 'C3' end
      and (e.may_write or x.id = from_person) and now() >= e.starts_at and now() < e.ends_at)) then
    raise exception 'Not for whoever may not write their safety data' using errcode = '42501';
  end if;
  insert into access.wall (from_id, protected_ids, reason, made_by)
    values (from_person, array(select distinct p from unnest(protected) p), because, acting) returning id into made;
  return made;
end $$;
select platform.hand_over('access.make_wall(uuid, uuid[], text)', 'gatekeeper', array['practitioner', 'duty']);

create function access.end_wall(which uuid, because text) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare acting uuid := access.working_actor(current_setting('role', true));
begin
  if acting is null or length(trim(coalesce(because, ''))) < 10 then
    raise exception 'An end needs somebody and a reason' using errcode = '23514', constraint = 'wall_end_reason';
  end if;
  update access.wall w set ends_at = now(), ended_by = acting, end_reason = because
  where w.id = which and now() < w.ends_at and w.made_by <> acting
    and not exists (select from unnest(w.protected_ids) x (id) where not exists (select from access.entry e where e.actor_id = acting
      and e.subject_id = x.id and e.data_class = 'C3' and e.may_write and e.reason in ('team', 'area', 'named_list') and now() >= e.starts_at and now() < e.ends_at));
  return found;
end $$;
select platform.hand_over('access.end_wall(uuid, text)', 'gatekeeper', array['practitioner', 'duty']);

-- The walls that stand around these people, for whoever reads the safety data of somebody whom each protects.
create function access.walls_around(people uuid[]) returns table (id uuid, from_id uuid, protected_ids uuid[], reason text, made_by uuid, starts_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select w.id, w.from_id, w.protected_ids, w.reason, w.made_by, w.starts_at from access.wall w
  where now() < w.ends_at and (w.protected_ids || w.from_id) && access.same_people(people)
    and not ((w.protected_ids || w.from_id) && access.sealed_from_me())
    and exists (select from access.entry e where e.actor_id = access.working_actor(current_setting('role', true))
      and e.subject_id = any (w.protected_ids) and e.data_class = 'C3' and now() >= e.starts_at and now() < e.ends_at) $$;
select platform.hand_over('access.walls_around(uuid[])', 'gatekeeper', array['practitioner', 'duty']);
