import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** The closing of a plan that waits for a manager's decision; null when none does. */
export async function closingOf(work: Work, planId: Uuid): Promise<Uuid | null> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('cin_closure')
    .select('closing_id')
    .where('plan_id', '=', planId)
    .where('decided_outcome', 'is', null)
    .executeTakeFirst()
  return row?.closing_id ?? null
}
