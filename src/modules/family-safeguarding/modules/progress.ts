import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../tables.ts'

export type ModuleState = FamilySafeguardingTables['module_progress']['state']

export const stateWords: Readonly<Record<ModuleState, string>> = {
  planned: 'Planned',
  begun: 'Begun',
  finished: 'Finished',
  stopped: 'Stopped',
  not_for_them: 'Not for them',
}

/** Where somebody stands with a module, since when. */
export type ModuleStep = {
  readonly personId: Uuid
  readonly module: number
  readonly state: ModuleState
  readonly onDay: Temporal.PlainDate
  readonly remark: string | null
}

/** Every step that was noted, oldest first: the last of a person and module counts. */
export async function stepsOf(work: Work, familyId: Uuid): Promise<readonly ModuleStep[]> {
  const rows = await work
    .db<FamilySafeguardingTables>()
    .selectFrom('module_progress')
    .select(['person_ids', 'module', 'state', 'on_day', 'remark'])
    .where('family_id', '=', familyId)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ person_ids: [personId], module, state, on_day: onDay, remark }) =>
    personId === undefined ? [] : [{ personId, module, state, onDay, remark }],
  )
}

/** The step that counts, by person and module. */
export const latestSteps = (steps: readonly ModuleStep[]): ReadonlyMap<string, ModuleStep> =>
  new Map(steps.map(step => [`${step.personId} ${step.module}`, step]))

export async function noteStep(
  work: Work,
  familyId: Uuid,
  step: ModuleStep,
  submission: Uuid,
): Promise<void> {
  await work
    .db<FamilySafeguardingTables>()
    .insertInto('module_progress')
    .values({
      id: makeUuid(),
      family_id: familyId,
      person_ids: [step.personId],
      author_id: work.actor.id,
      module: step.module,
      state: step.state,
      on_day: step.onDay,
      remark: step.remark,
      submission,
    })
    .execute()
}
