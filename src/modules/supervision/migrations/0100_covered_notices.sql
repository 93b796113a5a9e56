-- Whoever covers a worker's post reads, on those days, what that worker is told about work: what is not read yet, and what comes meanwhile.
-- The rows stay whose they are; when the cover ends nothing has to be put back. Of people whom the one who covers may not see, nothing.
select platform.policy_for(array['practitioner', 'duty'], format('create policy reads_covered on app.notice for select to %%1$s
  using (kind in (''work_given'', ''work_returned'', ''work_due'', ''contact_passed'', ''contact_answered'', ''letter_prepared'', ''family_answered'',
      ''family_word'', ''family_call'', ''family_meeting'', ''missing_with_plan'', ''missing_repeated'', ''meeting_invited'', ''meeting_moved'',
      ''meeting_opened'', ''meeting_cancelled'', ''meeting_chased'', ''dispute_answered'', ''dispute_settled'')
    and exists (select from record.post c join record.post p on p.id = c.covers_post_id
      where c.worker_id = (select access.working_actor(current_user)) and p.worker_id = notice.worker_id
        and p.role in (''social_worker'', ''senior_social_worker'', ''family_help_practitioner'', ''mental_health_practitioner'',
          ''substance_misuse_practitioner'', ''domestic_abuse_practitioner'')
        and platform.today() between c.started_on and c.ended_on
        and (notice.read_at is null or notice.made_at >= c.started_on::timestamp at time zone ''Europe/London''))
    and (subject_id is null or %s))', access.has_entry('notice.subject_id', array['A2'], false)));
