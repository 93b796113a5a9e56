-- What the work of Family Safeguarding teams is counted from, over the whole authority: numbers without a person, a family, a worker or a day.
-- Pages show none that stands for fewer than five. Nobody restricted from the asker is counted, so that no number tells of them, nor a family
-- of whose children every one is. Each since a day, found by index: what it costs does not grow with the years.
create index strand_offered on record.strand (offered_on);
create index family_feedback_day on record.family_feedback (on_day);
create index outcome_measure_day on record.outcome_measure (on_day);

-- Each need that a team offered help for: who noted it first, how long before the referral, and how long until a specialist came.
create function access.needs_offered(since date) returns table (team_id uuid, noted_by text, days_before_referral integer, days_to_contact integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.team_id, noted.by_whom, came.received_on - s.need_noted_on, s.first_contact_on - s.need_noted_on
  from record.strand s
    left join lateral (select n.noted_by_discipline as by_whom from record.family_member c join record.need n on n.person_id = c.person_id
      where c.family_id = s.family_id and coalesce(n.adult_id, n.person_id) = s.person_id and n.kind = s.need_kind
      order by n.noted_on, n.id limit 1) noted on true
    left join lateral (select r.received_on from record.family_member c join record.referral r on r.person_id = c.person_id
      where c.family_id = s.family_id and c.role = 'child' and r.received_on <= s.offered_on
      order by r.received_on desc limit 1) came on true
  where s.offered_on > since and s.discipline in ('mental_health', 'substance_misuse', 'domestic_abuse')
    and not (s.person_id = any ((select access.sealed_from_me())::uuid[]))
    and exists (select from record.family_member c where c.family_id = s.family_id and c.role = 'child'
      and (c.ended_on is null or c.ended_on > since) and not (c.person_id = any ((select access.sealed_from_me())::uuid[]))) $$;

-- What families said of the help since a day. What was asked at the portal and said another way counts once. Who was asked and has not answered, or would rather not, is silent.
create function access.said_of_help(since date) returns table (team_id uuid, outcome text, score integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.team_id, case when f.outcome in ('asked', 'declined') then 'not_given' else f.outcome end, f.score
  from record.family_feedback f where f.on_day > since and f.outcome <> 'closed' and not f.person_ids && (select access.sealed_from_me())::uuid[]
    and exists (select from record.family_member c where c.family_id = f.family_id and c.role = 'child'
      and (c.ended_on is null or c.ended_on > since) and not (c.person_id = any ((select access.sealed_from_me())::uuid[]))) $$;

-- Of everybody measured on both sides of the first contact, the last measure before it and the last one since; of a child, of the first
-- contact with anybody of the family.
create function access.fared_of_teams(since date) returns table (team_id uuid, measure text, before double precision, after double precision)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with measured as (
    select m.person_ids[1] as person_id, m.family_id, m.measure, m.value, m.on_day, m.team_id,
      coalesce((select true from record.family_member c where c.family_id = m.family_id and c.person_id = m.person_ids[1] and c.role = 'child'
        limit 1), false) as is_child
    from record.outcome_measure m where m.on_day > since and not m.person_ids && (select access.sealed_from_me())::uuid[]
      and exists (select from record.family_member c where c.family_id = m.family_id and c.role = 'child'
      and (c.ended_on is null or c.ended_on > since) and not (c.person_id = any ((select access.sealed_from_me())::uuid[])))),
  met as (
    select d.family_id, d.person_id, (select min(s.first_contact_on) from record.strand s
      where s.family_id = d.family_id and (d.is_child or s.person_id = d.person_id)) as met_on
    from (select distinct family_id, person_id, is_child from measured) d),
  taken as (select d.*, met.met_on from measured d join met using (family_id, person_id))
  select t.team_id, t.measure, (array_agg(t.value order by t.on_day desc) filter (where t.on_day < t.met_on))[1]::float8,
    (array_agg(t.value order by t.on_day desc) filter (where t.on_day >= t.met_on))[1]::float8
  from taken t where t.met_on is not null
  group by t.team_id, t.measure, t.person_id
  having count(*) filter (where t.on_day < t.met_on) > 0 and count(*) filter (where t.on_day >= t.met_on) > 0 $$;

select platform.hand_over(f, 'clockkeeper', array['practitioner', 'duty', 'director']) from unnest(array['access.needs_offered(date)',
  'access.said_of_help(date)', 'access.fared_of_teams(date)']) f;

-- The children of the families behind one count of a team, for a director, who asks by name (A2, B2) and is told no need, discipline or adult.
-- Of fewer than five families none: a count that is not said opens nothing. What was measured opens nothing either: a measure names a need.
create function access.children_counted(since date, of_team uuid, counted text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with behind as (
    select s.family_id from record.strand s
    where counted in ('needs', 'waiting') and s.team_id = of_team and s.offered_on > since
      and s.discipline in ('mental_health', 'substance_misuse', 'domestic_abuse') and (counted = 'needs' or s.first_contact_on is null)
      and not (s.person_id = any ((select access.sealed_from_me())::uuid[]))
    union
    select f.family_id from record.family_feedback f
    where counted in ('given', 'not_given', 'not_asked') and f.team_id = of_team and f.on_day > since
      and case when f.outcome in ('asked', 'declined') then 'not_given' else f.outcome end = counted
      and not f.person_ids && (select access.sealed_from_me())::uuid[]),
  spoken as materialized (
    select b.family_id, c.person_id from behind b join record.family_member c on c.family_id = b.family_id and c.role = 'child'
    where (c.ended_on is null or c.ended_on > since) and not (c.person_id = any ((select access.sealed_from_me())::uuid[])))
  select distinct s.person_id from spoken s
  where (select count(distinct o.family_id) from spoken o) >= 5 and access.roaming_actor(current_setting('role', true)) is not null $$;
select platform.for_roles(array['clockkeeper'], 'grant execute on function access.working_actor(text) to %I');
select platform.hand_over('access.children_counted(date,uuid,text)', 'clockkeeper', array['director']);
