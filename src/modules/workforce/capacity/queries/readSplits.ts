import { teams, workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'

/** A team that becomes two. */
export type Split = {
  readonly id: Uuid
  readonly teamId: Uuid
  readonly teamName: string
  readonly intoName: string
  readonly intoTeamId: Uuid | null
  readonly intoTeamName: string | null
  /** Who go to the new team. */
  readonly workers: readonly { readonly id: Uuid; readonly name: string }[]
  readonly plannedOn: Temporal.PlainDate
  readonly status: 'planned' | 'carried_out' | 'given_up'
  readonly remark: string | null
}

/** Splits, the newest first. */
export async function readSplits(work: Work, id?: Uuid): Promise<readonly Split[]> {
  let query = work
    .db<WorkforceTables>()
    .selectFrom('team_split')
    .select(['id', 'team_id', 'into_name', 'into_team_id', 'worker_ids', 'planned_on', 'status', 'remark'])
    .orderBy('planned_on', 'desc')
    .orderBy('id')
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.execute()
  const names = await workerNames(work, [...new Set(rows.flatMap(({ worker_ids }) => worker_ids))])
  const teamNames = new Map((await teams(work, { ended: true })).map(team => [team.id, team.name]))
  return rows.map(row => ({
    id: row.id,
    teamId: row.team_id,
    teamName: teamNames.get(row.team_id) ?? '',
    intoName: row.into_name,
    intoTeamId: row.into_team_id,
    intoTeamName: row.into_team_id === null ? null : (teamNames.get(row.into_team_id) ?? ''),
    workers: row.worker_ids.map(worker => ({
      id: worker,
      name: names.get(worker) ?? 'Somebody not in the directory',
    })),
    plannedOn: row.planned_on,
    status: row.status,
    remark: row.remark,
  }))
}

/** Keeps who go to the new team; the former choice stays in the history. */
export async function keepWorkers(work: Work, splitId: Uuid, workerIds: readonly Uuid[]): Promise<void> {
  await work
    .db<WorkforceTables>()
    .updateTable('team_split')
    .set({ worker_ids: [...workerIds] })
    .where('id', '=', splitId)
    .execute()
}
