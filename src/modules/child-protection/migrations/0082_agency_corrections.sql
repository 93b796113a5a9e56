-- An agency that corrects its own report has no right to what was given of the old one: the database marks those copies as replaced, so
-- that whoever has one is told, and keeps both.
select platform.for_roles(array['gatekeeper'], 'grant select (replaces_id, correction_reason) on record.paper to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (status, version), update (status, ended_because, version) on record.paper_copy to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_copies_current on record.paper_copy for update to %1$s using (true) with check (true)');
create function access.replace_copies() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare why text;
begin
  select p.correction_reason into why from record.paper p where p.replaces_id = new.id and p.status = 'finished';
  update record.paper_copy c set status = 'replaced', ended_because = coalesce(why, 'Replaced by a correction'), version = c.version + 1
    where c.paper_id = new.id and c.status in ('composed', 'approved', 'released');
  return null;
end $$;
create trigger replace_copies after update on record.paper for each row
  when (old.status = 'finished' and new.status = 'replaced') execute function access.replace_copies();
select platform.hand_over('access.replace_copies()', 'gatekeeper');
