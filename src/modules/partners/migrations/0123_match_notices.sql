-- Who of the record a child in a notice is, said by hand where no rule could; and taken back. Nobody writes a match otherwise: whoever decides at
-- the front door chooses among those whom the search shows, outside their own work too, and somebody sealed from them is as if absent.

select platform.for_roles(array['gatekeeper'], 'grant select, update on record.partner_notice_question to %I');
select platform.for_roles(array['gatekeeper'], 'grant insert, update (person_id, how, matched_by) on record.partner_notice_match to %I');
select platform.for_roles(array['gatekeeper'], 'grant update (withdrawn_at) on record.partner_notice_reader to %I');
select platform.policy_for(array['gatekeeper'], 'create policy answers_by_hand on record.partner_notice_question for all to %1$s using (true) with check (true)');
select platform.policy_for(array['gatekeeper'], 'create policy matches on record.partner_notice_match for insert to %1$s with check (how = ''by_hand'')');
select platform.policy_for(array['gatekeeper'], 'create policy takes_back on record.partner_notice_match for update to %1$s using (how = ''by_hand'') with check (how = ''by_hand'')');
select platform.policy_for(array['gatekeeper'], 'create policy takes_back on record.partner_notice_reader for update to %1$s using (is_by_hand)');
select platform.policy_for(array['gatekeeper'], 'create policy corrects on app.notice for select to %1$s using (kind in (''encompass'', ''partner_notice''))');

-- Whether the caller decides in the team that was asked.
create function access.is_asked_of_notice(asked uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from record.partner_notice_question q join record.post p on p.team_id = q.team_id
    where q.id = asked and p.worker_id = access.working_actor(current_setting('role', true))
      and p.role in ('social_worker', 'senior_social_worker', 'team_manager', 'duty_manager')
      and (now() at time zone 'Europe/London')::date >= p.started_on
      and (p.ended_on is null or (now() at time zone 'Europe/London')::date <= p.ended_on)) $$;
select platform.hand_over('access.is_asked_of_notice(uuid)', 'gatekeeper');

-- Answers matched, answered (a colleague was first) or not_found.
create function access.match_partner_notice(asked uuid, subject uuid, why text) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := access.working_actor(current_setting('role', true));
  one record.partner_notice_question;
begin
  if acting is null or not access.is_asked_of_notice(asked) then return 'not_found'; end if;
  select * into one from record.partner_notice_question q where q.id = asked and q.reason in ('no_match', 'many_matches') for update;
  if one.id is null or subject = any (access.sealed_from_me())
     or not exists (select from record.person p where p.id = subject) then return 'not_found'; end if;
  if one.answered_at is not null then return 'answered'; end if;
  insert into record.partner_notice_match (notice_id, place, person_id, how, matched_by) values (one.notice_id, one.place, subject, 'by_hand', acting)
    on conflict (notice_id, place) do update set person_id = excluded.person_id, matched_by = excluded.matched_by;
  update record.partner_notice_question set answered_at = clock_timestamp(), answered_by = acting, answer = 'matched', note = why where id = asked;
  return 'matched';
end $$;
select platform.hand_over('access.match_partner_notice(uuid, uuid, text)', 'gatekeeper', array['practitioner']);

-- The question waits again; a school that was told by the match reads the notice no more; each who was told of it since is told that it was wrong.
create function access.unmatch_partner_notice(asked uuid, why text) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := access.working_actor(current_setting('role', true));
  one record.partner_notice_question;
begin
  if acting is null or length(trim(why)) = 0 or not access.is_asked_of_notice(asked) then return 'not_found'; end if;
  select * into one from record.partner_notice_question q where q.id = asked for update;
  if one.answer is distinct from 'matched' then return 'answered'; end if;
  insert into app.notice (worker_id, kind, path, made_by)
    select distinct n.worker_id, 'partner_notice_corrected', '/partner-notices', acting from app.notice n
    where n.path = '/partner-notices/' || one.notice_id and n.kind in ('encompass', 'partner_notice') and n.made_at >= one.answered_at;
  update record.partner_notice_reader set withdrawn_at = clock_timestamp() where notice_id = one.notice_id and is_by_hand and withdrawn_at is null;
  update record.partner_notice_match set person_id = null, matched_by = acting where notice_id = one.notice_id and place = one.place and how = 'by_hand';
  update record.partner_notice_question set answered_at = null, answered_by = null, answer = null, note = null, climbed_at = null,
    undone_at = clock_timestamp(), undone_by = acting, undone_because = why where id = asked;
  return 'undone';
end $$;
select platform.hand_over('access.unmatch_partner_notice(uuid, text)', 'gatekeeper', array['practitioner']);
