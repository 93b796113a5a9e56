-- What a family drawing shows of adults and of births, beyond who is whose: how two adults stand with one another, pregnancies
-- that ended, and whether twins are identical. Of adults it stands in the record of a child of the family, as a parent's need
-- does (0065): adults have no record of their own here (B2), and no tie to the adult alone reads it.

-- An opinion of how two adults of the family stand with one another. person_id: the child in whose record it stands.
create table record.adult_relationship_quality (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  adult_id uuid not null references record.person (id),
  other_adult_id uuid not null references record.person (id),
  quality text not null check (quality in ('close', 'very_close', 'conflict', 'close_and_conflict', 'distant', 'cut_off')),
  remark text,                                   -- what it rests on
  noted_on date not null,
  ended_on date,
  noted_by uuid default platform.actor(),
  constraint adult_quality_of_three check (adult_id <> other_adult_id and person_id <> adult_id and person_id <> other_adult_id),
  constraint adult_quality_ends_after_noted check (ended_on >= noted_on)
);
create index adult_relationship_quality_person on record.adult_relationship_quality (person_id);
create index adult_relationship_quality_adult on record.adult_relationship_quality (adult_id);
create index adult_relationship_quality_other on record.adult_relationship_quality (other_adult_id);

-- A pregnancy of a mother that did not end in a living child. person_id: the child in whose record it stands.
create table record.pregnancy_end (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  mother_id uuid not null references record.person (id),
  kind text not null check (kind in ('miscarriage', 'stillbirth', 'abortion')),
  ended_on date not null,
  ended_on_precision text not null default 'day' check (ended_on_precision in ('day', 'month', 'year')),
  sex text check (sex in ('M', 'F')),            -- of a stillborn child
  source text,                                   -- who said so
  withdrawn_why text,                            -- it was never so, or not to be kept here
  noted_by uuid default platform.actor(),
  constraint pregnancy_end_of_another check (person_id <> mother_id),
  constraint pregnancy_end_sex check (sex is null or kind = 'stillbirth')
);
create index pregnancy_end_person on record.pregnancy_end (person_id);
create index pregnancy_end_mother on record.pregnancy_end (mother_id);

-- Whether two children of one birth are identical. That they are twins is a relationship; the latest that stands is drawn.
create table record.twin_likeness (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  other_id uuid not null references record.person (id),
  likeness text not null check (likeness in ('identical', 'not_identical', 'not_known')),
  source text,
  withdrawn_why text,
  noted_by uuid default platform.actor(),
  constraint twin_of_another check (person_id <> other_id)
);
create index twin_likeness_person on record.twin_likeness (person_id);
create index twin_likeness_other on record.twin_likeness (other_id);

select platform.keep_history(t), access.guard(t, 'person_id', array['B2'])
  from unnest(array['adult_relationship_quality', 'pregnancy_end', 'twin_likeness']) t;

-- Read with the child's record (B2), never past a list or a conflict that keeps the reader from an adult of it; of twins, with
-- the record of both. Written by who holds the child, not by a mere opening or a list: of adults who are seen to be of a family
-- of that child today, of twins with the record of both. Whom it is about stands as it was written: it is ended or withdrawn.
do $$
declare
  reasons text := 'array[''allocation'', ''sibling'', ''team'', ''area'', ''duty_queue'', ''contact'']';
  of_family text := 'exists (select from record.family_member child join record.family_member adult using (family_id)
    where child.person_id = %1$I.person_id and child.role = ''child'' and adult.person_id = %1$I.%2$I and adult.role = ''adult''
      and (child.started_on is null or child.started_on <= platform.today()) and (child.ended_on is null or child.ended_on >= platform.today())
      and (adult.started_on is null or adult.started_on <= platform.today()) and (adult.ended_on is null or adult.ended_on >= platform.today()))';
  one record; s text; named text; seen text; family text; held text;
begin
  for one in select * from (values
    ('adult_relationship_quality', array['adult_id', 'other_adult_id'], 'quality, remark, noted_on, ended_on'),
    ('pregnancy_end', array['mother_id'], 'kind, ended_on, ended_on_precision, sex, source, withdrawn_why'),
    ('twin_likeness', array['other_id'], 'likeness, source, withdrawn_why')) as t (name, others, may_change) loop
    select string_agg(format('not (%I = any ((select access.sealed_from_me())::uuid[]))', c), ' and '),
           string_agg(format(of_family, one.name, c), ' and ') into named, family from unnest(one.others) c;
    seen := named;
    held := format('access.writes_as(person_id, ''B2'', %s) and %s', reasons, named);
    if one.name = 'twin_likeness' then
      seen := access.has_entry('twin_likeness.other_id', array['B2'], false);
      family := format('access.writes_as(other_id, ''B2'', %s)', reasons);
      held := format('%s and %s', held, family);
    end if;
    foreach s in array array['record', 'history'] loop
      perform platform.policy_for(array['practitioner', 'duty', 'director'], format(
        'create policy with_the_others on %I.%I as restrictive for select to %%1$s using (%s)', s, one.name, seen));
    end loop;
    perform platform.policy_for(array['practitioner', 'duty'], format(
      'create policy by_holders on record.%I as restrictive for insert to %%1$s with check (%s and %s)', one.name, held, family));
    perform platform.policy_for(array['practitioner', 'duty'], format(
      'create policy changed_by_holders on record.%I as restrictive for update to %%1$s using (true) with check (%s)', one.name, held));
    perform platform.for_roles(array['practitioner', 'duty'], format('revoke update on record.%I from %%I', one.name));
    perform platform.for_roles(array['practitioner', 'duty'], format('grant update (%s) on record.%I to %%I', one.may_change, one.name));
  end loop;
end $$;
