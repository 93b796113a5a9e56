-- A need of a parent (drinking, mental health, abuse) as it bears on a child: it stands in the record of each child of the family
-- and names the adult. Nothing is added to the adult's own record, so that no tie to the adult alone reads it.
alter table record.need add column adult_id uuid references record.person (id); -- whose need it is, when it is not the child's own
alter table history.need add column adult_id uuid;
alter table record.need add constraint need_of_another check (adult_id <> person_id);
create index need_adult on record.need (adult_id) where adult_id is not null;
select platform.write_history('need', 'person_id');

-- Read with the child's record (B2) or the plan (B1), not with its summary: a school or a health visitor does not read what
-- troubles a parent (domain 4.2, class C1). Never past a list or a conflict that keeps the reader from the adult.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy of_parents_with_the_plan
      on %I.need as restrictive for select to %%1$s using (adult_id is null
        or (not (adult_id = any ((select access.sealed_from_me())::uuid[])) and (%s or (%s and %s))))', s,
      access.has_entry('need.person_id', array['B1', 'B2'], false), access.has_entry('need.person_id', array['C1'], false),
      access.has_entry('need.adult_id', array['C1'], false)));
    -- No return asks for it, and a kind and a day of an adult would be more than codes of a child.
    perform platform.policy_for(array['data_quality'], format('create policy of_children_alone on %I.need as restrictive
      for select to %%1$s using (adult_id is null)', s));
  end loop;
end $$;

-- Written by who holds the child, or works in a strand of the family (C1 of both), not by a mere opening; of an adult who is seen to be of a family of
-- that child today.
do $$ declare own text := 'adult_id is null or ((access.writes_as(person_id, ''B2'', array[''allocation'', ''sibling'', ''team'', ''area'',
    ''duty_queue'', ''contact'']) or (' || access.has_entry('need.person_id', array['C1'], true) || ' and ' || access.has_entry('need.adult_id', array['C1'], true) || '))
  and not (adult_id = any ((select access.sealed_from_me())::uuid[]))
  and exists (select from record.family_member child join record.family_member adult using (family_id)
    where child.person_id = need.person_id and child.role = ''child'' and adult.person_id = need.adult_id and adult.role = ''adult''
      and (child.started_on is null or child.started_on <= platform.today()) and (child.ended_on is null or child.ended_on >= platform.today())
      and (adult.started_on is null or adult.started_on <= platform.today()) and (adult.ended_on is null or adult.ended_on >= platform.today())))';
begin
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy of_parents_by_holders on record.need as restrictive for insert to %%1$s with check (%s)', own));
  perform platform.policy_for(array['practitioner', 'duty'],
    format('create policy of_parents_changed_by_holders on record.need as restrictive for update to %%1$s using (true) with check (%s)', own));
end $$;
