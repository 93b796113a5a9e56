-- The service's own rows: sessions, drafts, notices, work that was sent once. Not the record, so no history.

create table app.session (
  token_hash bytea primary key,                  -- SHA-256 of the cookie's value
  worker_id uuid not null,
  class text not null,
  csrf_secret text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,                  -- absolute
  id_token text,                                 -- to sign out at the identity provider
  revoked_at timestamptz
);
create index session_worker on app.session (worker_id);

create table app.sign_in_attempt (               -- state, nonce and verifier between leaving for the provider and return
  state text primary key,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  made_at timestamptz not null default now()
);

-- What someone is typing. One per person, form and record; never part of the record, never shown to another person.
create table app.draft (
  actor_id uuid not null,
  form text not null,
  record_key text not null,                      -- the record it belongs to; a draft never opens on another
  body jsonb not null,
  base_version text,                             -- of the record when typing began
  version integer not null default 1,
  started_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  primary key (actor_id, form, record_key),
  constraint draft_not_endless check (pg_column_size(body) < 2000000)
);

create table app.notice (
  id uuid primary key default uuidv7(),
  worker_id uuid not null,
  kind text not null,                            -- work_given, work_returned, work_due, restricted_match, record_opened
  path text not null,                            -- where it is; ids only
  subject_id uuid,
  made_at timestamptz not null default now(),
  made_by uuid default platform.actor(),
  read_at timestamptz,
  mailed_at timestamptz
);
create index notice_worker on app.notice (worker_id, made_at desc);
create index notice_unmailed on app.notice (made_at) where mailed_at is null;

-- A form sent twice has one effect: its key, who sent it, and where the first sending led.
create table app.submission (
  key uuid primary key,
  actor_id uuid not null,
  body_hash bytea not null,
  location text not null,
  made_at timestamptz not null default now()
);

create table app.outbox (
  id uuid primary key default uuidv7(),
  event text not null,                           -- past tense: visit.recorded
  version integer not null default 1,
  body jsonb not null,                           -- ids and changed facts
  made_at timestamptz not null default clock_timestamp(),
  delivered_at timestamptz
);
create index outbox_waiting on app.outbox (made_at) where delivered_at is null;

do $$ declare t text; begin
  foreach t in array array['session', 'sign_in_attempt', 'draft', 'notice', 'submission', 'outbox'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    perform platform.for_roles(array['backup'], format('grant select on app.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on app.%I for select to %%1$s using (true)', t));
  end loop;
  foreach t in array array['session', 'sign_in_attempt'] loop
    perform platform.for_roles(array['porter'], format('grant select, insert, update, delete on app.%I to %%I', t));
    perform platform.policy_for(array['porter'],
      format('create policy lets_in on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
  foreach t in array array['draft', 'submission'] loop
    perform platform.for_roles(platform.user_classes(), format('grant select, insert, update, delete on app.%I to %%I', t));
    perform platform.policy_for(platform.user_classes(), format('create policy own on app.%I for all to %%1$s
      using (actor_id = (select platform.actor_as(current_user)))
      with check (actor_id = (select platform.actor_as(current_user)))', t));
  end loop;
end $$;
revoke delete on app.submission from public;
select platform.for_roles(platform.user_classes(), 'revoke update, delete on app.submission from %I');

select platform.for_roles(platform.user_classes() || array['courier', 'importer', 'clockkeeper'],
  'grant insert on app.notice, app.outbox to %I');
select platform.policy_for(platform.user_classes() || array['courier', 'importer', 'clockkeeper'],
  'create policy tells on app.notice for insert to %1$s
     with check (made_by = (select platform.actor_as(current_user)))');
select platform.policy_for(platform.user_classes() || array['courier', 'importer', 'clockkeeper'],
  'create policy tells on app.outbox for insert to %1$s
     with check ((select platform.actor_as(current_user)) is not null)');
select platform.for_roles(platform.user_classes(), 'grant select on app.notice to %I');
select platform.for_roles(platform.user_classes(), 'grant update (read_at) on app.notice to %I');
select platform.policy_for(platform.user_classes(), 'create policy own on app.notice for select to %1$s
  using (worker_id = (select platform.actor_as(current_user)))');
select platform.policy_for(platform.user_classes(), 'create policy marks_read on app.notice for update to %1$s
  using (worker_id = (select platform.actor_as(current_user)))');
-- The courier mails notices, delivers events and clears what has expired.
select platform.for_roles(array['courier'], 'grant select, update on app.notice, app.outbox to %I');
select platform.for_roles(array['courier'], 'grant select, delete on app.draft, app.submission, app.session, app.sign_in_attempt to %I');
do $$ declare t text; begin
  foreach t in array array['notice', 'outbox', 'draft', 'submission', 'session', 'sign_in_attempt'] loop
    perform platform.policy_for(array['courier'],
      format('create policy delivers on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
end $$;
-- A leaver's sessions end with the change that makes them one.
create function app.end_sessions_of_leaver() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if new.left_at is not null and new.left_at <= now() or new.class <> old.class then
    update app.session set revoked_at = now() where worker_id = new.id and revoked_at is null;
  end if;
  return null;
end $$;
create trigger end_sessions after update on record.worker for each row execute function app.end_sessions_of_leaver();
select platform.hand_over('app.end_sessions_of_leaver()', 'porter');
