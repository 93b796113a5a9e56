-- A meeting that continues an adjourned one has the reports that were brought to it: nobody writes them twice, and none is asked for again.
alter table record.meeting add column carried_paper_id uuid references record.paper (id) deferrable; -- the social worker's; papers point back, so a restore checks it last
alter table history.meeting add column carried_paper_id uuid;
select platform.write_history('meeting', null);
alter table record.meeting_invitee add column carried_paper_id uuid references record.paper (id) deferrable;
alter table history.meeting_invitee add column carried_paper_id uuid;
select platform.write_history('meeting_invitee', null);
create unique index continued_once on record.meeting (previous_id) where previous_id is not null and status <> 'cancelled';

-- What is carried was brought to the meeting that this one continues, and is finished.
create function access.is_carried(previous uuid, paper uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.paper p where p.id = paper and p.meeting_id = previous and p.status = 'finished')
    -- or was itself carried to that one
    or exists (select from record.meeting m where m.id = previous and m.carried_paper_id = paper)
    or exists (select from record.meeting_invitee i where i.meeting_id = previous and i.carried_paper_id = paper) $$;
select platform.hand_over('access.is_carried(uuid, uuid)', 'gatekeeper', array['practitioner', 'duty']);
create function access.keep_carried() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare previous uuid;
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) or new.carried_paper_id is null then return new; end if; -- services, and a merge
  if tg_op = 'UPDATE' then
    if new.carried_paper_id is not distinct from old.carried_paper_id then return new; end if;
    raise exception 'Reports are carried over when a meeting is planned' using errcode = '23514', constraint = 'carried_stands';
  end if;
  if tg_table_name = 'meeting' then previous := (to_jsonb(new) ->> 'previous_id')::uuid;
  else select m.previous_id into previous from record.meeting m where m.id = (to_jsonb(new) ->> 'meeting_id')::uuid; end if;
  if previous is null or not access.is_carried(previous, new.carried_paper_id) then
    raise exception 'A report is carried over from the meeting before' using errcode = '23514', constraint = 'carried_from_before';
  end if;
  return new;
end $$;
create trigger d_keep_carried before insert or update on record.meeting for each row execute function access.keep_carried();
create trigger d_keep_carried before insert or update on record.meeting_invitee for each row execute function access.keep_carried();

-- ---------------------------------------------------------------- when reports arrived
-- Whoever prepares a meeting, or comes to it, learns whose report is there and since when; of what it says, what they may read of papers.
select platform.for_roles(array['gatekeeper'], 'grant select (meeting_id, invitee_id, finished_at) on record.paper to %I');
create function access.reports_in(meeting uuid) returns table (invitee_id uuid, finished_at timestamptz) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select report.invitee_id, min(report.finished_at) from (
    select p.invitee_id, p.finished_at from record.paper p where p.meeting_id = reports_in.meeting
      and p.kind in ('social_work_report', 'agency_report') and p.status <> 'withdrawn'
    union all select i.id, p.finished_at from record.meeting_invitee i join record.paper p on p.id = i.carried_paper_id
      where i.meeting_id = reports_in.meeting
    union all select null, p.finished_at from record.meeting m join record.paper p on p.id = m.carried_paper_id
      where m.id = reports_in.meeting) report
  where report.finished_at is not null and cardinality(access.part_in_meeting(reports_in.meeting)) > 0
  group by report.invitee_id $$;
select platform.hand_over('access.reports_in(uuid)', 'gatekeeper', array['practitioner', 'duty']);

-- The last report that a conference waits for meets its clock at once, also when an agency sends it, which keeps no clocks.
create index clock_of_reports on record.clock (trigger_id) where definition_id = 'CONF_REPORT_CHAIR';
create function access.keep_reports() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare expected integer; arrived integer; last_id uuid; last_at timestamptz;
begin
  select count(*), count(done.id), max(done.finished_at), (array_agg(done.id order by done.finished_at desc) filter (where done.id is not null))[1]
    into expected, arrived, last_at, last_id
  from (select null::uuid as id, m.carried_paper_id as carried from record.meeting m where m.id = new.meeting_id
      union all select i.id, i.carried_paper_id from record.meeting_invitee i
        where i.meeting_id = new.meeting_id and i.report_expected and i.withdrawn_at is null) wanted
    left join lateral (select p.id, p.finished_at from record.paper p where p.finished_at is not null and (p.id = wanted.carried
      or p.meeting_id = new.meeting_id and p.invitee_id is not distinct from wanted.id and p.status <> 'withdrawn'
        and p.kind in ('social_work_report', 'agency_report')) order by p.finished_at limit 1) done on true;
  if arrived < expected then return null; end if;
  update record.clock k set satisfied_on = (last_at at time zone 'Europe/London')::date, satisfied_id = last_id, outcome_reason = null,
    outcome = case when (last_at at time zone 'Europe/London')::date <= k.due_on then 'on_time' else 'late' end
  from record.meeting_child c where c.meeting_id = new.meeting_id and k.trigger_id = c.id
    and k.definition_id = 'CONF_REPORT_CHAIR' and k.outcome = 'open';
  return null;
end $$;
create trigger keep_reports after update on record.paper for each row
  when (old.finished_at is null and new.finished_at is not null and new.meeting_id is not null) execute function access.keep_reports();
select platform.hand_over('access.keep_reports()', 'gatekeeper');
