-- What an import keeps of a file, beyond the tables of 0012.

-- The same thing is found once: of a child, however often a file comes, by what and where in it; of a file by its run
-- and line (a run of a file that was read before says nothing new, as the importer sees to).
create unique index import_finding_once on record.import_finding (
  person_id, (case when person_id is null then import_run_id end), (case when person_id is null then line end),
  md5(element || chr(31) || coalesce(raw, '') || chr(31) || coalesce(kept, '') || chr(31) || coalesce(rule, '') || chr(31) || problem)
) nulls not distinct;
create index import_finding_unresolved on record.import_finding (severity, id) where resolved_on is null;
create index import_run_file on record.import_run (file_sha256);

-- Findings about the file itself are nobody's record.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['data_quality', 'director'],
      format('create policy reads_file on %I.import_finding for select to %%1$s
        using (person_id is null and (select platform.actor_as(current_user)) is not null)', s));
  end loop;
end $$;

-- The importer tells whom it met; only the gatekeeper knows which of them are restricted, and their lists hear of it.
-- The importer is answered nothing.
create function access.meet_in_import(subjects uuid[]) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare restricted uuid[];
begin
  select array_agg(distinct r.subject_id) into restricted from access.restriction r
  where r.subject_id = any (subjects) and now() >= r.starts_at and now() < r.ends_at;
  if restricted is not null then perform access.tell_list(restricted, 'import'); end if;
end $$;
select platform.hand_over('access.meet_in_import(uuid[])', 'gatekeeper', array['importer']);
