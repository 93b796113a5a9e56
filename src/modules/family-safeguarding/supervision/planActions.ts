import { type CaseworkTables, type Owner, outcomesOf } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** An action of a plan that a decision became, as it stands there now. */
export type ActionNow = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly what: string
  readonly owner: Owner
  readonly ownerName: string
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | null
  readonly result: string | null
  readonly version: number
}

/** These actions, as far as the reader may read the plans. */
export async function actionsNow(work: Work, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, ActionNow>> {
  if (ids.length === 0) return new Map()
  const plans = await work
    .db<CaseworkTables>()
    .selectFrom('plan_action as action')
    .innerJoin('plan_outcome as outcome', 'outcome.id', 'action.outcome_id')
    .select('outcome.plan_id')
    .distinct()
    .where('action.id', 'in', ids)
    .execute()
  const outcomes = await outcomesOf(
    work,
    plans.map(({ plan_id: planId }) => planId),
  )
  const found = outcomes.flatMap(({ personId, actions }) => actions.map(action => ({ ...action, personId })))
  return new Map(found.filter(({ id }) => ids.includes(id)).map(action => [action.id, action]))
}
