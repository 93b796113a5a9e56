-- What leaves for systems of other organisations: what each asked to be told of, what was disclosed to it and why, and how the notice got there.
-- Children Act 2004 s.16LA (the duty to disclose, and when not) and s.16LC (the identifier), inserted by 2026 c.21 s.4.

-- What a system is told of, for which purpose and on which basis in law. It is ended, never deleted.
create table record.subscription (
  id uuid primary key default uuidv7(),
  partner_system_id uuid not null references record.partner_system (id),
  topic text not null check (topic in ('attendance', 'plan_started', 'plan_ended', 'placement_moved')),
  address text not null check (address ~ '^https?://' and length(address) <= 500), -- the sender refuses http but in a demonstration
  purpose text not null check (length(purpose) between 1 and 500),
  basis_code text not null check (basis_code in ('ca2004_s16la', 'ca1989_s47', 'ca2004_s11', 'dpa2018_sch1')),
  basis text not null check (length(basis) between 1 and 1000),
  started_on date not null,
  ended_on date,
  constraint subscription_ends_after_start check (ended_on >= started_on)
);
create index subscription_system on record.subscription (partner_system_id);
select platform.keep_history('subscription', null);
select access.guard_directory('subscription');

-- One event of one child for one subscription: what was shared, or why nothing was. Never altered, but that it follows a merge.
create table record.disclosure (
  id uuid primary key default uuidv7(),
  subscription_id uuid not null references record.subscription (id),
  person_id uuid not null references record.person (id),
  topic text not null,
  event_id uuid not null,                        -- the plan, match or address that it is of
  subject uuid not null,                         -- by what the other system knows the child: of this subscription alone
  sequence integer check (sequence > 0),         -- counts what was shared of the subject; null: nothing was
  purpose text not null,
  basis_code text not null,
  basis text not null,
  shared text[] not null,                        -- names of facts, without what they are
  withheld jsonb not null,                       -- what was not shared and why: s.16LA(3)
  identifier text not null check (identifier in ('nhs_number', 'not_known', 'not_shared')),
  identifier_tried text not null,                -- s.16LC(8)
  made_at timestamptz not null,
  constraint disclosed_once unique (subscription_id, topic, event_id),
  constraint disclosed_in_order unique (subscription_id, subject, sequence),
  constraint numbered_when_shared check ((sequence is null) = (shared = '{}'))
);
create index disclosure_person on record.disclosure (person_id, subscription_id);
select platform.keep_history('disclosure');

-- How its notice gets there. Sent is not arrived: it is sent again until it is acknowledged, or dead.
create table record.disclosure_delivery (
  id uuid primary key default uuidv7(),
  disclosure_id uuid not null unique references record.disclosure (id),
  person_id uuid not null references record.person (id),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'acknowledged', 'dead', 'withdrawn')),
  tries integer not null default 0,
  first_tried_at timestamptz,
  next_try_at timestamptz not null,
  last_code integer,                             -- of HTTP; null: nobody answered
  last_problem text,
  sent_at timestamptz,
  fetched_at timestamptz,
  acknowledged_at timestamptz,
  withdrawn_why text check (withdrawn_why in ('ended', 'not_involved', 'restricted')),
  constraint whole_acknowledgement check ((state = 'acknowledged') = (acknowledged_at is not null)),
  constraint whole_withdrawal check ((state = 'withdrawn') = (withdrawn_why is not null))
);
create index disclosure_delivery_due on record.disclosure_delivery (next_try_at) where state in ('waiting', 'sent');
create index disclosure_delivery_person on record.disclosure_delivery (person_id);
select platform.keep_history('disclosure_delivery');

-- The key by which notices are signed; its private half is sealed under the key of the authority's files.
create table app.signing_key (
  id uuid primary key default uuidv7(),
  only_one boolean not null default true unique check (only_one),
  public_key jsonb not null,
  sealed bytea not null,
  made_at timestamptz not null default now()
);
alter table app.signing_key enable row level security;
alter table app.signing_key force row level security;
select platform.for_roles(array['backup'], 'grant select on app.signing_key to %I');
select platform.policy_for(array['backup'], 'create policy reads on app.signing_key for select to %1$s using (true)');
select platform.for_roles(array['listener'], 'grant select, insert on app.signing_key to %I');
select platform.policy_for(array['listener'], 'create policy keeps on app.signing_key for all to %1$s using (true) with check (true)');

do $$ declare s text; t text; begin
  -- Whoever holds a child's record reads what was told of the child.
  foreach s in array array['record', 'history'] loop
    foreach t in array array['disclosure', 'disclosure_delivery'] loop
      perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
      perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.%I for select to %%1$s
        using (%s)', s, t, replace(access.has_entry(t || '.person_id', array['B2'], false), '%', '%%')));
    end loop;
  end loop;
  foreach t in array array['disclosure', 'disclosure_delivery'] loop
    perform platform.for_roles(array['listener'], format('grant select, insert%s on record.%I to %%I',
      case t when 'disclosure_delivery' then ', update' else '' end, t));
    perform platform.policy_for(array['listener'], format('create policy listens on record.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
  perform platform.for_roles(array['listener'], 'grant select on record.subscription to %I');
  perform platform.policy_for(array['listener'], 'create policy knows on record.subscription for select to %1$s using (true)');
  foreach t in array array['disclosure', 'disclosure_delivery'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', t));
  end loop;
  perform platform.for_roles(array['gatekeeper'], 'grant update (state, tries, first_tried_at, next_try_at) on record.disclosure_delivery to %I');
  perform platform.policy_for(array['gatekeeper'], 'create policy sends_again on record.disclosure_delivery for update to %1$s using (true) with check (true)');
end $$;

-- Why a subscription may not hear of somebody today; null: it may. Only an organisation that is involved today hears, and never of a restricted record.
create function access.disclosure_bar(asked uuid, person uuid) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case
    when exists (select from access.restriction r where r.subject_id = any (access.same_people(array[person])) and now() >= r.starts_at and now() < r.ends_at) then 'restricted'
    when s.id is null then 'ended'
    when not exists (select from record.involvement i where i.person_id = person and i.organisation_id = s.organisation_id
      and i.started_on <= platform.today() and (i.ended_on is null or i.ended_on > platform.today())) then 'not_involved' end
  from (select) one left join (
    select b.id, y.organisation_id from record.subscription b join record.partner_system y on y.id = b.partner_system_id
    where b.id = asked and b.started_on <= platform.today() and (b.ended_on is null or b.ended_on >= platform.today())
      and y.started_on <= platform.today() and (y.ended_on is null or y.ended_on >= platform.today())) s on true $$;
select platform.hand_over('access.disclosure_bar(uuid, uuid)', 'gatekeeper', array['listener']);

-- What happened since each subscription and involvement began, and was not written down for it yet.
create function access.disclosure_facts() returns table (subscription_id uuid, topic text, event_id uuid, person_id uuid, is_restricted boolean, has_number boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with event as (
    select 'plan_started' as topic, c.id, c.person_id, c.started_on as on_day from record.cp_plan c
    union all select 'plan_ended', c.id, c.person_id, c.ended_on from record.cp_plan c where c.ended_on is not null
    union all select 'attendance', m.id, m.person_id, (a.arrived_at at time zone 'Europe/London')::date
      from record.attendance_match m join record.attendance a on a.id = m.attendance_id where a.status <> 'cancelled'
    union all select 'placement_moved', r.id, r.person_id, r.started_on from record.person_address r where r.kind = 'placement' and r.started_on is not null
  )
  select b.id, e.topic, e.id, e.person_id, access.disclosure_bar(b.id, e.person_id) is not null,
    exists (select from record.person_identifier n where n.person_id = e.person_id and n.kind = 'nhs_number' and n.ended_on is null)
  from record.subscription b join record.partner_system y on y.id = b.partner_system_id
  join event e on e.topic = b.topic and e.on_day between b.started_on and platform.today()
  where coalesce(access.disclosure_bar(b.id, e.person_id), 'restricted') = 'restricted'
    and b.started_on <= platform.today() and (b.ended_on is null or b.ended_on >= platform.today())
    and y.started_on <= platform.today() and (y.ended_on is null or y.ended_on >= platform.today())
    and exists (select from record.involvement i where i.person_id = e.person_id and i.organisation_id = y.organisation_id
      and i.started_on <= e.on_day and (i.ended_on is null or i.ended_on > platform.today()))
    and not exists (select from record.disclosure d where d.subscription_id = b.id and d.topic = e.topic and d.event_id = e.id)
  order by e.on_day, e.id limit 1000 $$;
select platform.hand_over('access.disclosure_facts()', 'gatekeeper', array['listener']);

-- The facts that a disclosure names as shared, for the system that it was made for; null for any other, and while it may not hear of the child.
create function access.disclosure_content(asked uuid, partner uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select (select jsonb_object_agg(f.key, f.value) from jsonb_each(jsonb_build_object(
      'nhsNumber', (select regexp_replace(n.value, '\D', '', 'g') from record.person_identifier n where n.person_id = d.person_id and n.kind = 'nhs_number'
        and n.ended_on is null order by n.started_on desc nulls last, n.id desc limit 1),
      'given', (select n.given from record.person_name n where n.person_id = d.person_id and n.is_main and n.ended_on is null limit 1),
      'family', (select n.family from record.person_name n where n.person_id = d.person_id and n.is_main and n.ended_on is null limit 1),
      'bornOn', (select p.date_of_birth from record.person p where p.id = d.person_id),
      'startedOn', (select c.started_on from record.cp_plan c where c.id = d.event_id),
      'endedOn', (select c.ended_on from record.cp_plan c where c.id = d.event_id),
      'movedOn', (select r.started_on from record.person_address r where r.id = d.event_id and r.kind = 'placement'),
      'arrivedAt', (select a.arrived_at from record.attendance_match m join record.attendance a on a.id = m.attendance_id where m.id = d.event_id)
    )) f where f.key = any (d.shared))
  from record.disclosure d join record.subscription b on b.id = d.subscription_id
  where d.id = asked and b.partner_system_id = partner and d.sequence is not null and access.disclosure_bar(d.subscription_id, d.person_id) is null $$;
select platform.hand_over('access.disclosure_content(uuid, uuid)', 'gatekeeper', array['listener']);

-- What left until a moment, to whom, why and what did not, without of whom: for directors and administrators.
create function access.disclosures_made(until timestamptz, standing text, most integer, skip integer)
  returns table (id uuid, delivery_id uuid, organisation text, topic text, purpose text, basis_code text, shared text[], withheld jsonb, tried text,
    made_at timestamptz, state text, tries integer, last_code integer, last_problem text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.id, v.id, o.name, d.topic, d.purpose, d.basis_code, d.shared, d.withheld, d.identifier_tried, d.made_at, v.state, v.tries, v.last_code, v.last_problem
  from record.disclosure d join record.subscription s on s.id = d.subscription_id join record.partner_system y on y.id = s.partner_system_id
    join record.organisation o on o.id = y.organisation_id left join record.disclosure_delivery v on v.disclosure_id = d.id
  where d.made_at <= until and (standing is null or v.state = standing) order by d.made_at desc, d.id desc limit most offset skip $$;
select platform.hand_over('access.disclosures_made(timestamptz, text, integer, integer)', 'gatekeeper', array['director', 'administrator']);

-- How many stand how; under '' those of which nothing was shared.
create function access.disclosure_counts(until timestamptz) returns table (state text, count integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(v.state, ''), count(*)::integer from record.disclosure d left join record.disclosure_delivery v on v.disclosure_id = d.id
  where d.made_at <= until group by 1 $$;
select platform.hand_over('access.disclosure_counts(timestamptz)', 'gatekeeper', array['director', 'administrator']);

-- A dead letter waits again, as if it had never been tried.
create function access.send_disclosure_again(delivery uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update record.disclosure_delivery set state = 'waiting', tries = 0, first_tried_at = null, next_try_at = now()
  where id = delivery and state = 'dead';
  return found;
end $$;
select platform.hand_over('access.send_disclosure_again(uuid)', 'gatekeeper', array['director', 'administrator']);
