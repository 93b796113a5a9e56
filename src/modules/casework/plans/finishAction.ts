import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** An action of a plan was done, and what came of it; one that is done already stays as it is. */
export async function finishAction(
  work: Work,
  id: Uuid,
  on: Temporal.PlainDate,
  result: string,
): Promise<void> {
  await work
    .db<CaseworkTables>()
    .updateTable('plan_action')
    .set(eb => ({ done_on: on, result, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .execute()
}
