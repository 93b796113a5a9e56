-- Identity providers of other organisations (OpenID Connect). Each speaks for workers of its own organisation and for nobody else, until its last day.
create table app.organisation_provider (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references record.organisation (id),
  issuer text not null,
  client_id text not null,
  secret bytea not null,                         -- sealed
  expires_at timestamptz not null,               -- unless renewed
  withdrawn_at timestamptz
);
create unique index organisation_provider_one on app.organisation_provider (organisation_id) where withdrawn_at is null;

-- Whom an issuer means by a subject, from their first sign-in on: the same words of another issuer are somebody else.
create table app.worker_identity (
  issuer text not null,
  subject text not null,
  worker_id uuid not null references record.worker (id),
  bound_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (issuer, worker_id)
);

do $$ declare t text; begin
  foreach t in array array['organisation_provider', 'worker_identity'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    perform platform.for_roles(array['backup'], format('grant select on app.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on app.%I for select to %%1$s using (true)', t));
    perform platform.for_roles(array['gatekeeper'], format('grant select, insert, update, delete on app.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy keeps on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
end $$;
select platform.for_roles(array['porter'], 'grant select on app.organisation_provider to %I');
select platform.policy_for(array['porter'], 'create policy lets_in on app.organisation_provider for select to %1$s using (true)');
select platform.for_roles(array['porter'], 'grant select, insert on app.worker_identity to %I');
select platform.policy_for(array['porter'], 'create policy lets_in on app.worker_identity for all to %1$s using (true) with check (true)');

-- By which provider a session was opened, none: the council's or an invitation. It stands as long as the provider does.
alter table app.session add column provider_id uuid references app.organisation_provider (id);
-- To which provider somebody left: only its answer counts.
alter table app.sign_in_attempt add column provider_id uuid references app.organisation_provider (id);

-- Whether somebody works for an organisation other than the council and is in post today, or has no post here and works with a child, or is asked to a
-- meeting that is to come or sits, as a family doctor is. Asked again at each request.
create function access.works_elsewhere(worker uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.worker w join record.organisation o on o.id = w.organisation_id
    where w.id = worker and w.class = 'practitioner' and (w.left_at is null or now() < w.left_at) and o.kind <> 'council'
      and (o.ended_on is null or platform.today() <= o.ended_on)
      and (exists (select from record.post p where p.worker_id = w.id and p.covers_post_id is null
          and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on))
        or not exists (select from record.post p where p.worker_id = w.id) and (
          exists (select from record.involvement i where i.worker_id = w.id and i.started_on <= platform.today()
            and (i.ended_on is null or i.ended_on >= platform.today()))
          or exists (select from record.meeting_invitee v join record.meeting m on m.id = v.meeting_id and m.status in ('planned', 'in_session')
            where v.worker_id = w.id and v.withdrawn_at is null)))) $$;
select platform.hand_over('access.works_elsewhere(uuid)', 'gatekeeper');

-- Whether a provider may speak for somebody: its own organisation's worker, in post. Its days whoever asks compares.
create function access.provider_admits(provider uuid, worker uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select access.works_elsewhere(worker) and exists (select from app.organisation_provider p
    join record.worker w on w.organisation_id = p.organisation_id
    where p.id = provider and p.withdrawn_at is null and w.id = worker) $$;
select platform.hand_over('access.provider_admits(uuid, uuid)', 'gatekeeper', array['porter']);

-- Organisations that sign in by a provider of their own, for the page on which anybody chooses one: names alone.
create function access.organisations_with_provider() returns table (id uuid, organisation text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, o.name, p.expires_at from app.organisation_provider p join record.organisation o on o.id = p.organisation_id
  where p.withdrawn_at is null and (o.ended_on is null or platform.today() <= o.ended_on) $$;
select platform.hand_over('access.organisations_with_provider()', 'gatekeeper', array['porter']);

-- Names a provider, for a year at most; the council's own is a setting of the installation. Plain http is for demonstrations.
create function access.name_provider(provider uuid, organisation uuid, its_issuer text, client text, sealed bytea, until timestamptz)
  returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null or until <= now() or until > now() + interval '367 days'
    or not (its_issuer like 'https://%' or its_issuer like 'http://%' and platform.made_by_demo())
    or not exists (select from record.organisation o where o.id = organisation and o.kind <> 'council'
                   and (o.ended_on is null or platform.today() <= o.ended_on)) then return false; end if;
  insert into app.organisation_provider (id, organisation_id, issuer, client_id, secret, expires_at)
  values (provider, organisation, its_issuer, client, sealed, until) on conflict (organisation_id) where withdrawn_at is null do nothing;
  return found;
end $$;
select platform.hand_over('access.name_provider(uuid, uuid, text, text, bytea, timestamptz)', 'gatekeeper', array['administrator']);

-- Another client id or secret; its issuer never changes, for identities belong to it.
create function access.change_provider(provider uuid, client text, sealed bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null then return false; end if;
  update app.organisation_provider set client_id = client, secret = coalesce(sealed, secret) where id = provider and withdrawn_at is null;
  return found;
end $$;
select platform.hand_over('access.change_provider(uuid, text, bytea)', 'gatekeeper', array['administrator']);

-- Ends a provider, and so every session that it opened, which ask for it at each request. It is kept that there was one.
create function access.withdraw_provider(provider uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null then return false; end if;
  update app.organisation_provider set withdrawn_at = now(), secret = '' where id = provider and withdrawn_at is null;
  return found;
end $$;
select platform.hand_over('access.withdraw_provider(uuid)', 'gatekeeper', array['administrator']);

-- Every provider that was ever named, for administrators: never its secret.
create function access.organisation_providers() returns table (id uuid, organisation_id uuid, issuer text, client_id text,
    expires_at timestamptz, withdrawn_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.organisation_id, p.issuer, p.client_id, p.expires_at, p.withdrawn_at from app.organisation_provider p
  where access.working_actor(current_setting('role', true)) is not null $$;
select platform.hand_over('access.organisation_providers()', 'gatekeeper', array['administrator']);

-- Workers of its organisation whom a provider's issuer has named, for administrators: never the subject.
create function access.identities_of_provider(provider uuid) returns table (worker_id uuid, bound_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.worker_id, i.bound_at from app.organisation_provider p join app.worker_identity i on i.issuer = p.issuer
    join record.worker w on w.id = i.worker_id and w.organisation_id = p.organisation_id
  where p.id = provider and access.working_actor(current_setting('role', true)) is not null $$;
select platform.hand_over('access.identities_of_provider(uuid)', 'gatekeeper', array['administrator']);

-- Forgets whom an issuer meant, for a worker who was given another account there: their next sign-in is their first.
create function access.release_identity(provider uuid, worker uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null then return false; end if;
  delete from app.worker_identity i using app.organisation_provider p, record.worker w
  where p.id = provider and i.issuer = p.issuer and i.worker_id = worker and w.id = worker and w.organisation_id = p.organisation_id;
  return found;
end $$;
select platform.hand_over('access.release_identity(uuid, uuid)', 'gatekeeper', array['administrator']);
