import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

export type Holder = { readonly id: Uuid; readonly name: string }

/** Workers who hold these people today, by person and by name: who may read a task about them. */
export async function holdersOf(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly Holder[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('allocation')
    .innerJoin('worker', 'worker.id', 'allocation.worker_id')
    .select(['allocation.person_id', 'worker.id', 'worker.display_name'])
    .distinct()
    .where('allocation.person_id', 'in', personIds)
    .where('allocation.started_on', '<=', work.today)
    .where('allocation.ended_on', 'is', null)
    .orderBy('worker.display_name')
    .execute()
  const groups = Map.groupBy(rows, row => row.person_id)
  return new Map(
    [...groups].map(([personId, held]) => [
      personId,
      held.map(({ id, display_name }) => ({ id, name: display_name })),
    ]),
  )
}
