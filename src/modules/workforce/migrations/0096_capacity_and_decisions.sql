-- What was worked out, recommended and decided about capacity (class A1: no child, no worker's affairs). A recommendation and a decision
-- are records of their own with their own sums: neither ever overwrites the other, and a correction is a row beside the one it corrects.

-- ---------------------------------------------------------------- scenarios
create table record.capacity_scenario (
  id uuid primary key default uuidv7(),
  name text not null check (length(trim(name)) > 0 and length(name) <= 200),
  basis_on date not null,                        -- the day whose children and posts it begins with
  basis jsonb not null,                          -- those numbers by team, as they stood when it was saved
  chosen jsonb not null,                         -- what is added, and the sums of money
  made_by uuid default platform.actor()
);
select platform.keep_history('capacity_scenario', null);
select access.guard_workforce('capacity_scenario');

-- A team that becomes two: planned here, carried out by moving each family with the transfers of the record, so that every allocation
-- before and after stays readable.
create table record.team_split (
  id uuid primary key default uuidv7(),
  scenario_id uuid references record.capacity_scenario (id),
  team_id uuid not null references record.team (id),
  into_name text not null check (length(trim(into_name)) > 0 and length(into_name) <= 200),
  into_team_id uuid references record.team (id), -- once it is in the directory
  worker_ids uuid[] not null default '{}',       -- who go to the new team
  planned_on date not null,
  status text not null default 'planned' check (status in ('planned', 'carried_out', 'given_up')),
  remark text,
  constraint splits_into_another check (into_team_id <> team_id),
  constraint carried_out_into_a_team check (status <> 'carried_out' or into_team_id is not null)
);
create index team_split_team on record.team_split (team_id);
create index team_split_scenario on record.team_split (scenario_id) where scenario_id is not null;
select platform.keep_history('team_split', null);
select access.guard_workforce('team_split');

-- ---------------------------------------------------------------- recommended, decided
create table record.recommendation (
  id uuid primary key default uuidv7(),
  subject text not null check (length(trim(subject)) > 0),
  body text not null check (length(trim(body)) > 0),          -- to which it is put: Cabinet
  meets_on date not null,
  item text,                                     -- of its agenda
  author_role text not null check (length(trim(author_role)) > 0), -- a role, never a name
  words text not null check (length(trim(words)) > 0),
  amount numeric(14, 2) not null check (amount >= 0),
  scenario_id uuid references record.capacity_scenario (id),
  corrects_id uuid unique references record.recommendation (id),
  correction_reason text,
  constraint correction_of_recommendation_says_why check ((corrects_id is null) = (correction_reason is null))
);
create index recommendation_scenario on record.recommendation (scenario_id) where scenario_id is not null;
select platform.keep_history('recommendation', null);
select access.guard_workforce('recommendation');

create table record.decision (
  id uuid primary key default uuidv7(),
  recommendation_id uuid not null references record.recommendation (id), -- as first recorded
  body text not null check (length(trim(body)) > 0),
  decided_on date not null,
  item text,
  words text not null check (length(trim(words)) > 0),
  amount numeric(14, 2) not null check (amount >= 0),
  status text not null check (status in ('endorsed', 'endorsed_changed', 'deferred', 'refused')),
  corrects_id uuid unique references record.decision (id),
  correction_reason text,
  constraint correction_of_decision_says_why check ((corrects_id is null) = (correction_reason is null))
);
create index decision_recommendation on record.decision (recommendation_id);
select platform.keep_history('decision', null);
select access.guard_workforce('decision');

-- ---------------------------------------------------------------- invest to save
create table record.invest_case (
  id uuid primary key default uuidv7(),
  title text not null check (length(trim(title)) > 0 and length(title) <= 200),
  recommendation_id uuid references record.recommendation (id),
  starts_on date not null,
  investment numeric(14, 2) not null check (investment > 0),
  avoids text not null check (length(trim(avoids)) > 0),      -- which places: external residential care
  week_cost numeric(12, 2) not null check (week_cost > 0),    -- of one place
  cost_source text not null check (length(trim(cost_source)) > 0) -- where that sum comes from
);
create index invest_case_recommendation on record.invest_case (recommendation_id) where recommendation_id is not null;
select platform.keep_history('invest_case', null);
select access.guard_workforce('invest_case');

-- What was forecast for a period, and what was found: rows side by side, never one over the other.
create table record.invest_period (
  id uuid primary key default uuidv7(),
  case_id uuid not null references record.invest_case (id),
  kind text not null check (kind in ('forecast', 'actual')),
  from_day date not null,
  until_day date not null,
  spent numeric(14, 2) not null check (spent >= 0),
  weeks_avoided numeric(9, 1) not null check (weeks_avoided >= 0),
  how text not null check (length(trim(how)) > 0), -- how the weeks were counted
  corrects_id uuid unique references record.invest_period (id),
  constraint period_ends_after_start check (until_day >= from_day)
);
create index invest_period_case on record.invest_period (case_id, from_day);
create unique index one_row_a_period on record.invest_period (case_id, kind, from_day) where corrects_id is null;
select platform.keep_history('invest_period', null);
select access.guard_workforce('invest_period');

-- What was said stands: a correction is another row.
do $$ declare t text; begin
  foreach t in array array['recommendation', 'decision', 'invest_period'] loop
    execute format('drop policy changes on record.%I', t);
    execute format('drop policy leaders_change on record.%I', t);
    perform platform.for_roles(array['administrator', 'director', 'practitioner'], format('revoke update on record.%I from %%I', t));
  end loop;
end $$;

-- How safe children were in each period, to stand beside its money: visits of plans in time, plans for children who had one before, and
-- referrals within a year of another. Numbers alone; nobody restricted from the asker is counted.
do $$ declare t text; begin
  foreach t in array array['clock', 'referral'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant select on record.%1$I, history.%1$I, known_at.%1$I to %%I', t));
    perform platform.policy_for(array['gatekeeper'], format('create policy counts_safety on history.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
create index clock_of_visits on record.clock (due_on) where definition_id in ('CP_VISIT', 'CIN_VISIT');
create index referral_received on record.referral (received_on);
create function access.safety_in(from_days date[], until_days date[])
  returns table (from_day date, visits integer, visits_in_time integer, plans integer, repeat_plans integer, referrals integer, re_referrals integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $f$
begin
  if access.working_actor(current_setting('role', true)) is null then return; end if;
  return query execute replace($q$
    select p.from_day, v.due::integer, v.in_time::integer, c.plans::integer, c.again::integer, r.came::integer, r.again::integer
    from unnest($1, $2) p (from_day, until_day)
    cross join lateral (select count(*) as due, count(*) filter (where k.outcome = 'on_time') as in_time from shown.clock k
      where k.definition_id in ('CP_VISIT', 'CIN_VISIT') and k.due_on between p.from_day and p.until_day
        and k.outcome in ('on_time', 'late', 'open') and k.due_on < platform.today()
        and not (k.person_id = any ((select access.sealed_from_me())::uuid[]))) v
    cross join lateral (select count(*) as plans, count(*) filter (where l.previous_plans > 0) as again from shown.cp_plan l
      where l.started_on between p.from_day and p.until_day and not (l.person_id = any ((select access.sealed_from_me())::uuid[]))) c
    cross join lateral (select count(*) as came, count(*) filter (where exists (select from shown.referral e
        where e.person_id = f.person_id and e.received_on < f.received_on and e.received_on >= f.received_on - interval '1 year' offset 0)) as again
      from shown.referral f where f.received_on between p.from_day and p.until_day
        and not (f.person_id = any ((select access.sealed_from_me())::uuid[]))) r
  $q$, 'shown.', case when platform.known_at() is null then 'record.' else 'known_at.' end) using from_days, until_days;
end $f$;
select platform.hand_over('access.safety_in(date[], date[])', 'gatekeeper', array['practitioner', 'duty', 'director', 'administrator']);
