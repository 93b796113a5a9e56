-- What became of a concern that a school's system sent: as its own people read it under "what you sent". Of nothing that the school did not send itself, and
-- of a contact about somebody who is restricted only that it came.
create function access.concern_answered(sent_as uuid, asking uuid) returns table (decided_at timestamptz, outcome text, why text, answer text, answered_on date,
    team text, telephone text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when open.yes then c.decided_at end, f.outcome, f.threshold_reason, f.body, f.sent_on, t.name, t.telephone
  from record.contact c left join record.team t on t.id = c.team_id
    cross join lateral (select not exists (select from access.restriction r where r.subject_id = any (access.same_people(c.person_ids))
      and now() >= r.starts_at and now() < r.ends_at) as yes) open
    left join lateral (select x.outcome, x.threshold_reason, x.body, x.sent_on from record.contact_feedback x where x.contact_id = c.id and open.yes
      order by x.sent_on desc, x.id desc limit 1) f on true
  where platform.actor_as(current_setting('role', true)) is not null and c.submission = sent_as and c.referrer_organisation_id = asking $$;
select platform.hand_over('access.concern_answered(uuid, uuid)', 'gatekeeper', array['listener']);
select platform.for_roles(array['gatekeeper'], 'grant select on record.contact_feedback to %I');
select platform.policy_for(array['gatekeeper'], 'create policy answers_systems on record.contact_feedback for select to %1$s using (true)');
