import { finishAction, type Owner, syncClocks, writeActions } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChapterKey } from '../chapters/chapter.ts'
import type { FamilySafeguardingTables } from '../tables.ts'
import { keepStandings, type Standing } from './outcomeStandings.ts'
import type { PlanAim } from './planOutcomes.ts'
import type { Checked, Part } from './supervision.ts'
import { supervisionsOf } from './supervisionsOf.ts'
import type { Voice } from './voices.ts'

export type Contribution = ChapterKey & { readonly personIds: readonly Uuid[]; readonly words: string }

/** What was decided, and the task that follows: whose, by when, and into which outcome of whose plan. */
export type Decision = {
  readonly words: string
  readonly personIds: readonly Uuid[]
  readonly task: {
    readonly what: string
    readonly owner: Owner
    readonly ownerName: string
    readonly dueOn: Temporal.PlainDate
  } | null
  readonly outcome: PlanAim | null
}

export type CheckedTask = { readonly part: Part; readonly as: Checked; readonly words: string | null }

export type NewSupervision = {
  readonly heldOn: Temporal.PlainDate
  readonly nextOn: Temporal.PlainDate | null
  readonly contributions: readonly Contribution[]
  /** What children and parents say, in their own words. */
  readonly voices: readonly Voice[]
  readonly decisions: readonly Decision[]
  readonly checked: readonly CheckedTask[]
  /** How outcomes of the plans stand now. */
  readonly standings: readonly Standing[]
  /** The last one that the form knew of. */
  readonly after: string
  readonly submission: Uuid
}

/**
 * Saves a group supervision as one record: what each role said, what was decided, what became of earlier tasks, and the actions that
 * the plans gain by it, in the transaction of the caller.
 * @returns stale where another was recorded since the form was opened: nothing is written then
 */
export async function recordSupervision(
  work: Work,
  familyId: Uuid,
  childIds: readonly Uuid[],
  supervision: NewSupervision,
): Promise<Uuid | 'stale'> {
  const [last] = await supervisionsOf(work, familyId)
  if ((last?.id ?? 'none') !== supervision.after) return 'stale'
  const id = makeUuid()
  const db = work.db<FamilySafeguardingTables>()
  await db
    .insertInto('group_supervision')
    .values({
      id,
      family_id: familyId,
      held_on: supervision.heldOn,
      facilitator_id: work.actor.id,
      next_on: supervision.nextOn,
      submission: supervision.submission,
    })
    .execute()
  await addParts(work, { supervisionId: id, familyId }, supervision)
  for (const checked of supervision.checked) await checkTask(work, checked, supervision.heldOn)
  await keepStandings(work, supervision.standings)
  await syncClocks(work, childIds)
  return id
}

/** Adds what roles and the family say and what is decided to a group supervision. */
export async function addParts(
  work: Work,
  { supervisionId, familyId }: { readonly supervisionId: Uuid; readonly familyId: Uuid },
  { contributions, voices, decisions }: Pick<NewSupervision, 'contributions' | 'voices' | 'decisions'>,
): Promise<void> {
  const db = work.db<FamilySafeguardingTables>()
  const common = { supervision_id: supervisionId, family_id: familyId, author_id: work.actor.id }
  for (const { discipline, worksWith, personIds, words } of contributions)
    await db
      .insertInto('supervision_part')
      .values({
        ...common,
        id: makeUuid(),
        kind: 'contribution',
        discipline,
        works_with: worksWith,
        person_ids: [...personIds],
        words,
      })
      .execute()
  for (const { personId, words } of voices)
    await db
      .insertInto('supervision_part')
      .values({ ...common, id: makeUuid(), kind: 'voice', person_ids: [personId], words })
      .execute()
  for (const decision of decisions)
    await db
      .insertInto('supervision_part')
      .values({
        ...common,
        id: makeUuid(),
        kind: 'decision',
        person_ids: [...decision.personIds],
        words: decision.words,
        ...(await taskColumns(work, decision)),
      })
      .execute()
}

async function taskColumns(work: Work, { task, outcome }: Decision) {
  if (task === null) return {}
  const actions =
    outcome === null
      ? []
      : await writeActions(work, [{ outcomeId: outcome.id, personId: outcome.personId }], {
          what: task.what,
          owner: task.owner,
          dueOn: task.dueOn,
        })
  return {
    task: task.what,
    owner_worker_id: task.owner.kind === 'worker' ? task.owner.id : null,
    owner_name: task.owner.kind === 'worker' ? null : task.ownerName,
    due_on: task.dueOn,
    plan_action_id: actions[0] ?? null,
  }
}

async function checkTask(
  work: Work,
  { part, as, words }: CheckedTask,
  on: Temporal.PlainDate,
): Promise<void> {
  await work
    .db<FamilySafeguardingTables>()
    .updateTable('supervision_part')
    .set({ checked_as: as, checked_on: on, checked_words: words, version: part.version + 1 })
    .where('id', '=', part.id)
    .where('version', '=', part.version)
    .execute()
  if (as === 'done' && part.planActionId !== null)
    await finishAction(work, part.planActionId, on, words ?? 'Done, as group supervision heard')
}
