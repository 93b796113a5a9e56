import type { Work } from '#platform/db'
import type { HealthTables } from '../tables.ts'

type Tables = HealthTables & { team: { id: string; name: string } }

/** Every area for which a team of nurses answers or answered, by team. */
export async function nursingAreas(work: Work) {
  const rows = await work
    .db<Tables>()
    .selectFrom('nursing_area as area')
    .innerJoin('team', 'team.id', 'area.team_id')
    .selectAll('area')
    .select('team.name as team_name')
    .orderBy('team.name')
    .orderBy('area.by_what')
    .orderBy('area.value')
    .orderBy('area.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    teamId: row.team_id,
    teamName: row.team_name,
    serves: row.serves,
    byWhat: row.by_what,
    value: row.value,
    startedOn: row.started_on,
    endedOn: row.ended_on,
  }))
}
