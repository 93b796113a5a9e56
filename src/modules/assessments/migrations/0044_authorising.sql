-- An assessment is authorised by a manager of the case and does not change afterwards: what is learnt later is a new assessment.
select platform.policy_for(array['practitioner', 'duty'], 'create policy open_still on record.assessment as restrictive for update
  to %1$s using (authorised_on is null) with check (authorised_on is null or access.directs(person_id))');
select platform.policy_for(array['practitioner', 'duty'], 'create policy begins_open on record.assessment as restrictive for insert
  to %1$s with check (authorised_on is null)');
select platform.policy_for(array['practitioner', 'duty'], 'create policy open_still on record.joint_assessment as restrictive for update
  to %1$s using (status in (''open'', ''submitted'')) with check (status <> ''authorised''
    or not exists (select from unnest(person_ids) p (id) where not access.directs(p.id)))');
do $$ declare t text; begin
  foreach t in array array['assessment_view', 'assessment_checkpoint'] loop
    perform platform.policy_for(array['practitioner', 'duty'], format('create policy open_still on record.%1$I as restrictive for update
      to %%1$s using (exists (select from record.joint_assessment j where j.id = %1$I.joint_id and j.status in (''open'', ''submitted'')))', t));
  end loop;
end $$;
-- A checkpoint is the manager's.
select platform.policy_for(array['practitioner', 'duty'], 'create policy held_by_a_manager on record.assessment_checkpoint as restrictive
  for insert to %1$s with check (held_by = (select access.working_actor(current_user)) and not exists (
    select from record.joint_assessment j, unnest(j.person_ids) p (id) where j.id = assessment_checkpoint.joint_id and not access.directs(p.id)))');
-- Nor does one begin authorised without that, and nobody writes the views of somebody sealed from them.
select platform.policy_for(array['practitioner', 'duty'], 'create policy begins_open on record.joint_assessment as restrictive for insert
  to %1$s with check (status <> ''authorised'' or not exists (select from unnest(person_ids) p (id) where not access.directs(p.id)))');
select platform.policy_for(array['practitioner', 'duty'], 'create policy adult_not_sealed_from_writer on record.assessment_view as restrictive
  for insert to %1$s with check (not (adult_id = any ((select access.sealed_from_me())::uuid[])))');
