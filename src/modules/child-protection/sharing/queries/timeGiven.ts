import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Of a team's conferences: how many of the family were to have the report, and how many had their time. */
export type TimeGiven = {
  readonly teamId: Uuid
  readonly team: string
  readonly month: string
  readonly people: number
  readonly inTime: number
  readonly late: number
  readonly never: number
}

/**
 * The people of the family at conferences planned between two days, by the team that held the children and by month, and whether the
 * report reached each by the last day of its clock; whose last day is still to come is not counted yet. Of what the reader may read; for a director of the authority, counted.
 */
export async function timeGiven(
  work: Work,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<readonly TimeGiven[]> {
  const isCounted = work.actor.class === 'director' && work.knownAt === null
  const { rows } = isCounted ? await counted(work, from, until) : await ofWhatIsRead(work, from, until)
  return rows.map(row => ({
    teamId: row.team_id,
    team: row.team,
    month: row.month,
    people: row.people,
    inTime: row.in_time,
    late: row.late,
    never: row.people - row.in_time - row.late,
  }))
}

type Row = {
  readonly team_id: Uuid
  readonly team: string
  readonly month: string
  readonly people: number
  readonly in_time: number
  readonly late: number
}

/** Of the whole authority, in numbers alone: directors read no meeting. */
const counted = (work: Work, from: Temporal.PlainDate, until: Temporal.PlainDate) =>
  sql<Row>`select * from access.time_given(${from}::date, ${until}::date)`.execute(work.db())

/** An instant, so that an index finds what is planned from then on. */
const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime('Europe/London').toInstant()

const ofWhatIsRead = (work: Work, from: Temporal.PlainDate, until: Temporal.PlainDate) =>
  sql<Row>`
    with held as (
      select m.id, m.planned_at, min(due.due_on) as due_on, m.person_ids
      from meeting m join meeting_child mc on mc.meeting_id = m.id cross join lateral (
        select c.due_on from clock c where c.trigger_id = mc.id and c.definition_id in ('ICPC_REPORT_FAMILY', 'RCPC_REPORT_FAMILY')
        limit 1) due -- a child at a time, by index: a limit is never joined with the clocks of everybody
      where m.status <> 'cancelled' and m.kind in ('initial', 'review', 'transfer_in', 'pre_birth')
        and m.planned_at >= ${startOf(from)}::timestamptz and m.planned_at < ${startOf(until.add({ days: 1 }))}::timestamptz
      group by m.id, m.planned_at, m.person_ids
    ), asked as (
      select h.id, h.due_on, to_char(h.planned_at at time zone 'Europe/London', 'YYYY-MM') as month, i.person_id,
        (select a.team_id from allocation a where a.person_id = any (h.person_ids) and a.started_on <= (h.planned_at at time zone 'Europe/London')::date
          and (a.ended_on is null or a.ended_on >= (h.planned_at at time zone 'Europe/London')::date) and a.role <> 'conference_chair'
          order by a.started_on desc, a.id limit 1) as team_id,
        (select min(c.released_at) from paper_copy c join paper p on p.id = c.paper_id where c.meeting_id = h.id and c.recipient_id = i.person_id
          and p.kind = 'social_work_report') as given_at
      from held h cross join lateral (select invitee.person_id from meeting_invitee invitee where invitee.meeting_id = h.id
        and invitee.side = 'family' and invitee.person_id is not null and invitee.withdrawn_at is null
        and invitee.excluded_because is null and invitee.standing is distinct from 'supporter' offset 0) i -- likewise
    )
    select t.id as team_id, t.name as team, a.month, count(*)::int as people,
      count(*) filter (where (a.given_at at time zone 'Europe/London')::date <= a.due_on)::int as in_time,
      count(*) filter (where (a.given_at at time zone 'Europe/London')::date > a.due_on)::int as late
    from asked a join team t on t.id = a.team_id
    where a.given_at is not null or a.due_on < ${work.today}::date
    group by t.id, t.name, a.month order by t.name, a.month`.execute(work.db())
