import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

/** What supervisee or supervisor is to do. */
export type Action = {
  readonly id: Uuid
  readonly sessionId: Uuid
  readonly what: string
  readonly owner: 'supervisee' | 'supervisor'
  readonly dueOn: Temporal.PlainDate | null
  readonly doneOn: Temporal.PlainDate | null
}

const actions = (work: Work) =>
  work
    .db<SupervisionTables>()
    .selectFrom('supervision_action')
    .select(['id', 'session_id', 'what', 'owner', 'due_on', 'done_on'])
    .orderBy('due_on') // without a day comes last
    .orderBy('id')

type Row = Awaited<ReturnType<ReturnType<typeof actions>['execute']>>[number]
const asAction = (row: Row): Action => ({
  id: row.id,
  sessionId: row.session_id,
  what: row.what,
  owner: row.owner,
  dueOn: row.due_on,
  doneOn: row.done_on,
})

/** What is not done yet, of whichever session. */
export const openActions = async (work: Work, superviseeId: Uuid): Promise<readonly Action[]> =>
  (await actions(work).where('supervisee_id', '=', superviseeId).where('done_on', 'is', null).execute()).map(
    asAction,
  )

/** What was set in a session, done or not. */
export const actionsIn = async (work: Work, sessionId: Uuid): Promise<readonly Action[]> =>
  (await actions(work).where('session_id', '=', sessionId).execute()).map(asAction)
