-- Access ends with the relationship: whoever is moved to another organisation works with no child for the former one, and is asked to no meeting in its
-- name. What they told stays readable to them. By an administrator's hand alone: an import and the demo's teller say each end themselves.
create function access.end_with_organisation() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.organisation_id is not distinct from old.organisation_id or old.organisation_id is null
     or current_setting('role', true) is distinct from platform.role_name('administrator')::text then
    return null;
  end if;
  update record.involvement i set ended_on = greatest(i.started_on, platform.today() - 1)
    where i.worker_id = new.id and (i.ended_on is null or i.ended_on >= platform.today());
  update record.meeting_invitee i set withdrawn_at = now(), withdrawn_because = 'They moved to another organisation', version = i.version + 1
    from record.meeting m where m.id = i.meeting_id and m.status in ('planned', 'in_session') and i.worker_id = new.id and i.withdrawn_at is null;
  return null;
end $$;
create trigger ends_with_organisation after update on record.worker for each row execute function access.end_with_organisation();
select platform.hand_over('access.end_with_organisation()', 'gatekeeper');
select platform.for_roles(array['gatekeeper'], 'grant update (ended_on) on record.involvement to %I');
select platform.for_roles(array['gatekeeper'], 'grant update (withdrawn_at, withdrawn_because, version) on record.meeting_invitee to %I');
do $$ declare t text; begin
  foreach t in array array['involvement', 'meeting_invitee'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy ends_with_organisation on record.%I for update to %%1$s using (true) with check (true)', t));
  end loop;
end $$;
