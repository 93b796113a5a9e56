-- Business support of a team "prepares, sends, logs; never decides a disclosure" (domain section 4.2): for children whom the team
-- holds they keep what comes in, begin letters, and send what somebody who holds the record has made ready. They read their own,
-- and what waits to go; never a letter to a confidential address, and never what is only in the record.

-- The predicate "the acting person keeps papers of everyone of the row's person_ids": as business support of a team that holds
-- them, the one tie of a team that gives the summary, or because they write the record.
create function access.keeps_papers(row_name text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select format('cardinality(%1$I.person_ids) > 0 and not (%1$I.person_ids && (select access.sealed_from_me())::uuid[])
    and not exists (select from unnest(%1$I.person_ids) p (id) where not exists (
      select from access.entry e where e.actor_id = (select platform.actor_as(current_user)) and e.subject_id = p.id
        and (e.data_class = ''B2S'' and e.reason = ''team'' or e.data_class = ''B2'' and e.may_write)
        and now() >= e.starts_at and now() < e.ends_at))', row_name) $$;

do $$ declare
  me text := '(select platform.actor_as(current_user))';
  open_address text := 'coalesce(body -> ''address'' ->> ''isConfidential'', ''false'') <> ''true''';
begin
  -- Letters: one's own, and what waits to go or was stopped on its way.
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy reads_to_send on record.letter for select to %%1$s
    using (%s and %s and (made_by = %s or sent_by = %3$s or status in (''ready'', ''held'', ''stopped'')))',
    access.keeps_papers('letter'), open_address, me));
  -- One list that leaves the writer out is enough, whatever their other ties: they could not read what they wrote.
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy of_unsealed on record.letter as restrictive for insert to %1$s
    with check (not (person_ids && (select access.sealed_from_me())::uuid[]))');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy prepares on record.letter for insert to %%1$s
    with check (made_by = %s and %s)', me, access.keeps_papers('letter')));
  -- Words only of one's own draft. Who sends it finds it sent, or held or stopped on its way: never ready, and never released.
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy prepares_and_sends on record.letter for update to %%1$s
    using (%1$s and %2$s and ((made_by = %3$s and status = ''draft'') or status = ''ready''))
    with check (%1$s and not %3$s = any (released_by)
      and ((made_by = %3$s and status = ''draft'') or status in (''sent'', ''held'', ''stopped'')))',
    access.keeps_papers('letter'), open_address, me));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy reads_to_send on record.letter_person for select to %%1$s
    using (exists (select from record.letter l where l.id = letter_person.letter_id
      and l.person_ids @> array[letter_person.person_id] and %s and %s
      and (l.made_by = %s or l.sent_by = %3$s or l.status in (''ready'', ''held'', ''stopped''))))',
    access.keeps_papers('l'), replace(open_address, 'body', 'l.body'), me));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy prepares on record.letter_person for insert to %%1$s
    with check (exists (select from record.letter l where l.id = letter_person.letter_id and l.made_by = %s
      and l.person_ids @> array[letter_person.person_id] and %s))', me, access.keeps_papers('l')));

  -- Files: those that one has kept oneself, and the print of a letter that one sends.
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy reads_own on record.document for select to %%1$s
    using (made_by = %s and %s)', me, access.keeps_papers('document')));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy logs on record.document for insert to %%1$s
    with check (made_by = %s and (direction = ''in'' or scan = ''made_here'') and %s)', me, access.keeps_papers('document')));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy reads_own on record.document_person for select to %%1$s
    using (exists (select from record.document d where d.id = document_person.document_id and d.made_by = %s
      and d.person_ids @> array[document_person.person_id] and %s))', me, access.keeps_papers('d')));
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy logs on record.document_person for insert to %%1$s
    with check (exists (select from record.document d where d.id = document_person.document_id and d.made_by = %s
      and d.person_ids @> array[document_person.person_id] and %s))', me, access.keeps_papers('d')));
  -- Its one part is shown to nobody: that is for somebody else to decide.
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy logs on record.document_part for insert to %%1$s
    with check (may_be_shown_to = ''{}'' and decided_by is null and exists (select from record.document d
      where d.id = document_part.document_id and d.made_by = %s and %s))', me, access.keeps_papers('d')));
end $$;

-- A letter goes as it was made ready, whoever sends it.
create function access.keep_sent_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.status = 'ready' and new.status in ('sent', 'held', 'stopped') and new.body is distinct from old.body then
    raise exception 'A letter goes as it was made ready' using errcode = '23514', constraint = 'letter_goes_as_ready';
  end if;
  return new;
end $$;
create trigger a_keep_sent_words before update on record.letter for each row execute function access.keep_sent_words();
create index letter_drafts on record.letter (made_by) where status = 'draft';
