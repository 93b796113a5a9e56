import {
  addOutcomes,
  type CaseworkTables,
  type ChangedAction,
  changeAction,
  type NewOutcome,
  syncClocks,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, parseUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Member, ProtectionPlanRow } from '../queries/readPlan.ts'
import { holdPlan, tell } from './changePlan.ts'

/** A core group that was held, with what it changed of the plan. */
export type CoreGroupHeld = {
  readonly heldOn: Temporal.PlainDate
  readonly came: readonly Uuid[]
  readonly whatChanged: string
  readonly childWords: string | null
  readonly noChildWordsBecause: string | null
  readonly nextOn: Temporal.PlainDate | null
  readonly actions: readonly ChangedAction[]
  readonly outcome: NewOutcome | null
  readonly submission: Uuid
}

/**
 * Records a core group and changes the plan in the same act.
 * @returns stale when an action was changed meanwhile, already when one of that day is on record: nothing stays written then
 */
export async function recordCoreGroup(
  work: Work,
  plan: ProtectionPlanRow,
  held: CoreGroupHeld,
): Promise<'recorded' | 'already' | 'stale'> {
  await holdPlan(work, plan.id)
  const db = work.db<ChildProtectionTables>()
  const same = await db
    .selectFrom('core_group')
    .select('id')
    .where('cp_plan_id', '=', plan.id)
    .where('held_on', '=', held.heldOn)
    .executeTakeFirst()
  if (same) return 'already'
  if (!(await stand(work, held.actions))) return 'stale'
  for (const action of held.actions)
    if ((await changeAction(work, action)) === 'stale')
      throw new Error('An action that was read under its lock changed')
  if (held.outcome !== null) await addOutcomes(work, [plan], held.outcome)
  const id = makeUuid()
  await db
    .insertInto('core_group')
    .values({ id, person_id: plan.personId, cp_plan_id: plan.id, held_on: held.heldOn })
    .execute()
  await db
    .insertInto('core_group_record')
    .values({
      id: makeUuid(),
      person_id: plan.personId,
      core_group_id: id,
      came: [...held.came],
      what_changed: held.whatChanged,
      plan_changed: held.actions.length > 0 || held.outcome !== null,
      child_words: held.childWords,
      no_child_words_because: held.noChildWordsBecause,
      next_on: held.nextOn,
      written_by: work.actor.id,
      submission: held.submission,
    })
    .execute()
  await syncClocks(work, [plan.personId])
  await tell(work, 'plan.worked', { planId: plan.id, personId: plan.personId, coreGroupId: id })
  return 'recorded'
}

/** Whether these actions are as they were when the form was opened; they wait for nobody else from now on. */
async function stand(work: Work, actions: readonly ChangedAction[]): Promise<boolean> {
  if (actions.length === 0) return true
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_action')
    .select(['id', 'version'])
    .where(
      'id',
      'in',
      actions.map(({ id }) => id),
    )
    .forUpdate()
    .execute()
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return actions.every(({ id, version }) => versions.get(id) === version)
}

/** Somebody joins the core group: `worker:…`, `involvement:…` or `person:…`; whoever is in it already stays as they are. */
export async function addMember(
  work: Work,
  plan: ProtectionPlanRow,
  member: { readonly key: string; readonly part: string | null; readonly sinceOn: Temporal.PlainDate },
  members: readonly Member[],
): Promise<void> {
  if (members.some(({ key, untilOn }) => key === member.key && untilOn === null)) return
  const [kind, text = ''] = member.key.split(':')
  const id = parseUuid(text)
  if (id === null) throw new Error('A member has an id')
  await work
    .db<ChildProtectionTables>()
    .insertInto('core_group_member')
    .values({
      id: makeUuid(),
      person_id: plan.personId,
      cp_plan_id: plan.id,
      worker_id: kind === 'worker' ? id : null,
      involvement_id: kind === 'involvement' ? id : null,
      member_id: kind === 'person' ? id : null,
      part: member.part,
      since_on: member.sinceOn,
    })
    .execute()
}

/** Somebody leaves it. */
export async function endMember(work: Work, member: Member, version: number): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('core_group_member')
    .set({
      until_on: Temporal.PlainDate.compare(member.sinceOn, work.today) > 0 ? member.sinceOn : work.today,
      version: version + 1,
    })
    .where('id', '=', member.id)
    .where('version', '=', version)
    .where('until_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}
