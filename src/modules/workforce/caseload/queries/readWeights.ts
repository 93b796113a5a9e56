import { sql } from 'kysely'
import { readSetting, teams, workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Carried, type Weights, weightOf } from '../rules/weight.ts'

export type Weighed = Carried & {
  readonly teamId: Uuid
  readonly teamName: string
  readonly areaName: string | null
  readonly workerName: string
  readonly weight: number
}

/** What weighs on each worker on a day, the heaviest first, with the weights of the authority. */
export async function readWeights(
  work: Work,
  day: Temporal.PlainDate,
): Promise<{ readonly weights: Weights; readonly rows: readonly Weighed[] }> {
  const weights = await readSetting(work, 'caseload.weights')
  const { rows } = await sql<Carried & { team_id: Uuid; worker_id: Uuid }>`
    select team_id, worker_id, protection, in_need as "inNeed", other, needs from access.caseload_weight_on(${day}::date)`.execute(
    work.db(),
  )
  const known = new Map((await teams(work, { ended: true })).map(team => [team.id, team]))
  const names = await workerNames(work, [...new Set(rows.map(row => row.worker_id))])
  const weighed = rows.map(({ team_id, worker_id, ...carried }) => ({
    ...carried,
    teamId: team_id,
    teamName: known.get(team_id)?.name ?? '',
    areaName: known.get(team_id)?.areaName ?? null,
    workerName: names.get(worker_id) ?? 'Somebody not in the directory',
    weight: weightOf(carried, weights),
  }))
  return { weights, rows: weighed.toSorted((one, other) => other.weight - one.weight) }
}
