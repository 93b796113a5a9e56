import { type AgenciesTables, areas, workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Discipline } from '../rules/disciplines.ts'

/** Somebody of a team. */
export type Member = {
  readonly id: Uuid
  readonly teamId: Uuid
  readonly workerId: Uuid | null
  readonly professionalName: string | null
  readonly name: string
  readonly discipline: Discipline
  readonly nominatedBy: string | null
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly version: number
}

/** A multi-agency child protection team with everybody who is or was of it. */
export type ProtectionTeam = {
  readonly id: Uuid
  readonly name: string
  readonly areaId: Uuid | null
  readonly areaName: string | null
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly version: number
  readonly members: readonly Member[]
}

/** Every team, by name. */
export async function protectionTeams(work: Work): Promise<readonly ProtectionTeam[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('protection_team')
    .select(['id', 'name', 'service_area_id', 'started_on', 'ended_on', 'version'])
    .orderBy('name')
    .execute()
  const members = await allMembers(work)
  const names = new Map((await areas(work)).map(({ id, name }) => [id, name]))
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    areaId: row.service_area_id,
    areaName: row.service_area_id === null ? null : (names.get(row.service_area_id) ?? null),
    startedOn: row.started_on,
    endedOn: row.ended_on,
    version: row.version,
    members: members.filter(({ teamId }) => teamId === row.id),
  }))
}

async function allMembers(work: Work): Promise<readonly Member[]> {
  const rows = await work
    .db<ChildProtectionTables & Pick<AgenciesTables, 'worker'>>()
    .selectFrom('protection_team_member')
    .select([
      'id',
      'protection_team_id',
      'worker_id',
      'professional_name',
      'discipline',
      'nominated_by',
      'started_on',
      'ended_on',
      'version',
    ])
    .orderBy('started_on')
    .orderBy('id')
    .execute()
  const names = await workerNames(
    work,
    rows.flatMap(row => row.worker_id ?? []),
  )
  return rows.map(row => ({
    id: row.id,
    teamId: row.protection_team_id,
    workerId: row.worker_id,
    professionalName: row.professional_name,
    name: row.professional_name ?? (row.worker_id === null ? '' : (names.get(row.worker_id) ?? '')),
    discipline: row.discipline,
    nominatedBy: row.nominated_by,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    version: row.version,
  }))
}
