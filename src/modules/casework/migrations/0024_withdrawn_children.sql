-- A correction may take a child out of a note: the later note's row for that child says "withdrawn" and names the note it
-- corrects, without making the child one of those whom the later note is about.

-- Whether the acting person wrote this note, and it is about that person or withdraws them from the one it corrects. Asked
-- past the policies of notes: an author whom a second restriction shuts out may still say what they saw of the child.
select platform.for_roles(array['gatekeeper'], 'grant select on record.note to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_access on record.note for select to %1$s using (true)');

create function access.wrote_of(note uuid, person uuid, said_outcome text, corrected uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.note n where n.id = note and n.author_id = platform.actor()
    and (person = any (n.person_ids)
      or said_outcome = 'withdrawn' and n.corrects_id = corrected
        and exists (select from record.note earlier where earlier.id = n.corrects_id and person = any (earlier.person_ids)))) $$;
select platform.hand_over('access.wrote_of(uuid, uuid, text, uuid)', 'gatekeeper', array['practitioner', 'duty']);

select platform.policy_for(array['practitioner', 'duty'], 'alter policy by_author on record.note_person to %1$s
  with check (access.wrote_of(note_id, person_id, outcome, corrects_note_id))');
