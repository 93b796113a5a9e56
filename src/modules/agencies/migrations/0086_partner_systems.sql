-- Systems of other organisations that ask or tell by machine: who they are, by which keys they prove it, for which organisation codes they may
-- speak and what they may do. A system is ended, never deleted: what it sent stays its own.
create table record.partner_system (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references record.organisation (id),
  name text not null,
  codes text[] not null check (cardinality(codes) > 0), -- ODS codes, police force or school numbers, in capitals
  scopes text[] not null check (scopes <@ array['attendance.write', 'notice.write', 'notice.read', 'register.write', 'plan-status.read', 'notification.read', 'notification.ack']),
  keys jsonb not null,                           -- public keys as a JSON Web Key Set (RFC 7517); never a private one
  started_on date not null,
  ended_on date,
  constraint system_ends_after_start check (ended_on >= started_on)
);
select platform.keep_history('partner_system', null);
select access.guard_directory('partner_system');
select platform.for_roles(array['listener'], 'grant select on record.partner_system to %I');
select platform.policy_for(array['listener'], 'create policy knows on record.partner_system for select to %1$s using (true)');

-- What a system was given to show with each question, for minutes. Only its hash is kept.
create table app.system_token (
  token_hash bytea primary key check (length(token_hash) = 32),
  system_id uuid not null references record.partner_system (id),
  scopes text[] not null,
  expires_at timestamptz not null
);
create index system_token_expires on app.system_token (expires_at);

-- The signed proofs that came, by their own number: each counts once (RFC 7523, section 3).
create table app.system_assertion (
  system_id uuid not null references record.partner_system (id),
  number text not null,
  expires_at timestamptz not null,
  primary key (system_id, number)
);
create index system_assertion_expires on app.system_assertion (expires_at);

do $$ declare t text; begin
  foreach t in array array['system_token', 'system_assertion'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    perform platform.for_roles(array['backup'], format('grant select on app.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on app.%I for select to %%1$s using (true)', t));
    perform platform.for_roles(array['listener'], format('grant select, insert, delete on app.%I to %%I', t));
    perform platform.policy_for(array['listener'], format('create policy keeps on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
end $$;
