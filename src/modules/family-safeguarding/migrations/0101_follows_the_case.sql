-- The workbook follows the case, by whatever way that changes hands: a transfer, a team that is split, a new allocation, a closure, a move to
-- another authority. Judged when the transaction ends, so that one allocation's end and the next one's beginning are one fact.

-- Nobody holds a child of the family any more: the workbook closes and its open strands end, and with them the access that they gave.
create function access.close_with_the_case(book uuid) returns void language sql volatile set search_path = pg_catalog, pg_temp as $$
  update record.workbook w set closed_on = greatest(platform.today(), w.opened_on), version = w.version + 1 where w.id = book;
  update record.strand s set ended_on = greatest(platform.today(), s.offered_on), end_reason = 'case_closed', version = s.version + 1
    where s.workbook_id = book and s.ended_on is null $$;

-- Another Family Safeguarding team holds every child now: the workbook is that team's. Each strand stays with its worker until whoever
-- holds the case names one of the new team: no help ends because a case moved.
create function access.follow_case() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare book record; held_by uuid[]; heir uuid;
begin
  if current_setting('role', true) = platform.role_name('storyteller') then return null; end if; -- the demo tells its own
  for book in select w.id, w.team_id, w.family_id from record.workbook w
    where w.closed_on is null and exists (select from record.family_member m where m.family_id = w.family_id and m.person_id = new.person_id
      and m.role = 'child')
  loop
    select coalesce(array_agg(a.team_id order by a.started_on, a.id), '{}') into held_by from record.family_member m
      join record.allocation a on a.person_id = m.person_id and a.ended_on is null
        and a.role in ('lead_social_worker', 'lead_practitioner', 'queue')
      where m.family_id = book.family_id and m.role = 'child' and (m.ended_on is null or m.ended_on >= platform.today());
    if cardinality(held_by) = 0 then
      perform access.close_with_the_case(book.id);
    elsif not (book.team_id = any (held_by)) then
      select t.id into heir from record.team t where t.id = any (held_by) and t.kind = 'family_safeguarding'
        order by array_position(held_by, t.id) limit 1;
      update record.workbook w set team_id = heir, version = w.version + 1 where w.id = book.id and heir is not null;
    end if;
  end loop;
  return null;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant update on record.workbook to %I');
select platform.policy_for(array['gatekeeper'], 'create policy follows on record.workbook for update to %1$s using (closed_on is null) with check (true)');
create constraint trigger z_follow_case after insert or update of ended_on, team_id on record.allocation
  deferrable initially deferred for each row execute function access.follow_case();
select platform.hand_over(f, 'gatekeeper') from unnest(array['access.close_with_the_case(uuid)', 'access.follow_case()']) f;

-- Tasks of group supervision that somebody has to do, for their list of work.
create index supervision_part_owner on record.supervision_part (owner_worker_id) where task is not null and checked_as is null;
