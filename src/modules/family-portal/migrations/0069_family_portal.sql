-- The family portal: who of a family may sign in, what the portal's own login reads (copies that were released to its person through the
-- portal, and nothing else of anybody), and what they say there. Nothing here is granted to a class of user or by one to it.

-- An account stands in the matter of some children: whoever writes their record opens it and closes it.
create table record.family_account (
  id uuid primary key default uuidv7(),
  account_of uuid not null references record.person (id), -- who signs in
  person_ids uuid[] not null check (cardinality(person_ids) > 0), -- the children in whose matter
  decided_because text,                          -- the decision, for somebody without parental responsibility
  is_careful boolean not null default true,      -- domestic abuse mode: no message goes out, sessions are short, nothing is kept
  reads_as text not null default 'adult' check (reads_as in ('adult', 'young_person', 'child')),
  opened_by uuid not null default platform.actor(),
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  closed_because text,
  version integer not null default 1,
  constraint closed_says_why check ((closed_at is null) = (closed_because is null))
);
create index family_account_of on record.family_account (account_of);
create index family_account_people on record.family_account using gin (person_ids);
create unique index one_open_account on record.family_account (account_of) where closed_at is null;
select platform.keep_history('family_account', null);
select access.guard_many('family_account', array['B2']);
select access.let_write_of_unsealed('family_account', c) from unnest(array['person_ids', 'account_of']) c;

-- A child's own page: how things are, in their words, with or without a number from 0 to 10.
create table record.family_word (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  words text,
  feeling integer check (feeling between 0 and 10),
  wants_a_call boolean not null default false,
  said_at timestamptz not null default clock_timestamp(),
  heard_by uuid references record.worker (id),   -- who read it, and when
  heard_at timestamptz,
  constraint says_something check (coalesce(length(trim(words)), 0) > 0 or feeling is not null or wants_a_call),
  constraint heard_by_somebody check ((heard_at is null) = (heard_by is null))
);
create index family_word_person on record.family_word (person_id);
select platform.keep_history('family_word');
select access.guard('family_word', 'person_id', array['B2']);
-- The child writes it; whoever reads it says so and changes nothing else.
select platform.for_roles(array['practitioner', 'duty'], 'revoke insert, update on record.family_word from %I');
select platform.for_roles(array['practitioner', 'duty'], 'grant update (heard_by, heard_at) on record.family_word to %I');

alter table record.paper_copy add column in_portal boolean not null default false; -- released through the portal, not by hand alone
alter table history.paper_copy add column in_portal boolean;
select platform.write_history('paper_copy', null);

-- Keys: never read by staff, never in a backup's readable text: hashes, and the sealed secret of an authenticator.
create table app.family_key (
  account_id uuid primary key references record.family_account (id),
  number text not null unique,                   -- typed when signing in; of the account, not of the person
  code_hash bytea,                               -- of the invitation, until it is used
  code_ends_at timestamptz,
  code_tries integer not null default 0,
  word_hash text,                                -- of the secret word that they chose
  authenticator bytea,                           -- sealed
  last_step bigint not null default 0,           -- of the authenticator: a code serves once
  card_hashes bytea[] not null default '{}',     -- of the printed numbers not used yet
  made_at timestamptz not null default clock_timestamp()
);
create table app.family_session (
  token_hash bytea primary key,
  account_id uuid not null references record.family_account (id),
  csrf_secret text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  revoked_at timestamptz
);
create index family_session_account on app.family_session (account_id);
do $$ declare t text; begin
  foreach t in array array['family_key', 'family_session'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    perform platform.for_roles(array['backup'], format('grant select on app.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on app.%I for select to %%1$s using (true)', t));
    perform platform.for_roles(array['doorkeeper'], format('grant select, insert, update, delete on app.%I to %%I', t));
    perform platform.policy_for(array['doorkeeper'], format('create policy lets_in on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
end $$;
-- The doorkeeper knows whether an account is open and how careful to be, and nothing of whom it is of.
select platform.for_roles(array['doorkeeper'], 'grant select (id, is_careful, reads_as, closed_at) on record.family_account to %I');
select platform.policy_for(array['doorkeeper'], 'create policy lets_in on record.family_account for select to %1$s using (true)');

-- ---------------------------------------------------------------- who is at the portal
select platform.for_roles(array['gatekeeper'], 'grant select on record.family_account, app.family_key, app.family_session to %I');
select platform.for_roles(array['gatekeeper'], 'grant insert, update on app.family_key to %I');
select platform.for_roles(array['gatekeeper'], 'grant update (revoked_at) on app.family_session to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.family_account for select to %1$s using (true)');
select platform.policy_for(array['gatekeeper'], format('create policy keeps on app.%I for all to %%1$s using (true) with check (true)', t))
from unnest(array['family_key', 'family_session']) t;

-- The person of the open account that is acting; null for anybody else.
create function access.family_person() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.account_of from record.family_account a
  where a.id = platform.actor_as(platform.role_name('family')::text) and a.closed_at is null
    and current_setting('role', true) = platform.role_name('family')::text $$;
select platform.hand_over('access.family_person()', 'gatekeeper', array['family']);
select platform.for_roles(array['family'], 'grant usage on schema access, audit to %I');

-- Copies: released, through the portal, to this person, who may still have what tells of these children.
select platform.for_roles(array['family'], 'grant select (id, meeting_id, recipient_id, content, lang, status, released_at, in_portal) on record.paper_copy to %I');
select platform.policy_for(array['family'], 'create policy family_reads on record.paper_copy for select to %1$s
  using (status = ''released'' and in_portal and recipient_id = (select access.family_person())
    and (shared_because is not null or access.may_receive(recipient_id, person_ids)))');
select platform.for_roles(array['family'], 'grant select, insert on record.copy_event, record.copy_answer to %I');
select platform.policy_for(array['family'], format('create policy family_reads on record.%1$I for select to %%1$s
  using (exists (select from record.paper_copy c where c.id = %1$I.copy_id))', t)) from unnest(array['copy_event', 'copy_answer']) t;
select platform.policy_for(array['family'], 'create policy family_opens on record.copy_event for insert to %1$s
  with check (kind = ''opened'' and way = ''portal'' and by_recipient and noted_by = (select platform.actor_as(current_user))
    and exists (select from record.paper_copy c where c.id = copy_event.copy_id))');
select platform.policy_for(array['family'], 'create policy family_answers on record.copy_answer for insert to %1$s
  with check (by_recipient and document_id is null and noted_by = (select platform.actor_as(current_user))
    and exists (select from record.paper_copy c where c.id = copy_answer.copy_id))');
-- A child's own page.
select platform.for_roles(array['family'], 'grant select (id, person_id, words, feeling, wants_a_call, said_at, heard_at), insert (id, person_id, words, feeling,
  wants_a_call) on record.family_word to %I');
select platform.policy_for(array['family'], 'create policy family_reads on record.family_word for select to %1$s using (person_id = (select access.family_person()))');
select platform.policy_for(array['family'], 'create policy family_says on record.family_word for insert to %1$s with check (person_id = (select access.family_person()))');
-- Their own account, and forms sent once.
select platform.for_roles(array['family'], 'grant select (id, is_careful, reads_as) on record.family_account to %I');
select platform.policy_for(array['family'], 'create policy family_reads on record.family_account for select to %1$s using (id = (select platform.actor_as(current_user)) and closed_at is null)');
select platform.for_roles(array['family'], 'grant select, insert on app.submission to %I');
select platform.for_roles(array['family'], 'grant select, insert, update, delete on app.draft to %I');
select platform.policy_for(array['family'], format('create policy own_family on app.%I for all to %%1$s
  using (actor_id = (select platform.actor_as(current_user)) and (select access.family_person()) is not null)
  with check (actor_id = (select platform.actor_as(current_user)) and (select access.family_person()) is not null)', t))
from unnest(array['submission', 'draft']) t;
select platform.for_roles(array['family'], 'grant insert on audit.entry to %I');
select platform.for_roles(array['family'], 'grant execute on function audit.stamp() to %I');
select platform.policy_for(array['family'], 'create policy family_appends on audit.entry for insert to %1$s
  with check (actor_id = (select platform.actor_as(current_user)))');

-- Meetings to which they are asked: when, how and where, and what they themselves answered. Nothing of who else comes.
create function access.my_meetings() returns table (invitee_id uuid, kind text, planned_at timestamptz, minutes integer, how text, place text,
    response text, needs text, language text, advocate text, version integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, m.kind, m.planned_at, m.minutes, m.how, m.place, i.response, i.needs, i.language, i.advocate, i.version
  from record.meeting_invitee i join record.meeting m on m.id = i.meeting_id
  where i.person_id = access.family_person() and i.withdrawn_at is null and i.excluded_by is null and m.kind <> 'strategy'
    and m.status in ('planned', 'in_session') and m.planned_at > now() - interval '1 day'
    and (i.person_id = any (m.person_ids) or access.may_receive(i.person_id, m.person_ids)
      or exists (select from record.family_account a where a.id = platform.actor() and a.decided_because is not null and a.person_ids && m.person_ids)) $$;
select platform.hand_over('access.my_meetings()', 'gatekeeper', array['family']);
select platform.for_roles(array['gatekeeper'], 'grant update (response, responded_at, needs, language, advocate, version) on record.meeting_invitee to %I');
select platform.policy_for(array['gatekeeper'], 'create policy takes_answers on record.meeting_invitee for update to %1$s using (true) with check (true)');
-- Answers the invitation; false when somebody changed it since it was shown.
create function access.answer_meeting(invitee uuid, seen_version integer, answer text, what_i_need text, lang text, wants_advocate boolean)
  returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if answer not in ('coming', 'apologies') or not exists (select from access.my_meetings() m where m.invitee_id = invitee) then
    raise exception 'Not an invitation of theirs' using errcode = '42501';
  end if;
  update record.meeting_invitee i set response = answer, responded_at = now(), needs = nullif(trim(what_i_need), ''), language = nullif(lang, ''),
    advocate = case when wants_advocate then coalesce(i.advocate, 'asked_for') else i.advocate end, version = i.version + 1
  where i.id = invitee and i.version = seen_version;
  return found;
end $$;
select platform.hand_over('access.answer_meeting(uuid, integer, text, text, text, boolean)', 'gatekeeper', array['family']);

-- ---------------------------------------------------------------- invitations
-- Whoever writes the record of every child in the matter gives a number and a code; the code's hash alone is kept, the one before is void.
create function access.give_family_code(account uuid, its_number text, hash bytea, until timestamptz) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare acting uuid := access.working_actor(current_setting('role', true)); given text;
begin
  if acting is null or not exists (select from record.family_account a where a.id = account and a.closed_at is null
    and not ((a.person_ids || a.account_of) && access.sealed_from_me())
    and not exists (select from unnest(a.person_ids) p (id) where not exists (select from access.entry e where e.actor_id = acting
      and e.subject_id = p.id and e.data_class = 'B2' and e.may_write and now() >= e.starts_at and now() < e.ends_at))) then
    raise exception 'Not for whoever may not write of them' using errcode = '42501';
  end if;
  insert into app.family_key as k (account_id, number, code_hash, code_ends_at) values (account, its_number, hash, until)
  on conflict (account_id) do update set code_hash = excluded.code_hash, code_ends_at = excluded.code_ends_at, code_tries = 0,
    word_hash = null, authenticator = null, card_hashes = '{}', known_from = '{}' -- a new invitation begins again (0077)
  returning k.number into given;
  update app.family_session set revoked_at = now() where account_id = account and revoked_at is null;
  return given;
end $$;
select platform.hand_over('access.give_family_code(uuid, text, bytea, timestamptz)', 'gatekeeper', array['practitioner', 'duty']);

-- Opened for a person with parental responsibility, for one of the children, or by a decision (domain rule AC10).
create function access.keep_account() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user::text is distinct from current_setting('role', true) or current_user = platform.role_name('storyteller') then return new; end if;
  if tg_op = 'INSERT' and (new.closed_at is not null or new.opened_by is distinct from platform.actor()
    or new.account_of = any (access.sealed_from_me())
    or (new.decided_because is null and not access.may_receive(new.account_of, new.person_ids))) then
    raise exception 'An account without parental responsibility is a decision' using errcode = '23514', constraint = 'account_decided';
  end if;
  if tg_op = 'UPDATE' and (old.closed_at is not null or (new.account_of, new.opened_by) is distinct from (old.account_of, old.opened_by)) then
    raise exception 'A closed account stays closed' using errcode = '23514', constraint = 'account_stands';
  end if;
  return new;
end $$;
create trigger a_keep_account before insert or update on record.family_account for each row execute function access.keep_account();

create function access.end_family_sessions() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.family_session set revoked_at = now() where account_id = new.id and revoked_at is null;
  return null;
end $$;
create trigger end_family_sessions after update on record.family_account for each row
  when (old.closed_at is null and new.closed_at is not null) execute function access.end_family_sessions();
select platform.hand_over('access.end_family_sessions()', 'gatekeeper');
