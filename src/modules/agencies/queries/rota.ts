import type { UserClass, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'

/** A shift of the duty rota. */
export type Shift = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly workerName: string
  readonly teamId: Uuid | null
  readonly teamName: string | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** The duty rota, the latest shift first. */
export async function rota(work: Work): Promise<readonly Shift[]> {
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('duty_shift as shift')
    .innerJoin('worker', 'worker.id', 'shift.worker_id')
    .leftJoin('team', 'team.id', 'shift.team_id')
    .select([
      'shift.id',
      'shift.worker_id',
      'worker.display_name',
      'shift.team_id',
      'team.name as team_name',
      'shift.starts_at',
      'shift.ends_at',
    ])
    .orderBy('shift.starts_at', 'desc')
    .orderBy('shift.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    workerId: row.worker_id,
    workerName: row.display_name,
    teamId: row.team_id,
    teamName: row.team_name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }))
}

/** Which value of the identity provider's claim makes a worker of which class. */
export type ClassMapping = {
  readonly id: Uuid
  readonly claim: string
  readonly value: string
  readonly class: UserClass
}

/** Every mapping, by claim and value. */
export async function classMappings(work: Work): Promise<readonly ClassMapping[]> {
  return await work
    .db<AgenciesTables>()
    .selectFrom('class_mapping')
    .select(['id', 'claim', 'value', 'class'])
    .orderBy('claim')
    .orderBy('value')
    .execute()
}
