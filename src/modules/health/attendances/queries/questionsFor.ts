import { sql } from 'kysely'
import { postsOf } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { QuestionReason } from '../rules/words.ts'

/** An open question about a visit, as the hospital told it. */
export type ListedQuestion = {
  readonly id: Uuid
  readonly attendanceId: Uuid
  readonly reason: QuestionReason
  readonly askedAt: Temporal.Instant
  readonly teamName: string
  readonly arrivedAt: Temporal.Instant
  readonly place: string | null
  readonly family: string | null
  readonly given: string | null
  readonly born: Temporal.PlainDate | null
}
type Asked = {
  readonly teams: readonly Uuid[]
  readonly reason: QuestionReason | undefined
  readonly limit: number
  readonly offset: number
}

const ASKED: ReadonlySet<string> = new Set([
  'health_visitor',
  'school_nurse',
  'team_manager',
  'duty_manager',
  'mash_partner',
])

/** Teams whose questions the reader answers (docs/access.md, "Attendances at hospital"). */
export async function askedTeams(work: Work): Promise<readonly Uuid[]> {
  const posts = await postsOf(work, work.actor.id)
  return posts.flatMap(({ role, teamId }) => (teamId !== null && ASKED.has(role) ? [teamId] : []))
}

/** Open questions of these teams, the oldest first. */
export async function questionsFor(
  work: Work,
  { teams, reason, limit, offset }: Asked,
): Promise<readonly ListedQuestion[]> {
  const { rows } = await sql<ListedQuestion>`
    select q.id, q.attendance_id as "attendanceId", q.reason, q.asked_at as "askedAt", t.name as "teamName", a.arrived_at as "arrivedAt",
      a.place, a.told_family as family, a.told_given as given, a.told_birth as born
    from attendance_question q join attendance a on a.id = q.attendance_id join team t on t.id = q.team_id
    where q.team_id = any (${[...teams]}::uuid[]) and q.answered_at is null and (${reason ?? null}::text is null or q.reason = ${reason ?? null})
    order by q.id limit ${limit} offset ${offset}`.execute(work.db())
  return rows
}

/** How many open questions there are of each reason. */
export async function countQuestions(
  work: Work,
  teams: readonly Uuid[],
): Promise<ReadonlyMap<QuestionReason, number>> {
  const { rows } = await sql<{ reason: QuestionReason; n: number }>`
    select reason, count(*)::int as n from attendance_question
    where team_id = any (${[...teams]}::uuid[]) and answered_at is null group by reason order by reason`.execute(
    work.db(),
  )
  return new Map(rows.map(({ reason, n }) => [reason, n]))
}
