-- A correction may take a child out of a note: the later note's row for that child says "withdrawn" and names the note it
-- corrects, without making the child one of those whom the later note is about.
select platform.policy_for(array['practitioner', 'duty'], 'alter policy by_author on record.note_person to %1$s
  with check (exists (select from record.note n
    where n.id = note_person.note_id and n.author_id = (select platform.actor_as(current_user))
      and (note_person.person_id = any (n.person_ids)
        or note_person.outcome = ''withdrawn'' and n.corrects_id = note_person.corrects_note_id
          and exists (select from record.note earlier
            where earlier.id = n.corrects_id and note_person.person_id = any (earlier.person_ids)))))');
