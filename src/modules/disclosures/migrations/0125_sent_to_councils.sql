-- What was sent on to other councils by hand until a moment, how and what was held back (Children Act 2004 s.16LA(3)), by which identifier (s.16LC(8)), without
-- of whom: for directors and administrators.
create function access.sent_to_councils(until timestamptz, most integer) returns table (sent_at timestamptz, council text, what text, how text, not_shared text,
    identifier text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.sent_on_at, c.name, x.what, x.sent_on_how, x.not_shared, x.identifier from (
      select q.sent_on_at, q.council_id, case q.reason when 'correction_elsewhere' then 'correction' else 'visit' end as what, q.sent_on_how, q.not_shared,
        q.identifier_tried as identifier
      from record.attendance_question q where q.sent_on_at is not null
      union all select q.sent_on_at, q.council_id, 'notice', q.sent_on_how, q.not_shared,
        case when jsonb_path_exists(n.told, '$.**.nhsNumber ? (@ != null)') then 'nhs_number' else 'not_told' end
      from record.partner_notice_question q join record.partner_notice n on n.id = q.notice_id where q.sent_on_at is not null) x
    join record.neighbour_council c on c.id = x.council_id
  where x.sent_on_at <= until order by x.sent_on_at desc limit most $$;
select platform.hand_over('access.sent_to_councils(timestamptz, integer)', 'gatekeeper', array['director', 'administrator']);
select platform.for_roles(array['gatekeeper'], 'grant select on record.neighbour_council to %I');
select platform.policy_for(array['gatekeeper'], 'create policy names_council on record.neighbour_council for select to %1$s using (true)');
