-- Pre-proceedings from the decision at the legal gateway to the step down or the application to the court; family group decision
-- making (Children Act 1989 s.31ZA, from its commencement); legal advice, which nobody reads but whom its row names; multi-agency
-- child protection teams (Children Act 2004 s.16EA) and the lead child protection practitioner, each from its own day.

-- ---------------------------------------------------------------- pre-proceedings
-- One row a child; brothers and sisters decided on at once share together_id. Rows that an import brought have none.
alter table record.pre_proceedings
  add column together_id uuid,
  add column reasons text,                       -- of the decision at the legal gateway
  add column decided_by uuid,
  add column exempt_on date,                     -- an offer of a meeting is not in the child's best interests (s.31ZA)
  add column exempt_because text,
  add column exempt_by uuid,
  add column step text check (step in ('step_down', 'issue')),
  add column step_reasons text,
  add column step_by uuid,
  add column application_reasons text,           -- why it went although what the law will ask was missing
  add column version integer not null default 1,
  add constraint exempt_says_why check ((exempt_on is null) = (exempt_because is null)),
  add constraint step_says_why check (step is null or (step_reasons is not null and step_decision_on is not null));
alter table history.pre_proceedings
  add column together_id uuid, add column reasons text, add column decided_by uuid, add column exempt_on date,
  add column exempt_because text, add column exempt_by uuid, add column step text, add column step_reasons text,
  add column step_by uuid, add column application_reasons text, add column version integer;
select platform.write_history('pre_proceedings', 'person_id');
create index pre_proceedings_together on record.pre_proceedings (together_id) where together_id is not null;

-- To whom a family group decision making meeting was offered, and what each said. One in the letter is made when the letter is sent.
create table record.family_group_offer (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),            -- the child
  pre_proceedings_id uuid not null references record.pre_proceedings (id),
  recipient_id uuid not null references record.person (id),
  letter_id uuid references record.letter (id),                     -- the letter before proceedings, when it stood there
  offered_on date not null,
  how text not null check (how in ('in_letter', 'letter_apart', 'in_person', 'telephone')),
  answer text check (answer in ('accepted', 'refused', 'no_answer')),
  answered_on date,
  words text,                                    -- theirs
  version integer not null default 1,
  constraint in_letter_names_it check ((how = 'in_letter') = (letter_id is not null)),
  constraint answer_has_day check ((answer is null) = (answered_on is null))
);
create index family_group_offer_person on record.family_group_offer (person_id);
create index family_group_offer_recipient on record.family_group_offer (recipient_id);
create index family_group_offer_of on record.family_group_offer (pre_proceedings_id);
create index family_group_offer_letter on record.family_group_offer (letter_id) where letter_id is not null;
select platform.keep_history('family_group_offer');
select access.guard('family_group_offer', 'person_id', array['B2']);
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy recipient_not_sealed
      on %I.family_group_offer as restrictive to %%1$s
      using (not (recipient_id = any ((select access.sealed_from_me())::uuid[])))', s));
  end loop;
end $$;

create table record.family_group_meeting (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  pre_proceedings_id uuid not null references record.pre_proceedings (id),
  held_on date not null,
  coordinator text,
  came text not null,
  child_came boolean not null,
  family_plan text,                              -- in the family's words; none when they made none
  authority_agrees text not null,                -- what the authority agrees to, or why not
  version integer not null default 1
);
create index family_group_meeting_person on record.family_group_meeting (person_id);
create index family_group_meeting_of on record.family_group_meeting (pre_proceedings_id);
select platform.keep_history('family_group_meeting');
select access.guard('family_group_meeting', 'person_id', array['B2']);

create table record.pre_proceedings_meeting (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  pre_proceedings_id uuid not null references record.pre_proceedings (id),
  kind text not null check (kind in ('initial', 'midway', 'review')),
  held_on date not null,
  came text not null,
  represented boolean,                           -- whether the parents had a lawyer there
  agreed text not null,
  next_on date,
  version integer not null default 1
);
create index pre_proceedings_meeting_person on record.pre_proceedings_meeting (person_id);
create index pre_proceedings_meeting_of on record.pre_proceedings_meeting (pre_proceedings_id);
select platform.keep_history('pre_proceedings_meeting');
select access.guard('pre_proceedings_meeting', 'person_id', array['B2']);

create table record.pre_proceedings_extension (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  pre_proceedings_id uuid not null references record.pre_proceedings (id),
  weeks integer not null check (weeks between 1 and 26),
  decided_on date not null,
  reasons text not null check (length(trim(reasons)) > 0),
  decided_by uuid default platform.actor()
);
create index pre_proceedings_extension_person on record.pre_proceedings_extension (person_id);
create index pre_proceedings_extension_of on record.pre_proceedings_extension (pre_proceedings_id);
select platform.keep_history('pre_proceedings_extension');
select access.guard('pre_proceedings_extension', 'person_id', array['B2']);

-- The day of the letter is the day on which the letter went, and what it offers is offered then, whoever sent it: business support
-- sends letters and writes no record.
select platform.for_roles(array['gatekeeper'], 'grant select, update on record.pre_proceedings to %I');
select platform.for_roles(array['gatekeeper'], 'grant select, insert on record.family_group_offer to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (letter_id, person_id) on record.letter_person to %I');
do $$ declare t text; begin
  foreach t in array array['pre_proceedings', 'family_group_offer'] loop
    perform platform.policy_for(array['gatekeeper'],
      format('create policy dates_letters on record.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
  perform platform.policy_for(array['gatekeeper'], 'create policy dates_letters on record.letter_person for select to %1$s using (true)');
end $$;
create function access.date_sent_letter() returns trigger language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare about uuid[];
begin
  if new.status <> 'sent' or old.status = 'sent' then return null; end if;
  about := array(select l.person_id from record.letter_person l where l.letter_id = new.id);
  if new.template = 'intent_to_issue' then
    update record.pre_proceedings p set letter_on_initial_care_plan_on = new.sent_on, version = p.version + 1
      where p.person_id = any (about) and p.letter_on_initial_care_plan_on is null and p.step = 'issue';
  elsif new.template in ('before_proceedings', 'before_proceedings_only') then
    if new.template = 'before_proceedings' and new.recipient_person_id is not null then
      insert into record.family_group_offer (person_id, pre_proceedings_id, recipient_id, letter_id, offered_on, how)
        select p.person_id, p.id, new.recipient_person_id, new.id, new.sent_on, 'in_letter' from record.pre_proceedings p
        where p.person_id = any (about) and p.person_id <> new.recipient_person_id
          and p.step_decision_on is null and p.court_application_on is null and p.started_on <= new.sent_on;
    end if;
    update record.pre_proceedings p set letter_sent_on = coalesce(p.letter_sent_on, new.sent_on), version = p.version + 1,
        meeting_offered = coalesce(p.meeting_offered, false)
          or exists (select from record.family_group_offer o where o.pre_proceedings_id = p.id and o.letter_id = new.id)
      where p.person_id = any (about) and p.step_decision_on is null and p.court_application_on is null and p.started_on <= new.sent_on;
  end if;
  return null;
end $$;
create trigger date_sent_letter after update of status on record.letter for each row execute function access.date_sent_letter();
select platform.hand_over('access.date_sent_letter()', 'gatekeeper');

-- ---------------------------------------------------------------- legal advice (class C7)
-- Privileged: for its author and whom the row names, and for nobody else, whatever else they may see of the child.
create table record.legal_advice (
  id uuid primary key default uuidv7(),
  person_ids uuid[] not null check (cardinality(person_ids) > 0),
  matter text not null check (length(trim(matter)) > 0),
  advice text not null check (length(trim(advice)) > 0),
  given_by text not null,
  given_on date not null,
  author_id uuid not null default platform.actor(),
  reader_ids uuid[] not null check (cardinality(reader_ids) > 0),
  version integer not null default 1
);
create index legal_advice_people on record.legal_advice using gin (person_ids);
create index legal_advice_readers on record.legal_advice using gin (reader_ids);
create index legal_advice_author on record.legal_advice (author_id);
select platform.keep_history('legal_advice', null); -- whose it is stands in no entry that others read
select platform.for_roles(array['practitioner'], 'grant select, insert on record.legal_advice to %I');
select platform.for_roles(array['practitioner'], 'grant update (reader_ids, version) on record.legal_advice to %I');
select platform.for_roles(array['practitioner'], 'grant select on history.legal_advice to %I');
do $$ declare me text := '(select access.working_actor(current_user))';
  mine text := format('not (legal_advice.person_ids && (select access.sealed_from_me())::uuid[])
    and %1$s is not null and (legal_advice.author_id = %1$s or %1$s = any (legal_advice.reader_ids))', me);
begin
  perform platform.policy_for(array['practitioner'], format('create policy reads on record.legal_advice for select to %%1$s using (%s)', mine));
  -- Past rows by the list of today: who was taken off it reads nothing of before either.
  perform platform.policy_for(array['practitioner'], format('create policy reads on history.legal_advice for select to %%1$s
    using (%s is not null and not (legal_advice.person_ids && (select access.sealed_from_me())::uuid[])
      and exists (select from record.legal_advice a where a.id = legal_advice.id))', me));
  perform platform.policy_for(array['practitioner'], format('create policy adds on record.legal_advice for insert to %%1$s
    with check (legal_advice.author_id = %s and not (legal_advice.person_ids && (select access.sealed_from_me())::uuid[]) and %s)', me,
    access.writes_all('legal_advice', 'B2')));
  perform platform.policy_for(array['practitioner'], format('create policy changes on record.legal_advice for update to %%1$s
    using (%1$s = any (legal_advice.reader_ids) and not (legal_advice.person_ids && (select access.sealed_from_me())::uuid[]))
    with check (%1$s = any (legal_advice.reader_ids))', me));
end $$;

-- What advice says is never changed: later advice is a row of its own. Only a merge of two records names another person.
create function access.keep_legal_advice() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.matter, new.advice, new.given_by, new.given_on, new.author_id)
      is distinct from (old.matter, old.advice, old.given_by, old.given_on, old.author_id)
    or (new.person_ids <> old.person_ids and current_user <> platform.role_name('merger')) then
    raise exception 'Legal advice stands as it was given' using errcode = '23514', constraint = 'legal_advice_stands';
  end if;
  return new;
end $$;
create trigger a_keep_legal_advice before update on record.legal_advice for each row execute function access.keep_legal_advice();

-- That a merge moved advice is told to its readers alone.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy advice_for_its_readers on %I.merge_row
      as restrictive for select to %%1$s using (table_name <> ''legal_advice'' or exists (select from record.legal_advice a
        where a.id = merge_row.row_id))', s));
  end loop;
end $$;
select platform.for_roles(array['duty', 'director'], 'grant select on record.legal_advice to %I'); -- no policy: they read no row

-- ---------------------------------------------------------------- multi-agency child protection teams
create table record.protection_team (
  id uuid primary key default uuidv7(),
  name text not null check (length(trim(name)) > 0),
  service_area_id uuid references record.service_area (id), -- none: the whole authority
  started_on date not null,
  ended_on date,
  version integer not null default 1,
  constraint protection_team_ends_after_start check (ended_on >= started_on)
);
select platform.keep_history('protection_team', null);

create table record.protection_team_member (
  id uuid primary key default uuidv7(),
  protection_team_id uuid not null references record.protection_team (id),
  worker_id uuid references record.worker (id),
  professional_name text,
  discipline text not null check (discipline in ('education', 'social_work', 'health', 'police', 'other')),
  nominated_by text,                             -- the authority, the integrated care board, the chief officer
  started_on date not null,
  ended_on date,
  version integer not null default 1,
  constraint member_is_somebody check (num_nonnulls(worker_id, professional_name) = 1),
  constraint member_ends_after_start check (ended_on >= started_on)
);
create index protection_team_member_of on record.protection_team_member (protection_team_id);
select platform.keep_history('protection_team_member', null);

-- A directory (A1) for people at work alone: every signed-in class reads, administrators write, no service needs it.
do $$ declare t text; s text; begin
  foreach t in array array['protection_team', 'protection_team_member'] loop
    foreach s in array array['record', 'history'] loop
      perform platform.for_roles(platform.user_classes(), format('grant select on %I.%I to %%I', s, t));
      perform platform.policy_for(platform.user_classes(), format('create policy reads on %I.%I for select to %%1$s
        using ((select platform.actor_as(current_user)) is not null)', s, t));
    end loop;
    perform platform.for_roles(array['administrator'], format('grant insert, update on record.%I to %%I', t));
    perform platform.policy_for(array['administrator'], format('create policy keeps on record.%I for all to %%1$s
      using ((select platform.actor_as(current_user)) is not null)
      with check ((select platform.actor_as(current_user)) is not null)', t));
  end loop;
end $$;

-- ---------------------------------------------------------------- lead child protection practitioner
-- Who leads the enquiry and the plan of a child: named beside an involvement, which gives who the child is and the plan (A2, B2S),
-- this row gives the enquiries and conferences (B2 of section 47 and child protection, domain 4.2), to read.
create table record.protection_lead (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  worker_id uuid not null references record.worker (id),
  involvement_id uuid references record.involvement (id), -- ends with it
  started_on date not null,
  ended_on date,
  constraint protection_lead_ends_after_start check (ended_on >= started_on)
);
create index protection_lead_person on record.protection_lead (person_id);
create index protection_lead_worker on record.protection_lead (worker_id);
create unique index one_protection_lead on record.protection_lead (person_id) where ended_on is null;
select platform.keep_history('protection_lead');
select access.guard('protection_lead', 'person_id', array['A2']);
do $$ declare t text; s text;
begin
  execute 'drop policy adds on record.protection_lead';
  execute 'drop policy changes on record.protection_lead';
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy adds on record.protection_lead for insert to %1$s
    with check (access.may_involve(person_id, worker_id))');
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy changes on record.protection_lead for update to %1$s
    using (access.may_involve(person_id, worker_id)) with check (access.may_involve(person_id, worker_id))');
  foreach t in array array['s47_enquiry', 'conference'] loop
    foreach s in array array['record', 'history'] loop
      perform platform.policy_for(array['practitioner'], format('create policy reads_as_lead on %1$I.%2$I for select to %%1$s
        using (%3$s and exists (select from record.protection_lead l where l.person_id = %2$I.person_id
          and l.worker_id = (select access.working_actor(current_user)) and platform.today() >= l.started_on
          and (l.ended_on is null or platform.today() <= l.ended_on)))', s, t,
        access.has_entry(format('%I.person_id', t), array['A2'], false)));
    end loop;
  end loop;
end $$;
