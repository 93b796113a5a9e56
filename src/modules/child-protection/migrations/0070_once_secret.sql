-- What tells where somebody is stays kept back whichever way it is reached: through the past of a row that has become safety data since, through
-- a letter that copied the address, and through a paper that somebody writes anew.

-- An address or a part that is safety data now: its past is too, also from before anybody said so (search has the same rule, 0014).
create function access.is_secret_now(t text, row_id uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case t when 'person_address' then exists (select from record.person_address a where a.id = row_id and a.is_confidential)
    else exists (select from record.paper_part p where p.id = row_id and p.data_class = 'C3') end $$;
do $$ begin
  perform platform.for_roles(array['gatekeeper'], 'grant select (id) on record.person_address to %I');
  perform platform.for_roles(array['gatekeeper'], 'grant select on record.paper_part, record.paper to %I');
  perform platform.policy_for(array['gatekeeper'], 'create policy asks_whether_secret on record.paper_part for select to %1$s using (true)');
  perform platform.policy_for(array['gatekeeper'], 'create policy asks_whether_secret on record.paper for select to %1$s using (true)');
end $$;
select platform.hand_over('access.is_secret_now(text, uuid)', 'gatekeeper', array['practitioner', 'duty', 'director']);
do $$ begin
  perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy secret_since on history.person_address
    as restrictive for select to %%1$s using (not access.is_secret_now(''person_address'', id) or %s)',
    access.has_entry('person_address.person_id', array['C3'], false)));
  perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy secret_since on history.paper_part
    as restrictive for select to %%1$s using (not access.is_secret_now(''paper_part'', id) or exists (select from record.paper p
      where p.id = paper_part.paper_id and (p.made_by = (select access.working_actor(current_user))
        or not exists (select from unnest(p.person_ids) x (id) where not %s))))',
    access.has_entry('x.id', array['C3'], false)));
end $$;

-- A letter made ready for a confidential address, and its print, are safety data of whom it goes to.
create function access.letter_kept_back(recipient uuid, body jsonb) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select recipient is not null and (coalesce((body -> 'address' ->> 'isConfidential')::boolean, false)
      or access.is_secret_now('person_address', (body -> 'address' ->> 'addressId')::uuid))
    and not exists (select from access.entry e where e.actor_id = access.working_actor(current_setting('role', true))
      and e.subject_id = recipient and e.data_class = 'C3' and now() >= e.starts_at and now() < e.ends_at) $$;
create function access.print_kept_back(document uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.letter l where l.document_id = document and access.letter_kept_back(l.recipient_person_id, l.body)) $$;
create index letter_document on record.letter (document_id) where document_id is not null;
do $$ declare s text; begin
  perform platform.for_roles(array['gatekeeper'], 'grant select on record.letter to %I');
  if not exists (select from pg_policies p where p.schemaname = 'record' and p.tablename = 'letter' and p.policyname = 'asks_whether_secret') then
    perform platform.policy_for(array['gatekeeper'], 'create policy asks_whether_secret on record.letter for select to %1$s using (true)');
  end if;
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy where_they_are on %I.letter
      as restrictive for select to %%1$s using (not access.letter_kept_back(recipient_person_id, body))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy where_they_are on %I.document
      as restrictive for select to %%1$s using (kind <> ''letter'' or direction <> ''out'' or not access.print_kept_back(id))', s));
  end loop;
end $$;
select platform.hand_over(f, 'gatekeeper', array['practitioner', 'duty', 'director']) from unnest(array[
  'access.letter_kept_back(uuid, jsonb)', 'access.print_kept_back(uuid)']) f;

-- A paper that corrects another begins with all of its parts: nobody begins one who does not read them all, or what they were not shown
-- would be lost with the old one, or theirs to read as the writer of the new.
create function access.reads_whole_paper(paper uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from record.paper p where p.id = paper and p.made_by <> access.working_actor(current_setting('role', true))
    and exists (select from record.paper_part x where x.paper_id = p.id and x.data_class = 'C3' and x.removed_at is null)
    and exists (select from unnest(p.person_ids) c (id) where not exists (select from access.entry e
      where e.actor_id = access.working_actor(current_setting('role', true)) and e.subject_id = c.id and e.data_class = 'C3'
        and now() >= e.starts_at and now() < e.ends_at))) $$;
select platform.hand_over('access.reads_whole_paper(uuid)', 'gatekeeper', array['practitioner', 'duty']);
select platform.policy_for(array['practitioner', 'duty'], 'create policy corrects_what_it_reads on record.paper as restrictive for insert to %1$s
  with check (replaces_id is null or access.reads_whole_paper(replaces_id))');
