-- Who reads a MARAC referral beside the front door, as those who lead the front door see and end it. They name somebody by a row of their own
-- (0109); of the others they read nothing by policy, since whoever is told sees no other reader.

create function access.named_readers(notice uuid) returns table (id uuid, worker_id uuid, name text, because text, until date, named_by text,
    named_at timestamptz, read_at timestamptz, ended_at timestamptz, ended_by text, ended_because text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.worker_id, w.display_name, r.named_because, r.reads_until, b.display_name, uuid_extract_timestamp(r.id), r.read_at, r.withdrawn_at,
    e.display_name, r.withdrawn_because
  from record.partner_notice_reader r join record.worker w on w.id = r.worker_id left join record.worker b on b.id = r.named_by
    left join record.worker e on e.id = r.withdrawn_by
  where r.notice_id = notice and r.kind = 'named' and access.names_readers(notice) order by r.id $$;
select platform.hand_over('access.named_readers(uuid)', 'gatekeeper', array['practitioner']);

select platform.for_roles(array['gatekeeper'], 'grant update (withdrawn_at, withdrawn_by, withdrawn_because) on record.partner_notice_reader to %I');
select platform.policy_for(array['gatekeeper'], 'create policy ends_named on record.partner_notice_reader for update to %1$s using (kind = ''named'')');

-- Answers ended, or not_found: of no such reader, ended before, or of a notice of which the caller names nobody.
create function access.end_named_reader(reader uuid, why text) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare one record.partner_notice_reader;
begin
  select * into one from record.partner_notice_reader r where r.id = reader and r.kind = 'named' for update;
  if one.id is null or one.withdrawn_at is not null or length(trim(coalesce(why, ''))) = 0 or not access.names_readers(one.notice_id) then
    return 'not_found';
  end if;
  update record.partner_notice_reader set withdrawn_at = clock_timestamp(), withdrawn_by = access.working_actor(current_setting('role', true)),
    withdrawn_because = why where id = reader;
  return 'ended';
end $$;
select platform.hand_over('access.end_named_reader(uuid, text)', 'gatekeeper', array['practitioner']);
