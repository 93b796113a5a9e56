import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import type { Owner } from './plan.ts'

export type NewAction = {
  readonly what: string
  readonly owner: Owner
  readonly dueOn: Temporal.PlainDate
}

/** What an action becomes. With a day done it has a result. */
export type ChangedAction = NewAction & {
  readonly id: Uuid
  readonly personId: Uuid
  readonly version: number
  readonly doneOn: Temporal.PlainDate | null
  readonly result: string | null
}

/**
 * Adds an action to each of these outcomes and tells the worker who is to do it.
 * @returns the ids of the actions, in the order of the outcomes
 */
export async function writeActions(
  work: Work,
  outcomes: readonly { readonly outcomeId: Uuid; readonly personId: Uuid }[],
  action: NewAction,
): Promise<readonly Uuid[]> {
  const [first] = outcomes
  if (first === undefined) return []
  const rows = outcomes.map(({ outcomeId, personId }) => ({
    id: makeUuid(),
    person_id: personId,
    outcome_id: outcomeId,
    what: action.what,
    ...ownerColumns(action.owner),
    due_on: action.dueOn,
  }))
  await work.db<CaseworkTables>().insertInto('plan_action').values(rows).execute()
  await tellOwner(work, first.personId, action.owner)
  return rows.map(({ id }) => id)
}

/** @returns stale when somebody changed the row meanwhile, or it is not the actor's to change: nothing is written then */
export async function changeAction(work: Work, changed: ChangedAction): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('plan_action')
    .set({
      what: changed.what,
      ...ownerColumns(changed.owner),
      due_on: changed.dueOn,
      done_on: changed.doneOn,
      result: changed.result,
      version: changed.version + 1,
    })
    .where('id', '=', changed.id)
    .where('person_id', '=', changed.personId)
    .where('version', '=', changed.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}

const ownerColumns = (owner: Owner) => ({
  owner_worker_id: owner.kind === 'worker' ? owner.id : null,
  owner_person_id: owner.kind === 'person' ? owner.id : null,
  owner_name: owner.kind === 'name' ? owner.name : null,
})

async function tellOwner(work: Work, personId: Uuid, owner: Owner): Promise<void> {
  if (owner.kind !== 'worker' || owner.id === work.actor.id) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      id: makeUuid(),
      worker_id: owner.id,
      kind: 'work_given',
      path: `/people/${personId}/plan`,
      subject_id: personId,
      made_by: work.actor.id,
    })
    .execute()
}
