import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { QuestionReason } from '../rules/words.ts'

/** Something that nobody could decide by rule, and who is asked. */
export type OpenQuestion = {
  readonly attendanceId: Uuid
  readonly reasons: readonly QuestionReason[]
  readonly arrivedAt: Temporal.Instant
  readonly askedAt: Temporal.Instant
  readonly place: string | null
  readonly family: string | null
  readonly given: string | null
  readonly born: Temporal.PlainDate | null
  readonly teamName: string
}

/** Visits of which the reader's teams are asked something that is not answered, the one asked longest ago first. */
export async function openQuestions(work: Work, teamIds: readonly Uuid[]): Promise<readonly OpenQuestion[]> {
  const { rows } = await sql<OpenQuestion>`
    select q.attendance_id as "attendanceId", array_agg(q.reason order by q.reason) as reasons, a.arrived_at as "arrivedAt",
      min(a.received_at) as "askedAt", a.place, a.told_family as family, a.told_given as given, a.told_birth as born, t.name as "teamName"
    from attendance_question q join attendance a on a.id = q.attendance_id join team t on t.id = q.team_id
    where q.answered_at is null and q.team_id = any (${[...teamIds]}::uuid[])
    group by q.attendance_id, a.arrived_at, a.place, a.told_family, a.told_given, a.told_birth, t.name order by min(a.received_at), q.attendance_id limit 1000`.execute(
    work.db(),
  )
  return rows
}

/** A team that may be told by hand, as which service. */
export type NursingTeam = {
  readonly teamId: Uuid
  readonly name: string
  readonly kind: 'health_visitor' | 'school_nurse' | 'midwifery'
}

/** Teams of nurses and midwives that answer for some place today. */
export async function nursingTeams(work: Work): Promise<readonly NursingTeam[]> {
  const { rows } = await sql<NursingTeam>`
    select distinct t.id as "teamId", t.name, case a.serves when 'health_visiting' then 'health_visitor' when 'school_nursing' then 'school_nurse'
      else 'midwifery' end as kind
    from nursing_area a join team t on t.id = a.team_id where a.ended_on is null or a.ended_on >= ${work.today.toString()}::date
    order by t.name, kind`.execute(work.db())
  return rows
}

/** Another council to whom a visit may be sent on. */
export type Council = { readonly id: Uuid; readonly name: string; readonly contact: string }

/** Councils whose children come to hospital here. */
export async function neighbourCouncils(work: Work): Promise<readonly Council[]> {
  const { rows } =
    await sql<Council>`select id, name, contact from neighbour_council where ended_on is null order by name`.execute(
      work.db(),
    )
  return rows
}
