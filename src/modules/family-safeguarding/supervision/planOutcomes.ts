import { sql } from 'kysely'
import { type CaseworkTables, writableSubjects } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** An outcome of a child's running plan, which a decision may add an action to, and whose standing the group may say. */
export type PlanAim = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly outcome: string
  readonly baseline: string | null
  readonly whatWillChange: string | null
  readonly version: number
}

/** Open outcomes of the running plans of those of these children whose record the reader writes. */
export async function planOutcomes(work: Work, childIds: readonly Uuid[]): Promise<readonly PlanAim[]> {
  const writable = [...(await writableSubjects(work, childIds))]
  if (writable.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_outcome')
    .select(['id', 'person_id', 'outcome', 'baseline', 'what_will_change', 'version'])
    .where('person_id', 'in', writable)
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
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    outcome: row.outcome,
    baseline: row.baseline,
    whatWillChange: row.what_will_change,
    version: row.version,
  }))
}
