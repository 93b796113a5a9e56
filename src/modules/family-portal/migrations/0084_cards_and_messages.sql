-- A further card for whoever lost theirs, and messages to the one channel that somebody chose.

-- ---------------------------------------------------------------- a further card
-- Whoever writes of every child in the matter; nobody else, whatever they read.
create function access.may_give_keys(account uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.family_account a where a.id = account and a.closed_at is null
    and not ((a.person_ids || a.account_of) && access.sealed_from_me())
    and not exists (select from unnest(a.person_ids) p (id) where not exists (select from access.entry e
      where e.actor_id = access.working_actor(current_setting('role', true)) and e.subject_id = p.id and e.data_class = 'B2' and e.may_write
        and now() >= e.starts_at and now() < e.ends_at))) $$;
select platform.hand_over('access.may_give_keys(uuid)', 'gatekeeper', array['practitioner', 'duty']);

-- The number with which a card is hashed, for the letter of a card; null when nobody has joined yet: an invitation is what they need.
create function access.family_number(account uuid) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.number from app.family_key k where k.account_id = account and k.word_hash is not null and access.may_give_keys(account) $$;
select platform.hand_over('access.family_number(uuid)', 'gatekeeper', array['practitioner', 'duty']);

-- What was lost stops working, an app too, and whoever is in is out; the secret word stays.
create function access.give_family_card(account uuid, hashes bytea[]) returns boolean language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_give_keys(account) then raise exception 'Not for whoever may not write of them' using errcode = '42501'; end if;
  if cardinality(hashes) not between 1 and 50 then raise exception 'A card has numbers' using errcode = '23514'; end if;
  update app.family_key k set card_hashes = hashes, authenticator = null, last_step = 0 where k.account_id = account and k.word_hash is not null;
  if not found then return false; end if;
  update app.family_session set revoked_at = now() where account_id = account and revoked_at is null;
  return true;
end $$;
select platform.hand_over('access.give_family_card(uuid, bytea[])', 'gatekeeper', array['practitioner', 'duty']);

-- ---------------------------------------------------------------- whose account it is
-- An account, and what was seen from it, is hidden with the person whose it is: for whoever a list leaves out they do not exist.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy of_unsealed on %I.family_account
      as restrictive for select to %%1$s using (not (account_of = any ((select access.sealed_from_me())::uuid[])))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy of_its_account on %1$I.portal_alarm
      as restrictive for select to %%1$s using (exists (select from record.family_account a where a.id = portal_alarm.account_id))', s));
  end loop;
end $$;

-- ---------------------------------------------------------------- a safe channel
-- Where somebody chose to be told that there is something to read: who agreed it, when, and until when. Rows are never changed but for
-- their end; an address that the record holds elsewhere is no safe channel.
create table app.family_channel (
  id uuid primary key default uuidv7(),
  account_id uuid not null references record.family_account (id),
  kind text not null check (kind in ('email', 'text')),
  address text not null check (length(trim(address)) between 5 and 254),
  agreed_with text not null check (length(trim(agreed_with)) > 0), -- who agreed it, in words: themself, with whom beside them
  agreed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  ended_by uuid,
  ended_at timestamptz,
  ended_because text,
  constraint ended_says_why check (num_nulls(ended_by, ended_at, ended_because) in (0, 3))
);
create unique index one_family_channel on app.family_channel (account_id) where ended_at is null;
-- What is to be told: one at a time for an account, of nothing but that there is something.
create table app.family_message (
  id uuid primary key default uuidv7(),
  channel_id uuid not null references app.family_channel (id),
  made_at timestamptz not null default clock_timestamp(),
  tries integer not null default 0,
  sent_at timestamptz
);
create unique index one_family_message on app.family_message (channel_id) where sent_at is null;
do $$ declare t text; begin
  foreach t in array array['family_channel', 'family_message'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    perform platform.for_roles(array['backup'], format('grant select on app.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on app.%I for select to %%1$s using (true)', t));
    perform platform.for_roles(array['gatekeeper'], format('grant select, insert, update on app.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy keeps on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
end $$;

-- Where somebody can be told is safety data (C3) of that person: whoever reads the account and that reads it; who writes that, and of every
-- child in the matter besides, keeps it.
create function access.reads_safety_of(person uuid, writing boolean) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select not person = any (access.sealed_from_me()) and exists (select from access.entry e
    where e.actor_id = access.working_actor(current_setting('role', true)) and e.subject_id = person and e.data_class = 'C3'
      and (e.may_write or not writing) and now() >= e.starts_at and now() < e.ends_at) $$;
select platform.hand_over('access.reads_safety_of(uuid, boolean)', 'gatekeeper');

create function access.family_channels(accounts uuid[]) returns table (account_id uuid, id uuid, kind text, address text, agreed_with text, agreed_on date)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.account_id, c.id, c.kind, c.address, c.agreed_with, c.agreed_on
  from app.family_channel c join record.family_account a on a.id = c.account_id
  where c.account_id = any (accounts) and c.ended_at is null and not a.person_ids && access.sealed_from_me()
    and access.reads_safety_of(a.account_of, false) and exists (select from access.entry e
      where e.actor_id = access.working_actor(current_setting('role', true)) and e.subject_id = any (a.person_ids) and e.data_class = 'B2'
        and now() >= e.starts_at and now() < e.ends_at) $$;
select platform.hand_over('access.family_channels(uuid[])', 'gatekeeper', array['practitioner', 'duty', 'director']);

-- Ends the channel there is, and keeps another where one is given: one that is changed is a new one, agreed anew. False when another
-- stands than the one that was seen.
create function access.keep_family_channel(account uuid, seen uuid, its_kind text, its_address text, agreed text, on_day date, why text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_give_keys(account)
    or not exists (select from record.family_account a where a.id = account and access.reads_safety_of(a.account_of, true)) then
    raise exception 'Not for whoever may not write of them' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(account::text, 7384)); -- of two who change it the second ends what the first kept
  if (select c.id from app.family_channel c where c.account_id = account and c.ended_at is null) is distinct from seen then return false; end if;
  update app.family_channel c set ended_by = platform.actor(), ended_at = now(), ended_because = coalesce(why, 'Another was chosen')
  where c.account_id = account and c.ended_at is null;
  if its_kind is not null then
    insert into app.family_channel (account_id, kind, address, agreed_with, agreed_on, recorded_by)
    values (account, its_kind, trim(its_address), agreed, on_day, platform.actor());
  end if;
  return true;
end $$;
select platform.hand_over('access.keep_family_channel(uuid, uuid, text, text, text, date, text)', 'gatekeeper', array['practitioner', 'duty']);

-- A copy that shows in the portal from now on is told to its recipient, where they chose a channel and have come in before.
create function access.tell_family() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.family_message (channel_id)
  select c.id from app.family_channel c join record.family_account a on a.id = c.account_id join app.family_key k on k.account_id = a.id
  where a.account_of = new.recipient_id and a.closed_at is null and c.ended_at is null and k.word_hash is not null
  on conflict do nothing;
  return null;
end $$;
create trigger tell_family after update on record.paper_copy for each row
  when (old.released_at is null and new.released_at is not null and new.in_portal) execute function access.tell_family();
select platform.hand_over('access.tell_family()', 'gatekeeper');

-- What the courier carries: where to, and nothing of whom. What waited three days is not news any more.
create function access.family_messages_waiting() returns table (id uuid, kind text, address text) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select m.id, c.kind, c.address from app.family_message m join app.family_channel c on c.id = m.channel_id
    join record.family_account a on a.id = c.account_id
  where m.sent_at is null and c.ended_at is null and a.closed_at is null and m.tries < 8 and m.made_at > now() - interval '72 hours'
  order by m.made_at limit 100 $$;
select platform.hand_over('access.family_messages_waiting()', 'gatekeeper', array['courier']);
create function access.family_message_tried(message uuid, was_sent boolean) returns void language sql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
  update app.family_message m set tries = m.tries + 1, sent_at = case when was_sent then now() end where m.id = message and m.sent_at is null $$;
select platform.hand_over('access.family_message_tried(uuid, boolean)', 'gatekeeper', array['courier']);
