import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** As whom a team of nurses is told. */
export type NursingKind = 'health_visitor' | 'school_nurse' | 'midwifery'
export type NursingTeam = { readonly kind: NursingKind; readonly teamId: Uuid; readonly name: string }
export type Council = { readonly id: Uuid; readonly name: string; readonly contact: string }
export type AnswerChoices = { readonly teams: readonly NursingTeam[]; readonly councils: readonly Council[] }

/** Teams of nurses that serve today, and councils to whom a visit is sent on. */
export async function answerChoices(work: Work): Promise<AnswerChoices> {
  const today = work.today.toString()
  const teams = await sql<NursingTeam>`
    select distinct case n.serves when 'health_visiting' then 'health_visitor' when 'school_nursing' then 'school_nurse' else 'midwifery' end as kind,
      n.team_id as "teamId", t.name
    from nursing_area n join team t on t.id = n.team_id
    where n.started_on <= ${today}::date and (n.ended_on is null or n.ended_on >= ${today}::date)
    order by 1, 3`.execute(work.db())
  const councils = await sql<Council>`
    select id, name, contact from neighbour_council where ended_on is null or ended_on >= ${today}::date order by name`.execute(
    work.db(),
  )
  return { teams: teams.rows, councils: councils.rows }
}
