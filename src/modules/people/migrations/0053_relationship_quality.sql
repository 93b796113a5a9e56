-- How two people stand with one another, as somebody judged it on a day. An opinion, kept with its author and date; a later
-- one stands beside it until one of them is ended. Read with the statutory record (B2), never with the mere relationship.
create table record.relationship_quality (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  other_id uuid not null references record.person (id),
  quality text not null check (quality in ('close', 'very_close', 'conflict', 'close_and_conflict', 'distant', 'cut_off')),
  remark text,                                   -- what it rests on
  noted_on date not null,
  ended_on date,
  noted_by uuid default platform.actor(),
  constraint quality_not_with_oneself check (person_id <> other_id),
  constraint quality_ends_after_noted check (ended_on >= noted_on)
);
create index relationship_quality_person on record.relationship_quality (person_id);
create index relationship_quality_other on record.relationship_quality (other_id);
select platform.keep_history('relationship_quality');
select access.guard('relationship_quality', 'person_id', array['B2']);
-- It shows the other person too: both must be visible.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy both_sides
      on %I.relationship_quality as restrictive for select to %%1$s using (%s)', s,
      access.has_entry('relationship_quality.other_id', array['A2'], false)));
  end loop;
end $$;
-- Nor does anybody write of a person whom they may not see: the refusal would tell that there is one.
select platform.policy_for(array['practitioner', 'duty'], format('create policy both_seen_to_write on record.relationship_quality
  as restrictive for insert to %%1$s with check (%s or ((select access.roaming_actor(current_user)) is not null
    and not (relationship_quality.other_id = any ((select access.sealed_from_me())::uuid[]))))',
  access.has_entry('relationship_quality.other_id', array['A2'], false)));
