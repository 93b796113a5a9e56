import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { postsOf } from './posts.ts'
import { type Team, teams } from './teams.ts'

/** The teams whose work somebody directs: as their manager or duty manager, or as leader of their service area. */
export const ledTeams = readOnce(readLedTeams)

async function readLedTeams(work: Work, workerId: Uuid): Promise<readonly Team[]> {
  const held = await postsOf(work, workerId)
  const managed = new Set(
    held.filter(({ role }) => role === 'team_manager' || role === 'duty_manager').map(({ teamId }) => teamId),
  )
  const areas = new Set(held.filter(({ role }) => role === 'service_leader').map(({ areaId }) => areaId))
  if (managed.size === 0 && areas.size === 0) return []
  return (await teams(work)).filter(
    team => managed.has(team.id) || (team.areaId !== null && areas.has(team.areaId)),
  )
}
