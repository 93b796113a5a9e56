-- What other organisations send: kept as it came, before anything is made of it, and never changed. What becomes of each message stands
-- beside it, so that a fault can be mended and the message read again.
create table app.message_in (
  id uuid primary key default uuidv7(),
  sender_id uuid,                                -- who it was, when the door knew
  channel text not null check (channel in ('mllp', 'hl7_http', 'fhir', 'mesh', 'form')),
  said_sender text,                              -- the code by which it names whoever sends it, where it could be read
  control_id text not null,                      -- the sender's own name for it; empty when it could not be read
  sha256 bytea not null check (length(sha256) = 32),
  sealed bytea not null,                         -- the bytes as they came, under the key of the authority's files
  answer_code text not null check (answer_code in ('AA', 'AE', 'AR')),
  answer bytea not null,                         -- sent again, byte for byte, when the same message comes again
  fault text,                                    -- why it was not taken, in words without anybody's data
  received_at timestamptz not null default clock_timestamp(),
  taken_ms integer                               -- from its last byte until here, before the commit; null where nobody waited for the answer
);
-- The same words of the same sender under the same name are one message; another content under a used name is another message.
create unique index message_in_once on app.message_in (sender_id, control_id, sha256) nulls not distinct;
create index message_in_received on app.message_in (received_at);

create table app.message_work (
  message_id uuid primary key references app.message_in (id),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dead', 'refused', 'closed')),
  lane integer not null default 0,              -- what one sender tells of one thing is read in one lane, one after the other; lanes beside each other
  tries integer not null default 0,
  next_try_at timestamptz not null default clock_timestamp(),
  reason text,                                   -- of the last failure: a code, never what the message says
  ended_at timestamptz,
  sender_id uuid,                                -- whose it is, as somebody said who had it read again
  replayed_by uuid,                              -- who asked for a dead or refused message to be read again
  closed_by uuid,                                -- who said that nothing is to be made of it, and why
  closed_why text check (length(closed_why) between 1 and 500)
);
create index message_work_waiting on app.message_work (next_try_at) where state = 'waiting';
create index message_work_dead on app.message_work (ended_at) where state in ('dead', 'refused');

do $$ declare t text; begin
  foreach t in array array['message_in', 'message_work'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    perform platform.for_roles(array['backup'], format('grant select on app.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on app.%I for select to %%1$s using (true)', t));
    perform platform.for_roles(array['listener'], format('grant select, insert on app.%I to %%I', t));
    perform platform.policy_for(array['listener'], format('create policy keeps on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
end $$;
select platform.for_roles(array['listener'], 'grant update on app.message_work to %I');
-- What was refused or could not be read waits for an administrator: by which door, from whom, why. What it says they never see.
select platform.for_roles(array['administrator'], 'grant select (id, sender_id, channel, said_sender, answer_code, fault, received_at) on app.message_in to %I');
select platform.for_roles(array['administrator'], 'grant select on app.message_work to %I');
select platform.for_roles(array['administrator'], 'grant update (state, sender_id, tries, next_try_at, replayed_by, closed_by, closed_why, ended_at) on app.message_work to %I');
select platform.policy_for(array['administrator'], 'create policy looks_after on app.message_work for select to %1$s
  using ((select platform.actor_as(current_user)) is not null and state <> ''done'')');
select platform.policy_for(array['administrator'], 'create policy settles on app.message_work for update to %1$s
  using ((select platform.actor_as(current_user)) is not null and state in (''dead'', ''refused''))
  with check ((select platform.actor_as(current_user)) is not null and state in (''waiting'', ''closed''))');
select platform.policy_for(array['administrator'], 'create policy looks_after on app.message_in for select to %1$s
  using ((select platform.actor_as(current_user)) is not null and exists (select from app.message_work w where w.message_id = message_in.id))');
select platform.for_roles(array['listener'], 'grant insert on app.notice, app.outbox to %I');
select platform.policy_for(array['listener'], 'create policy listens on app.notice for insert to %1$s
  with check (made_by = (select platform.actor_as(current_user)))');
select platform.policy_for(array['listener'], 'create policy listens on app.outbox for insert to %1$s
  with check ((select platform.actor_as(current_user)) is not null)');

-- Open pages are told that something of a topic has changed, and nothing of whom: they ask again as who they are.
create function platform.tell_open_pages() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('kith_live', tg_argv[0]);
  return null;
end $$;
create trigger tells_open_pages after insert or update on app.notice for each statement execute function platform.tell_open_pages('notices');
