-- Before a part of a document may be shown to anybody outside the service, the file's words are looked through for protected
-- addresses, as a letter's are. A part that tells one waits for two people, whatever a page does; a file that cannot be read says who
-- read it instead.
alter table record.document_part
  add column wanted_for text[] check (wanted_for <@ array['mother', 'father', 'child', 'carer', 'school', 'health']),
  add column held_because jsonb,
  add column released_by uuid[] not null default '{}',
  add column read_through_by uuid,
  add column read_through_at timestamptz,
  add constraint held_for_somebody check ((held_because is null) = (wanted_for is null)),
  add constraint read_through_says_when check ((read_through_by is null) = (read_through_at is null));
alter table history.document_part
  add column wanted_for text[], add column held_because jsonb, add column released_by uuid[],
  add column read_through_by uuid, add column read_through_at timestamptz;
select platform.write_history('document_part', null);

create function access.keep_part() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.document_id <> old.document_id then
    raise exception 'A part stays in its document' using errcode = '23514', constraint = 'part_document';
  end if;
  if new.released_by <> old.released_by and new.released_by <> '{}' and (
    new.released_by <> old.released_by || platform.actor() or platform.actor() = any (old.released_by)) then
    raise exception 'Each of two people releases a part for themself' using errcode = '23514', constraint = 'part_release';
  end if;
  if new.released_by <> '{}' and new.held_because is null then
    raise exception 'What is released says why it was held' using errcode = '23514', constraint = 'part_release';
  end if;
  if new.held_because is not null and not (new.may_be_shown_to <@ old.may_be_shown_to)
    and (cardinality(new.released_by) < 2 or not (new.may_be_shown_to <@ new.wanted_for)) then
    raise exception 'A held part waits for two people' using errcode = '23514', constraint = 'part_held';
  end if;
  if new.read_through_by is distinct from old.read_through_by and new.read_through_by is not null
    and new.read_through_by <> platform.actor() then
    raise exception 'Each says only of themself that they read it' using errcode = '23514', constraint = 'part_read_through';
  end if;
  return new;
end $$;
create trigger a_keep_part before update on record.document_part for each row execute function access.keep_part();
select platform.policy_for(array['practitioner', 'duty'], $p$create policy comes_undecided on record.document_part as restrictive for insert
  to %1$s with check (may_be_shown_to = '{}' and released_by = '{}' and held_because is null and read_through_by is null)$p$);

-- What waits for two people, for the inbox of those who decide.
create index document_part_held on record.document_part (document_id) where held_because is not null;

-- Copies of a plan for the family are looked through as letters are: whoever gives words of a note about somebody else says why the
-- recipient may read them.
alter table record.plan_share add column copied_because text, add column copied_notes uuid[] not null default '{}',
  add constraint copied_says_why check (cardinality(copied_notes) = 0 or length(trim(copied_because)) > 0);
alter table history.plan_share add column copied_because text, add column copied_notes uuid[];
select platform.write_history('plan_share', 'person_id');
