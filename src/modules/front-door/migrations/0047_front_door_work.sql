-- What the front door's own pages need beside the tables of 0041.

-- Somebody may be hurt now: whoever manages the team is told in the same transaction, whichever way it came in, and so
-- is whoever is on duty out of hours. The public form's service may read no posts, so the database tells.
create function access.tell_of_danger() returns trigger language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if access.is_deferred() or not new.is_danger or (tg_op = 'UPDATE' and old.is_danger) then return null; end if;
  insert into app.notice (worker_id, kind, path, made_by)
  select distinct told.worker_id, 'contact_in_danger', '/front-door/contacts/' || new.id, platform.actor()
  from (
    select p.worker_id from record.post p where p.team_id = new.team_id and p.role in ('team_manager', 'duty_manager')
      and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on)
    union
    select s.worker_id from record.duty_shift s where now() >= s.starts_at and now() < s.ends_at
  ) told join record.worker w on w.id = told.worker_id and (w.left_at is null or now() < w.left_at);
  return null;
end $$;
create trigger tell_of_danger after insert or update on record.contact for each row execute function access.tell_of_danger();
select platform.hand_over('access.tell_of_danger()', 'gatekeeper');

-- The referrer has been told: kept on the referrals that the contact opened, with their clocks. Whoever tells may have lost
-- sight of a child who went no further the moment it was decided, so the door's own post is what lets them.
create function access.referrer_told(about uuid, told_on date) returns integer language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := access.working_actor(current_setting('role', true));
  opened uuid[];
begin
  if told_on > platform.today() or not exists (select from record.contact c where c.id = about and c.decided_at is not null
    and not (c.person_ids && access.sealed_from_me())
    and (access.roaming_actor(current_setting('role', true)) is not null and access.acts_as('duty')
      or exists (select from record.post p where p.worker_id = acting and p.team_id = c.team_id
        and p.role in ('social_worker', 'senior_social_worker', 'team_manager', 'duty_manager', 'business_support')
        and platform.today() >= p.started_on and (p.ended_on is null or platform.today() <= p.ended_on)))) then
    return 0;
  end if;
  select coalesce(array_agg(d.referral_id), '{}') into opened from record.contact_decision d
    where d.contact_id = about and d.referral_id is not null and d.outcome <> 'passed_to_open_work';
  update record.referral set feedback_sent_on = told_on where id = any (opened) and feedback_sent_on is null;
  update record.clock set satisfied_on = told_on, satisfied_id = trigger_id,
    outcome = case when told_on <= due_on then 'on_time' else 'late' end, outcome_reason = null
    where definition_id = 'REF_FEEDBACK' and trigger_id = any (opened) and outcome = 'open';
  return cardinality(opened);
end $$;
select platform.for_roles(array['gatekeeper'], 'grant select on record.contact_decision, record.duty_shift to %I');
select platform.for_roles(array['gatekeeper'], 'grant select, update on record.referral, record.clock to %I');
do $$ declare t text; begin
  foreach t in array array['contact_decision', 'referral', 'clock'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy tells_referrer on record.%I for select to %%1$s using (true)', t));
  end loop;
  foreach t in array array['referral', 'clock'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy tells_referrer_of on record.%I for update to %%1$s using (true)', t));
  end loop;
end $$;
select platform.hand_over('access.referrer_told(uuid, date)', 'gatekeeper', array['practitioner', 'duty']);
