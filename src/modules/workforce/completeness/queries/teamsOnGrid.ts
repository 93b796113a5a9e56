import { areas, teams } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type InPost, readStaff } from '../../establishment/queries/readStaff.ts'
import { type Discipline, missingDisciplines } from '../../establishment/rules/disciplines.ts'
import { isDuring } from '../../establishment/rules/vacancy.ts'

/** A Family Safeguarding team with whoever is in post on a day, and what it lacks to be complete. */
export type GridTeam = {
  readonly id: Uuid
  readonly name: string
  readonly areaName: string | null
  readonly districts: readonly string[]
  readonly inPost: readonly InPost[]
  readonly missing: readonly Discipline[]
}

/** Every Family Safeguarding team there is on the day. Students fill no post. */
export async function teamsOnGrid(work: Work, on: Temporal.PlainDate): Promise<readonly GridTeam[]> {
  const staff = (await readStaff(work)).filter(one => isDuring(one, on) && one.employment !== 'student')
  const byTeam = Map.groupBy(staff, ({ teamId }) => teamId)
  const districts = new Map((await areas(work)).map(area => [area.id, area.districts]))
  return (await teams(work, { ended: true }))
    .filter(
      ({ kind, endedOn }) =>
        kind === 'family_safeguarding' && (endedOn === null || endedOn.since(on).sign >= 0),
    )
    .map(team => {
      const inPost = byTeam.get(team.id) ?? []
      return {
        id: team.id,
        name: team.name,
        areaName: team.areaName,
        districts: (team.areaId && districts.get(team.areaId)) || [],
        inPost,
        missing: missingDisciplines(inPost.map(({ discipline }) => discipline)),
      }
    })
}
