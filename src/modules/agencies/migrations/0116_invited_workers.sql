-- Workers of partner organisations who have no identity provider: they come in by invitation, a passphrase and a second factor.

-- What is kept of somebody's keys: hashes, and the sealed secret of an authenticator. Whom the keys are of the directory says.
create table app.invited_key (
  worker_id uuid primary key references record.worker (id),
  link_hash bytea check (length(link_hash) = 32), -- of the invitation, until it is used
  link_ends_at timestamptz,
  word_hash text,
  authenticator bytea,                            -- sealed
  last_step bigint not null default 0,            -- of the authenticator: a number serves once
  recovery_hashes bytea[] not null default '{}',  -- of the codes not used yet
  known_from bytea[] not null default '{}',       -- hashes of networks they signed in from
  invited_at timestamptz not null default now(),
  joined_at timestamptz,
  seen_at timestamptz,
  expires_at timestamptz not null,                -- unless renewed
  withdrawn_at timestamptz
);

-- Between the right link (or the right passphrase and code) and the first number of the new authenticator.
create table app.invited_enrolment (
  token_hash bytea primary key check (length(token_hash) = 32),
  worker_id uuid not null references record.worker (id),
  link_hash bytea,                                -- of the invitation that began it; none: a new device
  word_hash text,
  authenticator bytea not null,                   -- sealed
  tries integer not null default 0,
  ends_at timestamptz not null
);
create index invited_enrolment_worker on app.invited_enrolment (worker_id);

-- What was tried and wrong, so that the next try waits. Networks that the account was used from count apart from those that it was not:
-- whoever guesses keeps out other guessers and not the nurse at her desk.
create table app.invited_try (
  id uuid primary key default uuidv7(),
  worker_id uuid references record.worker (id),   -- none: an address that is nobody's
  source bytea not null,
  is_known boolean not null,
  at timestamptz not null default now()
);
create index invited_try_worker on app.invited_try (worker_id, at);
create index invited_try_source on app.invited_try (source, at);

do $$ declare t text; begin
  foreach t in array array['invited_key', 'invited_enrolment', 'invited_try'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    perform platform.for_roles(array['backup'], format('grant select on app.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on app.%I for select to %%1$s using (true)', t));
    perform platform.for_roles(array['porter'], format('grant select, insert, update, delete on app.%I to %%I', t));
    perform platform.policy_for(array['porter'], format('create policy lets_in on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant select, insert, update on app.invited_key to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps on app.invited_key for all to %1$s using (true) with check (true)');

alter table app.session add column by_invitation boolean not null default false;

-- Whom an invitation may serve: a practitioner of an organisation other than the council, in post today, whom no provider speaks for.
-- Asked again at each request.
create function access.may_be_invited(worker uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select access.works_elsewhere(worker) and exists (select from record.worker w
    where w.id = worker and w.sign_in_subject is null and w.email is not null)
  and not exists (select from app.worker_identity i join app.organisation_provider p on p.issuer = i.issuer
    where i.worker_id = worker and now() < p.expires_at and access.provider_admits(p.id, worker)) $$;
select platform.hand_over('access.may_be_invited(uuid)', 'gatekeeper', array['administrator', 'porter']);

-- Makes an invitation: the one before, and whatever keys there were, are void; with the keys the sessions, which ask for them at each request.
create function access.invite_worker(worker uuid, hash bytea, link_until timestamptz, account_until timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null or worker = platform.actor() or not access.may_be_invited(worker)
    or link_until > now() + interval '14 days' or account_until > now() + interval '366 days' then return false; end if;
  insert into app.invited_key as k (worker_id, link_hash, link_ends_at, expires_at) values (worker, hash, link_until, account_until)
  on conflict (worker_id) do update set link_hash = excluded.link_hash, link_ends_at = excluded.link_ends_at,
    expires_at = excluded.expires_at, invited_at = now(), withdrawn_at = null, word_hash = null, authenticator = null,
    recovery_hashes = '{}', known_from = '{}', joined_at = null;
  return true;
end $$;
select platform.hand_over('access.invite_worker(uuid, bytea, timestamptz, timestamptz)', 'gatekeeper', array['administrator']);

-- Lets an account go on until a day within a year.
create function access.renew_invited(worker uuid, account_until timestamptz, why text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null or not access.may_be_invited(worker)
    or account_until <= now() or account_until > now() + interval '367 days' then return false; end if;
  update app.invited_key set expires_at = account_until where worker_id = worker and withdrawn_at is null and joined_at is not null;
  if not found then return false; end if;
  insert into app.access_renewal (worker_id, until, reason, renewed_by) values (worker, account_until, why, platform.actor());
  return true;
end $$;
select platform.hand_over('access.renew_invited(uuid, timestamptz, text)', 'gatekeeper', array['administrator']);

-- Ends the invitation and the keys, and so every session at once. It is kept that there was one.
create function access.withdraw_invited(worker uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null then return false; end if;
  update app.invited_key set withdrawn_at = now(), link_hash = null, word_hash = null, authenticator = null, recovery_hashes = '{}',
    known_from = '{}' where worker_id = worker and withdrawn_at is null;
  if not found then return false; end if;
  return true;
end $$;
select platform.hand_over('access.withdraw_invited(uuid)', 'gatekeeper', array['administrator']);

-- How far each has come, for administrators: never a hash.
create function access.invited_workers() returns table (worker_id uuid, link_ends_at timestamptz, joined_at timestamptz, seen_at timestamptz,
    expires_at timestamptz, withdrawn_at timestamptz, may_sign_in boolean, codes_left integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.worker_id, case when k.link_hash is not null then k.link_ends_at end, k.joined_at, k.seen_at, k.expires_at, k.withdrawn_at,
    access.may_be_invited(k.worker_id), cardinality(k.recovery_hashes)
  from app.invited_key k where access.working_actor(current_setting('role', true)) is not null $$;
select platform.hand_over('access.invited_workers()', 'gatekeeper', array['administrator']);

-- Access of other organisations' people that an administrator may let go on, with how it last was.
create function access.renewable_access() returns table (worker_id uuid, provider_id uuid, organisation_id uuid, expires_at timestamptz,
    renewed_at timestamptz, renewed_by uuid, reason text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.worker_id, a.provider_id, a.organisation_id, a.expires_at, r.renewed_at, r.renewed_by, r.reason
  from (select k.worker_id, null::uuid as provider_id, w.organisation_id, k.expires_at
        from app.invited_key k join record.worker w on w.id = k.worker_id
        where k.withdrawn_at is null and k.joined_at is not null and access.may_be_invited(k.worker_id)
        union all select null, p.id, p.organisation_id, p.expires_at from app.organisation_provider p where p.withdrawn_at is null) a
    left join lateral (select * from app.access_renewal one where one.worker_id = a.worker_id or one.provider_id = a.provider_id
                       order by one.renewed_at desc limit 1) r on true
  where access.working_actor(current_setting('role', true)) is not null $$;
select platform.hand_over('access.renewable_access()', 'gatekeeper', array['administrator']);

-- The demonstration's own invited person can be tried at once: on a database that the demo made, and no other.
create function access.tell_invited_key(worker uuid, word text, sealed bytea, until timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not platform.made_by_demo() then raise exception 'Only in a demonstration' using errcode = '42501'; end if;
  insert into app.invited_key (worker_id, word_hash, authenticator, joined_at, expires_at) values (worker, word, sealed, now(), until);
end $$;
select platform.hand_over('access.tell_invited_key(uuid, text, bytea, timestamptz)', 'gatekeeper', array['storyteller']);
