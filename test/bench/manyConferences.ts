import { sql } from 'kysely'
import { composeCopy, copyHash } from '#modules/child-protection'
import { type Database, serviceActor, type Work } from '#platform/db'
import { makeUuid } from '#platform/ids'

/** By what the conferences made here are told from those of the stories. */
const REASON = 'One of the many conferences of a large county'
/** Of the child's family, asked to each. */
const FAMILY = 2
const PARTS = 4
/** Rows are made in steps that each end within the limit of a statement. */
const limits = { deferAccess: true, statementSeconds: 600 } as const

/**
 * Gives every conference of the last thirteen months, which a county is told as a day and a decision, what one leaves behind: the meeting,
 * whom it asked, its report in parts, a copy for each of the family and the clock of giving it in time; and every plan that runs a
 * review to come. What is read around a conference then grows with the county, as it would in use.
 */
export async function holdManyConferences(database: Database): Promise<void> {
  for (const step of [meetings, decisions, invitations, reports, copies, clocks])
    await database.as(serviceActor('storyteller'), 'demo', step, limits)
}

/** Held as the county tells it; to come within two months, on a working day. Chaired and administered by each chair and clerk in turn. */
async function meetings(work: Work): Promise<void> {
  const today = work.today.toString()
  await sql`
    with due as (
        select person_id, kind, held_on as day, true as is_over from conference
        where meeting_id is null and held_on > ${today}::date - 400 and held_on <= ${today}::date
        union all
        select person_id, 'review', ${today}::date + 7 + (row_number() over (order by id))::int % 50, false from cp_plan where ended_on is null),
      planned as (select *, day + greatest(0, 8 - extract(isodow from day)::int) * (extract(isodow from day) > 5)::int as on_day,
        row_number() over (order by day, person_id) as n from due),
      chair as (select worker_id, row_number() over (order by worker_id) - 1 as n, count(*) over () as all_of_them
        from (select distinct worker_id from post where role = 'conference_chair' and ended_on is null) x),
      clerk as (select worker_id, row_number() over (order by worker_id) - 1 as n, count(*) over () as all_of_them
        from (select distinct worker_id from post where role = 'business_support' and ended_on is null) x)
    insert into meeting (kind, person_ids, reason, planned_at, papers_until, chair_id, administrator_id, status, started_at, ended_at)
    select p.kind, array[p.person_id], ${REASON}, at.planned, (p.on_day + 30), c.worker_id, k.worker_id,
      case when p.is_over then 'held' else 'planned' end, case when p.is_over then at.planned end,
      case when p.is_over then at.planned + interval '2 hours' end
    from planned p cross join lateral (select (p.on_day + time '10:00') at time zone 'Europe/London' as planned) at
      left join chair c on c.n = p.n % c.all_of_them left join clerk k on k.n = p.n % k.all_of_them`.execute(
    work.db(),
  )
}

async function decisions(work: Work): Promise<void> {
  await sql`
    insert into meeting_child (meeting_id, person_id, decision, category, reasons, threshold_reason, decided_at)
    select m.id, m.person_ids[1], held.decision, held.category, held.because, held.because, held.at
    from meeting m cross join lateral (select case when m.status <> 'held' then null when m.kind = 'initial' then 'plan' else 'plan_continues' end as decision,
      case when m.status = 'held' then 'NEG' end as category, case when m.status = 'held' then 'As the conference found' end as because,
      m.ended_at as at) held
    where m.reason = ${REASON}`.execute(work.db())
}

/** The adults of the family, who holds the child, and a doctor's surgery. */
async function invitations(work: Work): Promise<void> {
  await sql`
    insert into meeting_invitee (meeting_id, side, person_id, standing, invited_at)
    select m.id, 'family', adult.person_id, case adult.n when 1 then 'mother' else 'father' end, m.planned_at - interval '20 days'
    from meeting m cross join lateral (
      select a.person_id, row_number() over (order by a.person_id) as n
      from family_member f join family_member a on a.family_id = f.family_id and a.role = 'adult'
      where f.person_id = m.person_ids[1] and f.role = 'child' limit ${FAMILY}) adult
    where m.reason = ${REASON}`.execute(work.db())
  await sql`
    insert into meeting_invitee (meeting_id, side, agency, worker_id, organisation_id, report_expected, invited_at)
    select m.id, 'professional', 'social_care', holder.worker_id, null, false, m.planned_at - interval '20 days'
    from meeting m cross join lateral (select a.worker_id from allocation a where a.person_id = m.person_ids[1]
      and a.role = 'lead_social_worker' and a.ended_on is null limit 1) holder where m.reason = ${REASON}
    union all
    select m.id, 'professional', 'health', null, (select id from organisation where kind = 'nhs' order by id limit 1), true,
      m.planned_at - interval '20 days' from meeting m where m.reason = ${REASON}`.execute(work.db())
}

/** The social worker's report, finished ten days before the conference. */
async function reports(work: Work): Promise<void> {
  await sql`
    with report as (
      insert into paper (kind, meeting_id, person_ids, made_by, status, finished_at, finished_by)
      select 'social_work_report', m.id, m.person_ids, m.administrator_id, 'finished', m.planned_at - interval '10 days', m.administrator_id
      from meeting m where m.reason = ${REASON} and m.planned_at < now() + interval '10 days' returning id)
    insert into paper_part (paper_id, place, heading, words, source)
    select r.id, n, 'Part ' || n, repeat('What was seen and heard since the last time, and what is to change. ', 12), 'own_work'
    from report r, generate_series(1, ${PARTS}::int) n`.execute(work.db())
}

/** The same words for everybody: what a page reads back is what was once composed. */
function contentOfAll() {
  return composeCopy({
    kind: 'social_work_report',
    meeting: null,
    parts: [],
    shown: new Set(),
    recipientId: makeUuid(),
    whoToRing: null,
    lang: 'en',
    style: 'plain',
  }).content
}

/** One in six had less than their time. */
async function copies(work: Work): Promise<void> {
  const content = contentOfAll()
  await sql`
    with given as (
      insert into paper_copy (paper_id, meeting_id, person_ids, recipient_id, content, content_hash, part_ids, shared_because, in_portal,
        status, approved_by, approved_at, released_at, released_by, composed_by)
      select p.id, p.meeting_id, p.person_ids, i.person_id, ${JSON.stringify(content)}::jsonb, ${copyHash(content)}::bytea, '{}', 'For the conference', false,
        'released', array[p.made_by], at.day, at.day, p.made_by, p.made_by
      from meeting m join paper p on p.meeting_id = m.id and p.kind = 'social_work_report'
        join meeting_invitee i on i.meeting_id = m.id and i.side = 'family'
        cross join lateral (select least(now(), m.planned_at - make_interval(days => case when hashtext(i.id::text) % 6 = 0 then 2 else 9 end)) as day) at
      where m.reason = ${REASON} returning id, released_at, released_by)
    insert into copy_event (copy_id, kind, way, happened_at, noted_by)
    select id, 'sent', 'post', released_at, released_by from given`.execute(work.db())
}

/** The last day on which a report gives everybody their time: eight days before. */
async function clocks(work: Work): Promise<void> {
  await sql`
    insert into clock (person_id, definition_id, definition_version, trigger_kind, trigger_id, trigger_on, due_on, due_at, limit_value, limit_unit, outcome)
    select c.person_id, case m.kind when 'initial' then 'ICPC_REPORT_FAMILY' else 'RCPC_REPORT_FAMILY' end, 1, 'conference_date', c.id, day.of,
      day.of - 8, (day.of - 8 + time '23:59') at time zone 'Europe/London', 5, 'working_days', case when m.status = 'held' then 'on_time' else 'open' end
    from meeting m join meeting_child c on c.meeting_id = m.id
      cross join lateral (select (m.planned_at at time zone 'Europe/London')::date as of) day
    where m.reason = ${REASON}`.execute(work.db())
}
