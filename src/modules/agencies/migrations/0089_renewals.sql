-- Access of other organisations' people that was let go on: until when, why, and by whom. Nothing goes on by itself.
create table app.access_renewal (
  id uuid primary key default uuidv7(),
  worker_id uuid references record.worker (id),                   -- of an invited account
  provider_id uuid references app.organisation_provider (id),     -- or of an organisation's provider
  until timestamptz not null,
  reason text not null check (length(btrim(reason)) >= 10),
  renewed_by uuid not null references record.worker (id),
  renewed_at timestamptz not null default now(),
  constraint renewal_is_of_one check (num_nonnulls(worker_id, provider_id) = 1)
);
create index access_renewal_worker on app.access_renewal (worker_id, renewed_at);
create index access_renewal_provider on app.access_renewal (provider_id, renewed_at);
alter table app.access_renewal enable row level security;
alter table app.access_renewal force row level security;
select platform.for_roles(array['backup'], 'grant select on app.access_renewal to %I');
select platform.policy_for(array['backup'], 'create policy reads on app.access_renewal for select to %1$s using (true)');
select platform.for_roles(array['gatekeeper'], 'grant select, insert on app.access_renewal to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps on app.access_renewal for all to %1$s using (true) with check (true)');

-- Lets a provider go on until a day within a year; one that is past its last day comes to life again.
create function access.renew_provider(provider uuid, until timestamptz, why text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if access.working_actor(current_setting('role', true)) is null or until <= now() or until > now() + interval '367 days' then return false; end if;
  update app.organisation_provider set expires_at = until where id = provider and withdrawn_at is null;
  if not found then return false; end if;
  insert into app.access_renewal (provider_id, until, reason, renewed_by) values (provider, until, why, platform.actor());
  return true;
end $$;
select platform.hand_over('access.renew_provider(uuid, timestamptz, text)', 'gatekeeper', array['administrator']);
