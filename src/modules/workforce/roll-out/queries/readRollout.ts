import type { AgenciesTables } from '#modules/agencies'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'

export type RolloutTeam = {
  readonly id: Uuid
  readonly waveId: Uuid
  readonly teamId: Uuid
  readonly teamName: string
  readonly areaName: string | null
  readonly districts: readonly string[]
  readonly plannedOn: Temporal.PlainDate
  readonly startedOn: Temporal.PlainDate | null
  readonly remark: string | null
}
export type Wave = {
  readonly id: Uuid
  readonly number: number
  readonly name: string
  readonly plannedOn: Temporal.PlainDate
  readonly teams: readonly RolloutTeam[]
}

/** The waves of the roll-out in order, with their teams. */
export const readRollout = readOnce(async (work: Work): Promise<readonly Wave[]> => {
  const teams = Map.groupBy(await teamsOf(work), ({ waveId }) => waveId)
  const waves = await work
    .db<WorkforceTables>()
    .selectFrom('rollout_wave')
    .select(['id', 'number', 'name', 'planned_on'])
    .orderBy('number')
    .execute()
  return waves.map(({ id, number, name, planned_on }) => ({
    id,
    number,
    name,
    plannedOn: planned_on,
    teams: teams.get(id) ?? [],
  }))
})

async function teamsOf(work: Work): Promise<readonly RolloutTeam[]> {
  const rows = await work
    .db<AgenciesTables & WorkforceTables>()
    .selectFrom('rollout_team as rolled')
    .innerJoin('team', 'team.id', 'rolled.team_id')
    .leftJoin('service_area as area', 'area.id', 'team.service_area_id')
    .select([
      'rolled.id',
      'rolled.wave_id',
      'rolled.team_id',
      'team.name as team_name',
      'area.name as area_name',
      'area.districts',
      'rolled.planned_on',
      'rolled.started_on',
      'rolled.remark',
    ])
    .orderBy('rolled.planned_on')
    .orderBy('team.name')
    .execute()
  return rows.map(row => ({
    id: row.id,
    waveId: row.wave_id,
    teamId: row.team_id,
    teamName: row.team_name,
    areaName: row.area_name,
    districts: row.districts ?? [],
    plannedOn: row.planned_on,
    startedOn: row.started_on,
    remark: row.remark,
  }))
}
