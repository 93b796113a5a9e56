-- Clocks of the children whom an import brings are derived from everything that Kith holds of them, meetings and what was shared
-- before these among it: dates and standing alone, no word of what was said or written.
do $$ declare given record; begin
  for given in select * from (values
    ('meeting', 'id, kind, person_ids, status, previous_id, chair_id, identified_at, planned_at, started_at, ended_at, carried_paper_id'),
    ('meeting_child', 'id, meeting_id, person_id'),
    ('meeting_invitee', 'id, meeting_id, side, person_id, worker_id, standing, attended, withdrawn_at, excluded_because, record_sent_at,
      report_expected, carried_paper_id'),
    ('paper', 'id, meeting_id, invitee_id, kind, status, finished_at'),
    ('paper_copy', 'id, paper_id, meeting_id, recipient_id, status, released_at')) of_it (t, columns) loop
    perform platform.for_roles(array['importer'], format('grant select (%s) on record.%I to %%I', given.columns, given.t));
    perform platform.policy_for(array['importer'], format('create policy counts_imported on record.%I for select to %%1$s using (true)', given.t));
  end loop;
end $$;
