-- Support of schools' safeguarding leads: supervision by an experienced social worker, and social workers placed in schools. No table here has a
-- reference to a child, and no text of it may name one: what is said of a child belongs into the child's record.

-- A social worker on site in a school: from, to, on which days. Kept by administrators as teams and posts are (class A1).
create table record.school_placement (
  id uuid primary key default uuidv7(),
  school_id uuid not null references record.organisation (id),
  worker_id uuid not null references record.worker (id),
  days text[] not null check (cardinality(days) between 1 and 5 and days <@ array['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
  started_on date not null,
  ended_on date,
  constraint school_placement_ends_after_start check (ended_on >= started_on)
);
create index school_placement_school on record.school_placement (school_id);
create index school_placement_worker on record.school_placement (worker_id);
select platform.keep_history('school_placement', null);
select access.guard_directory('school_placement');

create table record.lead_supervision (
  id uuid primary key default uuidv7(),
  school_id uuid not null references record.organisation (id),
  lead_id uuid not null references record.worker (id),       -- the designated safeguarding lead
  supervisor_id uuid not null references record.worker (id) default platform.actor(),
  held_on date not null,
  themes text[] not null check (cardinality(themes) between 1 and 12), -- from the authority's list, as it stood
  submission uuid unique,
  constraint lead_is_not_supervisor check (lead_id <> supervisor_id)
);
create index lead_supervision_school on record.lead_supervision (school_id, held_on desc);
create index lead_supervision_held on record.lead_supervision (held_on desc, id desc);
create index lead_supervision_lead on record.lead_supervision (lead_id);
create index lead_supervision_supervisor on record.lead_supervision (supervisor_id);
select platform.keep_history('lead_supervision', null);

-- What either is to do: carried from session to session until it is done, whoever supervises then.
create table record.lead_supervision_action (
  id uuid primary key default uuidv7(),
  session_id uuid not null references record.lead_supervision (id),
  school_id uuid not null references record.organisation (id),
  what text not null check (length(trim(what)) between 1 and 500),
  owner text not null check (owner in ('lead', 'supervisor')),
  due_on date not null,
  done_on date,
  done_by uuid references record.worker (id),
  constraint lead_action_done_by_somebody check ((done_on is null) = (done_by is null))
);
create index lead_supervision_action_session on record.lead_supervision_action (session_id);
create index lead_supervision_action_open on record.lead_supervision_action (school_id) where done_on is null;
create index on record.lead_supervision_action (done_by);
select platform.keep_history('lead_supervision_action', null);

select platform.for_roles(array['gatekeeper'], 'grant select on record.lead_supervision, record.lead_supervision_action, record.school_placement to %I');
do $$ declare t text; begin
  foreach t in array array['lead_supervision', 'lead_supervision_action', 'school_placement'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy decides on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

-- Whether somebody is a safeguarding lead of a school today.
create function access.leads_school(lead uuid, school uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.worker w join record.post p on p.worker_id = w.id and p.role = 'designated_safeguarding_lead'
      join record.organisation o on o.id = w.organisation_id and o.kind = 'school'
    where w.id = lead and o.id = school and (w.left_at is null or now() < w.left_at) and p.started_on <= platform.today()
      and (p.ended_on is null or p.ended_on >= platform.today())) $$;
select platform.hand_over('access.leads_school(uuid, uuid)', 'gatekeeper', array['practitioner']);

-- Whether the caller is experienced enough to supervise a school's lead: a senior social worker, or a manager of social workers, today.
create function access.may_supervise_leads() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.post p where p.worker_id = access.working_actor(current_setting('role', true))
    and p.role in ('senior_social_worker', 'team_manager', 'service_leader') and p.started_on <= platform.today()
    and (p.ended_on is null or p.ended_on >= platform.today())) $$;
select platform.hand_over('access.may_supervise_leads()', 'gatekeeper', array['practitioner']);

-- Whether the caller gave a session to this school's leads, and may still.
create function access.supervises_school(school uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select access.may_supervise_leads() and exists (select from record.lead_supervision s where s.school_id = school
    and s.supervisor_id = access.working_actor(current_setting('role', true))) $$;
select platform.hand_over('access.supervises_school(uuid)', 'gatekeeper', array['practitioner']);

-- Whether words hold the name of a child at the school, written as a name: the given or the family name, three letters or more.
create function access.names_pupil(school uuid, words text) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.pupils_of(array[school]) p join record.person_name n on n.person_id = p.person_id and n.ended_on is null
      cross join lateral regexp_split_to_table(coalesce(n.given, '') || ' ' || coalesce(n.family, ''), '[\s-]+') part
    where length(part) > 2 and not p.person_id = any (access.sealed_from_me())
      and part in (select regexp_replace(regexp_replace(word, '[''’]s$', ''), '^[^[:alpha:]]+|[^[:alpha:]]+$', '', 'g')
        from regexp_split_to_table(words, '[\s-]+') word)) $$;
select platform.hand_over('access.names_pupil(uuid, text)', 'gatekeeper', array['practitioner']);

create function access.lead_action_names_nobody() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.is_deferred() and access.names_pupil(new.school_id, new.what) then
    raise exception 'An action of a supervision names a child of the school' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger names_nobody after insert on record.lead_supervision_action for each row execute function access.lead_action_names_nobody();
select platform.hand_over('access.lead_action_names_nobody()', 'gatekeeper');

do $$ declare
  s text;
  mine text := '(lead_id = (select access.working_actor(current_user)) or supervisor_id = (select access.working_actor(current_user))
    or access.supervises_school(school_id))';
begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner'], format('grant select on %I.lead_supervision, %I.lead_supervision_action to %%I', s, s));
    perform platform.policy_for(array['practitioner'], format('create policy reads on %I.lead_supervision for select to %%1$s
      using ((select access.working_actor(current_user)) is not null and %s)', s, mine));
    perform platform.policy_for(array['practitioner'], format('create policy reads on %I.lead_supervision_action for select to %%1$s
      using ((select access.working_actor(current_user)) is not null and exists (select from record.lead_supervision x
        where x.id = lead_supervision_action.session_id))', s));
  end loop;
  perform platform.for_roles(array['practitioner'], 'grant insert on record.lead_supervision, record.lead_supervision_action to %I');
  perform platform.policy_for(array['practitioner'], 'create policy gives on record.lead_supervision for insert to %1$s
    with check (supervisor_id = (select access.working_actor(current_user)) and (select access.may_supervise_leads())
      and access.leads_school(lead_id, school_id) and held_on <= platform.today())');
  perform platform.policy_for(array['practitioner'], 'create policy agrees on record.lead_supervision_action for insert to %1$s
    with check (done_on is null and (select access.may_supervise_leads()) and exists (select from record.lead_supervision x where x.id = session_id
      and x.school_id = lead_supervision_action.school_id and x.supervisor_id = (select access.working_actor(current_user))))');
  perform platform.for_roles(array['practitioner'], 'grant update (done_on, done_by) on record.lead_supervision_action to %I');
  perform platform.policy_for(array['practitioner'], 'create policy does on record.lead_supervision_action for update to %1$s
    using ((select access.working_actor(current_user)) is not null and done_on is null and exists (select from record.lead_supervision x where x.id = session_id))
    with check (done_by = (select access.working_actor(current_user)))');
end $$;

-- Whether the caller may know how schools are supervised: directors, managers of teams and leaders of areas.
create function access.oversees_schools() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select access.acts_as('director') or exists (select from record.post p where p.worker_id = access.working_actor(current_setting('role', true))
    and p.role in ('team_manager', 'service_leader', 'duty_manager') and p.started_on <= platform.today()
    and (p.ended_on is null or p.ended_on >= platform.today())) $$;
select platform.hand_over('access.oversees_schools()', 'gatekeeper', array['practitioner', 'director']);

-- Sessions of each school in some days, and what came from there: numbers alone, no text and nobody of the record.
create function access.school_support(since date, until date) returns table (school_id uuid, school text, sessions integer, last_on date, overdue_actions integer,
    placed integer, contacts integer, contacts_of_placed integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.name,
    (select count(*)::integer from record.lead_supervision s where s.school_id = o.id and s.held_on between since and until),
    (select max(s.held_on) from record.lead_supervision s where s.school_id = o.id and s.held_on <= until),
    (select count(*)::integer from record.lead_supervision_action a where a.school_id = o.id and a.done_on is null and a.due_on < until),
    (select count(*)::integer from record.school_placement p where p.school_id = o.id and p.started_on <= until and (p.ended_on is null or p.ended_on >= until)),
    came.contacts, came.contacts_of_placed
  from record.organisation o left join lateral (
    select count(*)::integer as contacts, count(*) filter (where placed.yes)::integer as contacts_of_placed
    from record.contact c cross join lateral (select exists (select from record.school_placement p where p.school_id = o.id and p.worker_id = c.created_by
        and (c.received_at at time zone 'Europe/London')::date between p.started_on and coalesce(p.ended_on, 'infinity'::date)) as yes) placed
    where c.referrer_organisation_id = o.id and c.received_at >= since::timestamp at time zone 'Europe/London'
      and c.received_at < (until + 1)::timestamp at time zone 'Europe/London') came on true
  where access.oversees_schools() and o.kind = 'school' and (o.ended_on is null or o.ended_on >= until) order by o.name $$;
select platform.hand_over('access.school_support(date, date)', 'gatekeeper', array['practitioner', 'director']);

-- How often each theme was spoken of in some days.
create function access.supervision_themes(since date, until date) returns table (theme text, sessions integer, schools integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t, count(*)::integer, count(distinct s.school_id)::integer from record.lead_supervision s, unnest(s.themes) t
  where access.oversees_schools() and s.held_on between since and until group by t order by 2 desc, 1 $$;
select platform.hand_over('access.supervision_themes(date, date)', 'gatekeeper', array['practitioner', 'director']);
