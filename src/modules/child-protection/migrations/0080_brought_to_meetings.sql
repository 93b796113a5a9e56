-- The file that a partner agency brings to a meeting, and what was done before a discussion could be held.

-- ---------------------------------------------------------------- an agency's own file
-- The file of a report, brought by whoever is asked to a meeting: it stands in the record of each child of the meeting as any file that
-- came in. Whoever brought it reads it while the meeting shows its papers to them, and nothing else of the record.
alter table record.document add column brought_to uuid references record.meeting (id);
alter table history.document add column brought_to uuid;
create index document_brought on record.document (brought_to) where brought_to is not null;
select platform.write_history('document', null);

-- The predicate "the acting person brought the row's file to a conference that they are asked to, about those whom it is about".
create function access.brings(row_name text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select format('%1$I.brought_to is not null and %1$I.made_by = (select access.working_actor(current_user)) and exists (
    select from record.meeting m where m.id = %1$I.brought_to and m.kind not in (''strategy'', ''core_group'') and m.person_ids @> %1$I.person_ids
      and (select access.working_actor(current_user)) = any (m.invited_ids) and %2$s)', row_name, access.is_asked('m')) $$;
do $$ begin
  perform platform.policy_for(array['practitioner'], format('create policy reads_brought on record.document for select to %%1$s
    using (%s)', access.brings('document')));
  perform platform.policy_for(array['practitioner'], format('create policy brings on record.document for insert to %%1$s
    with check (direction = ''in'' and kind = ''report'' and scan = ''not_scanned'' and %s and exists (select from record.meeting open_one
      where open_one.id = document.brought_to and open_one.status in (''planned'', ''in_session'')))', access.brings('document')));
  perform platform.policy_for(array['practitioner'], format('create policy brings on record.document_person for insert to %%1$s
    with check (exists (select from record.document d where d.id = document_person.document_id
      and d.person_ids @> array[document_person.person_id] and %s))', access.brings('d')));
  -- Whom it may be shown to is for those who write the record to decide.
  perform platform.policy_for(array['practitioner'], format('create policy brings on record.document_part for insert to %%1$s
    with check (may_be_shown_to = ''{}'' and decided_by is null and exists (select from record.document d
      where d.id = document_part.document_id and %s))', access.brings('d')));
end $$;

-- ---------------------------------------------------------------- acted first
-- By whom and by what right: with these it becomes what was done at once in each enquiry that the discussion begins or goes on with.
alter table record.meeting
  add column acted_by text,
  add column acted_power text check (acted_power in ('agreement', 'accommodation', 'police_protection', 'emergency_protection_order',
    'exclusion_requirement', 'interim_care_order', 'none')),
  add constraint acted_whole check (num_nonnulls(acted_first, acted_by, acted_power) in (0, 3));
alter table history.meeting add column acted_by text, add column acted_power text;
select platform.write_history('meeting', null);

alter table record.enquiry_discussion add constraint discussion_is_a_meeting foreign key (meeting_id) references record.meeting (id);
create index enquiry_discussion_meeting on record.enquiry_discussion (meeting_id) where meeting_id is not null;
alter table record.immediate_action add column meeting_id uuid references record.meeting (id); -- the discussion that it was told to
alter table history.immediate_action add column meeting_id uuid;
create unique index told_once on record.immediate_action (enquiry_id, meeting_id) where meeting_id is not null;
select platform.write_history('immediate_action', 'person_id');
