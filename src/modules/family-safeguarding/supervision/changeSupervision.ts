import { changeAction, type Owner } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../tables.ts'
import type { ActionNow } from './planActions.ts'
import { addParts, type NewSupervision } from './recordSupervision.ts'
import type { Part } from './supervision.ts'
import { partsOf } from './supervisionsOf.ts'

/** A task as it is said now; without an owner it stays whose it was. */
export type ChangedTask = {
  readonly what: string
  readonly owner: Owner | null
  readonly ownerName: string | null
  readonly dueOn: Temporal.PlainDate
}

export type ChangedPart = {
  readonly part: Part
  readonly words: string
  readonly task: ChangedTask | null
  /** The action of the plan that is changed with it, when that was asked for. */
  readonly action: ActionNow | null
}

export type ChangedSupervision = Pick<NewSupervision, 'contributions' | 'voices' | 'decisions'> & {
  readonly parts: readonly ChangedPart[]
  /** What the form knew of. */
  readonly version: string
}

/** Changes with every part that is changed or added. */
export const versionOf = (parts: readonly Part[]): string =>
  `${parts.length}.${parts.reduce((sum, { version }) => sum + version, 0)}`

/**
 * Changes what a group supervision says, and adds to it; the words before stay in its history. The plan changes where that was asked.
 * @returns stale where somebody changed it since the form was opened: nothing is written then
 */
export async function changeSupervision(
  work: Work,
  of: { readonly supervisionId: Uuid; readonly familyId: Uuid },
  changed: ChangedSupervision,
): Promise<'changed' | 'stale'> {
  await lockParts(work, of.supervisionId)
  if (versionOf(await partsOf(work, of.familyId, of.supervisionId)) !== changed.version) return 'stale'
  for (const part of changed.parts) await changePart(work, part)
  await addParts(work, of, changed)
  return 'changed'
}

/** Of two who save at once, the second sees what the first did. */
async function lockParts(work: Work, supervisionId: Uuid): Promise<void> {
  await work
    .db<FamilySafeguardingTables>()
    .selectFrom('supervision_part')
    .select('id')
    .where('supervision_id', '=', supervisionId)
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function changePart(work: Work, { part, words, task, action }: ChangedPart): Promise<void> {
  await work
    .db<FamilySafeguardingTables>()
    .updateTable('supervision_part')
    .set({ words, ...(task === null ? {} : taskColumns(task)), version: part.version + 1 })
    .where('id', '=', part.id)
    .execute()
  if (task === null || action === null) return
  const { id, personId, version, doneOn, result } = action
  const of = { id, personId, version, doneOn, result }
  const kept = await changeAction(work, {
    ...of,
    what: task.what,
    owner: task.owner ?? action.owner,
    dueOn: task.dueOn,
  })
  if (kept === 'stale') throw new Error('The plan changed while group supervision was saved') // nothing of it is kept
}

const taskColumns = ({ what, owner, ownerName, dueOn }: ChangedTask) => ({
  task: what,
  due_on: dueOn,
  ...(owner === null
    ? {}
    : {
        owner_worker_id: owner.kind === 'worker' ? owner.id : null,
        owner_name: owner.kind === 'worker' ? null : ownerName,
      }),
})
