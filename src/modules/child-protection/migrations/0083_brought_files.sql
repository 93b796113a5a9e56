-- What somebody reads of a file that they brought is its facts; and nobody says that somebody else brought one.

-- Whoever keeps or reads the record says only of themself that they brought a file: that it was brought lets who brought it read it.
-- Out-of-hours duty comes to no meeting.
select platform.policy_for(array['practitioner'], format('create policy brought_by_its_bringer on record.document as restrictive
  for insert to %%1$s with check (brought_to is null or (%s))', access.brings('document')));
select platform.policy_for(array['duty'], 'create policy brings_none on record.document as restrictive for insert to %1$s with check (brought_to is null)');

-- The parts of a file tell whom it may be shown to, which is not for its bringer: they are for those who keep or read the record.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    execute format('alter policy reads on %1$I.document_part using (exists (select from record.document d where d.id = document_part.document_id
      and (d.brought_to is null or d.made_by is distinct from (select platform.actor_as(current_user))
        or exists (select from unnest(d.person_ids) p (id) where %2$s) or (%3$s))))',
      s, access.has_entry('p.id', array['B2'], false), access.keeps_papers('d'));
  end loop;
end $$;
