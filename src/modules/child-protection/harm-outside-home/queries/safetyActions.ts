import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** An action of the child's plan that answers harm outside the home. */
export type SafetyAction = {
  readonly id: Uuid
  readonly what: string
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | null
  readonly linkId: Uuid | null
}

/** The safety actions of one child's plans, soonest due first. */
export async function safetyActions(work: Work, personId: Uuid): Promise<readonly SafetyAction[]> {
  const rows = await work
    .db<ChildProtectionTables & CaseworkTables>()
    .selectFrom('harm_action as answer')
    .innerJoin('plan_action as action', 'action.id', 'answer.plan_action_id')
    .select(['action.id', 'action.what', 'action.due_on', 'action.done_on', 'answer.link_id'])
    .where('answer.person_id', '=', personId)
    .orderBy('action.due_on')
    .orderBy('action.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    what: row.what,
    dueOn: row.due_on,
    doneOn: row.done_on,
    linkId: row.link_id,
  }))
}

/** What a running plan of the child wants to reach, for adding an action to. */
export type OpenOutcome = { readonly id: Uuid; readonly outcome: string }

/** The open outcomes of the child's plans, of whatever law. */
export async function openOutcomes(work: Work, personId: Uuid): Promise<readonly OpenOutcome[]> {
  return await work
    .db<CaseworkTables>()
    .selectFrom('plan_outcome')
    .select(['id', 'outcome'])
    .where('person_id', '=', personId)
    .where('status', '=', 'open')
    .orderBy('place')
    .orderBy('id')
    .execute()
}
