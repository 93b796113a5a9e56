import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { INTERVIEW_HOURS } from '../rules/episode.ts'

/** Who answers for a child: the lead, and the team that holds. */
type Answers = {
  readonly teamId: Uuid | null
  readonly teamName: string | null
  readonly workerName: string | null
}

/** A child who is away now, or came back without an interview yet. */
export type MissingRow = Answers & {
  readonly episodeId: Uuid
  readonly personId: Uuid
  readonly kind: 'missing' | 'away'
  readonly risk: 'no_apparent' | 'low' | 'medium' | 'high'
  readonly startedAt: Temporal.Instant
  readonly policeTold: boolean
  readonly foundAt: Temporal.Instant | null
  /** Until when the interview is to be held. */
  readonly dueAt: Temporal.Instant | null
  readonly isOffered: boolean
}

/** Days after coming back for which an interview stays on the list. */
const DAYS_LISTED = 90

/** Every child of the reader's who is away now, longest first. */
export const missingNow = (work: Work): Promise<readonly MissingRow[]> =>
  listed(work, sql`episode.found_at is null`, sql`episode.started_at`)

/** Every absence of the reader's children after which nobody has spoken with the child yet, and the child has not said no. */
export const interviewsDue = (work: Work): Promise<readonly MissingRow[]> =>
  listed(
    work,
    sql`episode.found_at > ${work.now.subtract({ hours: 24 * DAYS_LISTED })}::timestamptz and not exists (
      select from return_interview_episode about join return_interview interview on interview.id = about.interview_id
      where about.episode_id = episode.id and (interview.done_at is not null or interview.answer = 'refused'
        and not exists (select from return_interview_episode again join return_interview later on later.id = again.interview_id
          where again.episode_id = episode.id and later.offered_at > interview.offered_at)))`,
    sql`episode.found_at`,
  )

async function listed(
  work: Work,
  which: ReturnType<typeof sql>,
  order: ReturnType<typeof sql>,
): Promise<readonly MissingRow[]> {
  const { rows } = await sql<Omit<MissingRow, 'dueAt'>>`
    select episode.id as "episodeId", episode.person_id as "personId", episode.kind, episode.risk,
      episode.started_at as "startedAt", episode.police_told_at is not null as "policeTold", episode.found_at as "foundAt",
      exists (select from return_interview_episode about where about.episode_id = episode.id) as "isOffered",
      held.team_id as "teamId", team.name as "teamName", worker.display_name as "workerName"
    from missing_episode episode
      left join lateral (select allocation.team_id, allocation.worker_id from allocation
        where allocation.person_id = episode.person_id and allocation.ended_on is null and allocation.started_on <= ${work.today}::date
          and allocation.role in ('lead_social_worker', 'lead_practitioner', 'queue')
        order by allocation.worker_id is null, allocation.worker_id limit 1) held on true
      left join team on team.id = held.team_id
      left join worker on worker.id = held.worker_id
    where episode.withdrawn_at is null and ${which}
    order by ${order}, episode.id`.execute(work.db<ChildProtectionTables>())
  return rows.map(row => ({ ...row, dueAt: row.foundAt?.add({ hours: INTERVIEW_HOURS }) ?? null }))
}

/** What one month held. Offered, done and done in time count the absences that ended. */
export type MissingMonth = {
  /** Its first day. */
  readonly month: Temporal.PlainDate
  readonly absences: number
  readonly children: number
  readonly ended: number
  readonly offered: number
  readonly done: number
  readonly doneInTime: number
}

const MONTHS = 12

/** The last twelve months with this one, by the day on which each absence began; months without any are there with nought. */
export async function missingByMonth(work: Work): Promise<readonly MissingMonth[]> {
  const last = work.today.with({ day: 1 })
  const first = last.subtract({ months: MONTHS - 1 })
  const { rows } = await sql<MissingMonth>`
    with began as (
      select date_trunc('month', episode.started_at at time zone 'Europe/London')::date as month, episode.person_id, episode.found_at,
        spoken.offered, spoken.done_at
      from missing_episode episode left join lateral (
        select count(*) > 0 as offered, min(interview.done_at) as done_at
        from return_interview_episode about join return_interview interview on interview.id = about.interview_id
        where about.episode_id = episode.id) spoken on true
      where episode.withdrawn_at is null and (episode.started_at at time zone 'Europe/London')::date >= ${first}::date
    )
    select month, count(*)::int as absences, count(distinct person_id)::int as children, count(found_at)::int as ended,
      count(*) filter (where found_at is not null and offered)::int as offered,
      count(*) filter (where found_at is not null and done_at is not null)::int as done,
      count(*) filter (where done_at <= found_at + make_interval(hours => ${INTERVIEW_HOURS}::int))::int as "doneInTime"
    from began group by month order by month`.execute(work.db<ChildProtectionTables>())
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = first.add({ months: index })
    const found = rows.find(row => Temporal.PlainDate.compare(row.month, month) === 0)
    return found ?? { month, absences: 0, children: 0, ended: 0, offered: 0, done: 0, doneInTime: 0 }
  })
}
