-- The doors of the family portal: how somebody gets in without anybody else keeping them out, whom what they say is told to, and the
-- button that hides a copy at once.

-- ---------------------------------------------------------------- getting in
-- joining: the code of the invitation was right, and a word of their own is being chosen; nothing is read meanwhile.
alter table app.family_session add column stage text not null default 'in' check (stage in ('joining', 'in'));
alter table app.family_session add column pending bytea; -- sealed: the authenticator's secret until its first number is given
alter table app.family_key add column known_from bytea[] not null default '{}'; -- keyed hashes of networks they signed in from
alter table app.family_key add column seen_at timestamptz;

-- What was tried and wrong. Tries from a network that the account was never used from count apart from those of one that it was, so that
-- whoever guesses keeps out other guessers and not the parent.
create table app.family_try (
  id uuid primary key default uuidv7(),
  account_id uuid references record.family_account (id), -- none: a number that is nobody's
  source bytea not null,                         -- keyed hash of a network
  is_known boolean not null,
  at timestamptz not null default now()
);
create index family_try_account on app.family_try (account_id, at);
alter table app.family_try enable row level security;
alter table app.family_try force row level security;
select platform.for_roles(array['backup'], 'grant select on app.family_try to %I');
select platform.policy_for(array['backup'], 'create policy reads on app.family_try for select to %1$s using (true)');
select platform.for_roles(array['doorkeeper'], 'grant select, insert, delete on app.family_try to %I');
select platform.policy_for(array['doorkeeper'], 'create policy lets_in on app.family_try for all to %1$s using (true) with check (true)');

-- How far an invitation has come, for whoever reads the record (B2) of any child in the matter: never the number, word or code.
create function access.family_key_state(accounts uuid[]) returns table (account_id uuid, given_at timestamptz, code_ends_at timestamptz,
    code_is_void boolean, has_joined boolean, has_authenticator boolean, numbers_left integer, seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.account_id, k.made_at, k.code_ends_at, k.code_tries >= 5, k.word_hash is not null, k.authenticator is not null,
    cardinality(k.card_hashes), k.seen_at
  from app.family_key k join record.family_account a on a.id = k.account_id
  where k.account_id = any (accounts) and not ((a.person_ids || a.account_of) && access.sealed_from_me())
    and exists (select from access.entry e where e.actor_id = access.working_actor(current_setting('role', true))
      and e.subject_id = any (a.person_ids) and e.data_class = 'B2' and now() >= e.starts_at and now() < e.ends_at) $$;
select platform.hand_over('access.family_key_state(uuid[])', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- The demonstration's own people can be tried at once: on a database that the demo made, and no other.
create function access.tell_family_key(account uuid, its_number text, word text, hashes bytea[]) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if not platform.made_by_demo() then raise exception 'Only in a demonstration' using errcode = '42501'; end if;
  insert into app.family_key (account_id, number, word_hash, card_hashes) values (account, its_number, word, hashes);
end $$;
select platform.hand_over('access.tell_family_key(uuid, text, text, bytea[])', 'gatekeeper', array['storyteller']);

-- ---------------------------------------------------------------- "I can see something I should not"
create table record.portal_alarm (
  id uuid primary key default uuidv7(),
  account_id uuid not null references record.family_account (id),
  copy_id uuid references record.paper_copy (id), -- hidden from this account until somebody has looked
  person_ids uuid[] not null default '{}' check (cardinality(person_ids) > 0), -- the children of the account: set by the database
  words text,
  raised_at timestamptz not null default clock_timestamp(),
  settled_by uuid references record.worker (id),
  settled_at timestamptz,
  settled_because text,
  constraint settled_says_why check (num_nulls(settled_by, settled_at, settled_because) in (0, 3))
);
create index portal_alarm_account on record.portal_alarm (account_id);
create index portal_alarm_copy on record.portal_alarm (copy_id) where copy_id is not null;
create index portal_alarm_people on record.portal_alarm using gin (person_ids);
select platform.keep_history('portal_alarm', null);
select access.guard_many('portal_alarm', array['B2']);
select platform.for_roles(array['practitioner', 'duty'], 'revoke insert, update on record.portal_alarm from %I');
select platform.for_roles(array['practitioner', 'duty'], 'grant update (settled_by, settled_at, settled_because) on record.portal_alarm to %I');
select platform.for_roles(array['family'], 'grant insert (id, account_id, copy_id, words) on record.portal_alarm to %I');
select platform.policy_for(array['family'], 'create policy family_raises on record.portal_alarm for insert to %1$s
  with check (account_id = (select platform.actor_as(current_user)) and (select access.family_person()) is not null
    and (copy_id is null or exists (select from record.paper_copy c where c.id = portal_alarm.copy_id)))');
select platform.for_roles(array['gatekeeper'], 'grant select on record.portal_alarm to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.portal_alarm for select to %1$s using (true)');
create function access.is_hidden_from_me(copy uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.portal_alarm a where a.copy_id = copy and a.settled_at is null
    and a.account_id = platform.actor_as(platform.role_name('family')::text)) $$;
select platform.hand_over('access.is_hidden_from_me(uuid)', 'gatekeeper', array['family']);
select platform.policy_for(array['family'], 'create policy hidden_by_alarm on record.paper_copy as restrictive for select to %1$s
  using (not access.is_hidden_from_me(id))');

create function access.place_alarm() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.person_ids := (select a.person_ids from record.family_account a where a.id = new.account_id);
  return new;
end $$;
create trigger a_place_alarm before insert on record.portal_alarm for each row execute function access.place_alarm();
select platform.hand_over('access.place_alarm()', 'gatekeeper');

-- ---------------------------------------------------------------- who is told
-- What somebody of the family says is told to whoever works with the child, once until it is read; the button to the managers and to duty too.
-- Never past a named list.
select platform.for_roles(array['gatekeeper'], 'grant select (id, paper_id, person_ids, recipient_id, status, lang, in_portal, released_at) on record.paper_copy to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.paper_copy for select to %1$s using (true)');
select platform.policy_for(array['gatekeeper'], 'create policy tells_family_once on app.notice for select to %1$s
  using (kind in (''family_answered'', ''family_word'', ''family_call'', ''family_meeting'', ''portal_alarm''))');
create function access.tell_of_family(children uuid[], what text) returns void language sql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into app.notice (worker_id, kind, path, subject_id, made_by)
  select distinct on (told.worker_id) told.worker_id, what, '/people/' || told.child || '/family-words', told.child, platform.actor()
  from (
    select a.worker_id, a.person_id as child from record.allocation a
      where a.person_id = any (children) and a.worker_id is not null and a.role <> 'conference_chair'
        and platform.today() >= a.started_on and (a.ended_on is null or platform.today() <= a.ended_on)
    union all
    select manager, c from unnest(children) c, access.answerable(c) manager where what = 'portal_alarm' or not exists (
      select from record.allocation a where a.person_id = any (children) and a.worker_id is not null and a.role <> 'conference_chair'
        and platform.today() >= a.started_on and (a.ended_on is null or platform.today() <= a.ended_on))
    union all
    select p.worker_id, c from unnest(children) c, record.post p where what = 'portal_alarm' and p.role = 'duty_manager'
      and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on)
  ) told
  where not exists (select from access.restriction r where r.subject_id = any (children) and now() >= r.starts_at and now() < r.ends_at
      and not exists (select from access.restriction_member m where m.restriction_id = r.id and m.actor_id = told.worker_id))
    and not exists (select from app.notice n where n.worker_id = told.worker_id and n.kind = what and n.subject_id = any (children)
      and n.read_at is null and n.made_at > now() - interval '1 day')
  order by told.worker_id, told.child
$$;
select platform.hand_over('access.tell_of_family(uuid[], text)', 'gatekeeper');

create function access.hear_family() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('role', true) is distinct from platform.role_name('family')::text then return null; end if;
  case tg_table_name
    when 'family_word' then
      perform access.tell_of_family(array[new.person_id], case when new.wants_a_call then 'family_call' else 'family_word' end);
    when 'portal_alarm' then perform access.tell_of_family(new.person_ids, 'portal_alarm');
    when 'copy_answer' then perform access.tell_of_family((select c.person_ids from record.paper_copy c where c.id = new.copy_id), 'family_answered');
    when 'meeting_invitee' then perform access.tell_of_family((select m.person_ids from record.meeting m where m.id = new.meeting_id), 'family_meeting');
  end case;
  return null;
end $$;
create trigger hear_family after insert on record.family_word for each row execute function access.hear_family();
create trigger hear_family after insert on record.portal_alarm for each row execute function access.hear_family();
create trigger hear_family after insert on record.copy_answer for each row execute function access.hear_family();
create trigger hear_family after update on record.meeting_invitee for each row when (new.response is distinct from old.response
  or new.needs is distinct from old.needs) execute function access.hear_family();
select platform.hand_over('access.hear_family()', 'gatekeeper');

-- ---------------------------------------------------------------- what was corrected
-- A report that was corrected after it was given: that it was, and the copy that took its place where that is theirs to read by now.
select platform.for_roles(array['gatekeeper'], 'grant select (id, replaces_id) on record.paper to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.paper for select to %1$s using (true)');
create function access.my_corrections() returns table (given_at timestamptz, new_copy_id uuid) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select c.released_at, n.id
  from record.paper_copy c left join record.paper p on p.replaces_id = c.paper_id
    left join record.paper_copy n on n.paper_id = p.id and n.recipient_id = c.recipient_id and n.status = 'released' and n.in_portal
  where c.recipient_id = access.family_person() and c.in_portal and c.status = 'replaced' and c.released_at is not null
    and c.released_at > now() - interval '1 year' and access.may_receive(c.recipient_id, c.person_ids) $$;
select platform.hand_over('access.my_corrections()', 'gatekeeper', array['family']);
