-- Indexes that only a large county shows to be missing: test/plans reads every statement of every page and fails on a
-- large table that is read from end to end.

-- The correction of a note and the significant event made from it are looked up from the note.
create index note_corrects on record.note (corrects_id) where corrects_id is not null;
create index significant_event_note on record.significant_event (note_id) where note_id is not null;
create index household_family on record.household (family_id);

-- Who held whom at a past moment: work lists and team boards as they were known then.
create index allocation_worker on history.allocation (worker_id);
create index allocation_team on history.allocation (team_id);

-- Who holds, or once held, a number: for the importer, which asks for every child. Under row-level security its own
-- comparison of upper(value) reaches no index, since upper() is not leakproof; this names the few people among whom it looks.
create function search.holders_of(numbers text[]) returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct k.person_id), '{}') from search.identifier_key k
  where k.known_to = 'infinity' and k.value = any (array(select search.fold_number(n) from unnest(numbers) n))
$$;
select platform.hand_over('search.holders_of(text[])', 'searcher', array['importer']);
