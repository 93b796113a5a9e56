import { type NewAction, writeActions } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** Adds an action to an outcome of the child's plan, and says that it answers harm outside the home. */
export async function addSafetyAction(
  work: Work,
  about: { readonly personId: Uuid; readonly outcomeId: Uuid; readonly linkId: Uuid | null },
  action: NewAction,
): Promise<void> {
  const { personId, outcomeId, linkId } = about
  const [actionId] = await writeActions(work, [{ outcomeId, personId }], action)
  if (actionId === undefined) throw new Error('An action was written and has no id')
  await work
    .db<ChildProtectionTables>()
    .insertInto('harm_action')
    .values({ id: makeUuid(), person_id: personId, plan_action_id: actionId, link_id: linkId })
    .execute()
}
