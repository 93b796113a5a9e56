import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

/** What was directed for a child in supervision. */
export type DirectionOfChild = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly on: Temporal.PlainDate
  readonly direction: string
  readonly dueOn: Temporal.PlainDate | null
  readonly byName: string
}

/** Directions of these people, newest first. @param limit all of them when left out */
export async function directionsOf(
  work: Work,
  personIds: readonly Uuid[],
  limit?: number,
): Promise<readonly DirectionOfChild[]> {
  const query = work
    .db<SupervisionTables & AgenciesTables>()
    .selectFrom('case_direction as said')
    .innerJoin('worker', 'worker.id', 'said.given_by')
    .select(['said.id', 'said.person_id', 'said.discussed_on', 'said.direction', 'said.due_on'])
    .select('worker.display_name')
    .where(eb => eb('said.person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .orderBy('said.discussed_on', 'desc')
    .orderBy('said.id', 'desc')
  const rows = await (limit === undefined ? query : query.limit(limit)).execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    on: row.discussed_on,
    direction: row.direction,
    dueOn: row.due_on,
    byName: row.display_name,
  }))
}
