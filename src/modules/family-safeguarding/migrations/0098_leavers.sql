-- When somebody leaves the family, the team's tie to them ends, and with it the sight of their strands. That work still goes on is told to
-- whoever holds the case, without a word of it; they end it, or put the family right.
create function access.strands_of_leavers(family uuid) returns table (id uuid, discipline text, works_with text, worker_id uuid, offered_on date, version integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.discipline, s.works_with, s.worker_id, s.offered_on, s.version from record.strand s
  where s.family_id = family and s.ended_on is null and access.keeps_workbook(family)
    and not (s.person_id = any (access.sealed_from_me()))
    and not exists (select from record.family_member m where m.family_id = s.family_id and m.person_id = s.person_id
      and (m.ended_on is null or m.ended_on >= platform.today()))
  order by s.offered_on, s.id $$;

-- Ends such a strand. Answers ended, stale or not_found.
create function access.end_strand_of_leaver(strand uuid, seen_version integer, reason text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found_family uuid;
begin
  select s.family_id into found_family from record.strand s where s.id = strand;
  if found_family is null or not exists (select from access.strands_of_leavers(found_family) l where l.id = strand) then return 'not_found'; end if;
  update record.strand s set ended_on = greatest(platform.today(), s.offered_on), end_reason = reason, version = s.version + 1
    where s.id = strand and s.version = seen_version and s.ended_on is null;
  return case when found then 'ended' else 'stale' end;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant update on record.strand to %I');
select platform.policy_for(array['gatekeeper'], 'create policy ends_of_leavers on record.strand for update to %1$s using (ended_on is null) with check (ended_on is not null)');
select platform.hand_over(f, 'gatekeeper', array['practitioner', 'duty']) from unnest(array['access.strands_of_leavers(uuid)',
  'access.end_strand_of_leaver(uuid, integer, text)']) f;
