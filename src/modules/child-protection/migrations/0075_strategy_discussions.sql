-- What a strategy discussion needs beyond any meeting: since when its clock runs, its quorum, its one decision, to whom its record went.

alter table record.meeting add column identified_at timestamptz; -- reasonable cause to suspect significant harm: STRAT counts from it
alter table history.meeting add column identified_at timestamptz;
select platform.write_history('meeting', null);

alter table record.meeting_invitee
  add column came_instead text,                  -- who came for whoever was asked
  add column record_sent_at timestamptz,
  add column record_sent_how text check (record_sent_how in ('kith', 'secure_email', 'by_hand', 'post')),
  add column record_acknowledged_at timestamptz,
  add constraint record_sent_says_how check ((record_sent_at is null) = (record_sent_how is null)),
  add constraint acknowledged_when_sent check (record_acknowledged_at is null or record_sent_at is not null);
alter table history.meeting_invitee add column came_instead text, add column record_sent_at timestamptz,
  add column record_sent_how text, add column record_acknowledged_at timestamptz;
select platform.write_history('meeting_invitee', null);

-- What is said belongs to one meeting: to somebody asked to it, about a child of it.
alter table record.meeting_invitee add constraint meeting_invitee_of_meeting unique (id, meeting_id);
alter table record.meeting_contribution add constraint contribution_of_invitee foreign key (invitee_id, meeting_id)
  references record.meeting_invitee (id, meeting_id);
alter table record.meeting_view add constraint view_of_invitee foreign key (invitee_id, meeting_id)
  references record.meeting_invitee (id, meeting_id);

-- Said before it or in it; afterwards a correction beside what it corrects, by whose it is or by whoever holds the meeting, and
-- read by no more than what it corrects.
create function access.keep_contribution() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  about record.meeting;
  before record.meeting_contribution;
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) then return new; end if; -- services, and a merge
  select * into about from record.meeting where id = new.meeting_id;
  if new.person_id is not null and not (new.person_id = any (about.person_ids)) then
    raise exception 'It is about a child of the meeting' using errcode = '23514', constraint = 'contribution_about_child';
  end if;
  if new.corrects_id is null then
    if about.status not in ('planned', 'in_session') then
      raise exception 'After the meeting only corrections are added' using errcode = '23514', constraint = 'contribution_in_time';
    end if;
    return new;
  end if;
  select * into before from record.meeting_contribution where id = new.corrects_id;
  if before.id is null or before.meeting_id <> new.meeting_id or before.invitee_id is distinct from new.invitee_id
    or new.data_class < before.data_class or before.data_class = 'C4' and not (new.readers <@ before.readers) then
    raise exception 'A correction stands beside what it corrects' using errcode = '23514', constraint = 'contribution_corrects';
  end if;
  return new;
end $$;
create trigger a_keep_contribution before insert on record.meeting_contribution for each row execute function access.keep_contribution();

-- Which decisions belong to which kind. A strategy discussion decides whether to enquire and plans it, and nothing else.
create function access.keep_decision_of_kind() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare kind text;
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) or new.decision is null then return new; end if;
  select m.kind into kind from record.meeting m where m.id = new.meeting_id;
  if (new.decision in ('start_enquiry', 'no_enquiry', 'enquiry_continues')) <> (kind = 'strategy') and new.decision <> 'no_decision'
    or kind = 'strategy' and (new.category is not null or new.threshold_reason is not null)
    or new.decision <> 'start_enquiry' and (new.is_joint_with_police is not null or new.see_child_by is not null) then
    raise exception 'A meeting decides what is its own to decide' using errcode = '23514', constraint = 'decision_of_kind';
  end if;
  return new;
end $$;
create trigger b_keep_decision_of_kind before insert or update on record.meeting_child
  for each row execute function access.keep_decision_of_kind();

-- A strategy discussion closes with a decision on each child, and with social care, police and health present or a reason why not.
create function access.keep_quorum() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('role', true) not in (platform.role_name('practitioner')::text, platform.role_name('duty')::text)
    or current_user <> current_setting('role', true) then return new; end if;
  if new.kind <> 'strategy' or new.status <> 'held' or old.status = 'held' then return new; end if;
  if new.quorum_exception is null and (select count(distinct i.agency) from record.meeting_invitee i
      where i.meeting_id = new.id and i.withdrawn_at is null and i.agency in ('social_care', 'police', 'health')
        and i.attended in ('in_person', 'online', 'telephone')) < 3 then
    raise exception 'Social care, police and health take part, or why not is recorded' using errcode = '23514', constraint = 'meeting_quorum';
  end if;
  if exists (select from unnest(new.person_ids) p (id) where not exists (select from record.meeting_child c
      where c.meeting_id = new.id and c.person_id = p.id and c.decision is not null)) then
    raise exception 'Each child is decided on' using errcode = '23514', constraint = 'meeting_decides';
  end if;
  return new;
end $$;
create trigger b_keep_quorum before update on record.meeting for each row execute function access.keep_quorum();
