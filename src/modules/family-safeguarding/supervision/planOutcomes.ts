import { sql } from 'kysely'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** An outcome of a child's running plan, which a decision may add an action to. */
export type PlanAim = { readonly id: Uuid; readonly personId: Uuid; readonly outcome: string }

/** Open outcomes of the running plans of these children. */
export async function planOutcomes(work: Work, childIds: readonly Uuid[]): Promise<readonly PlanAim[]> {
  if (childIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_outcome')
    .select(['id', 'person_id', 'outcome'])
    .where('person_id', 'in', childIds)
    .where('status', '=', 'open')
    .where(
      sql<boolean>`((select count(plan.ended_on) from cin_plan plan where plan.id = plan_outcome.plan_id) = 0)`,
    )
    .where(
      sql<boolean>`((select count(plan.ended_on) from cp_plan plan where plan.id = plan_outcome.plan_id) = 0)`,
    )
    .orderBy('person_id')
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map(({ id, person_id: personId, outcome }) => ({ id, personId, outcome }))
}
