import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import type { OutcomeStatus, PlanKey } from './plan.ts'
import { type NewAction, writeActions } from './writeActions.ts'

/** An outcome, written once for the plans of several children. */
export type NewOutcome = {
  readonly outcome: string
  readonly baseline: string | null
  readonly whatWillChange: string | null
  /** The need it meets, of one of these children or of an adult. */
  readonly needId: Uuid | null
  /** What is to be done first, when it was said at once. */
  readonly action: NewAction | null
}

/** Adds an outcome to each of these plans: a row a child, so that each is changed and closed by itself. */
export async function addOutcomes(
  work: Work,
  plans: readonly PlanKey[],
  wanted: NewOutcome,
): Promise<readonly Uuid[]> {
  if (plans.length === 0) return []
  const last = await lastPlace(
    work,
    plans.map(({ id }) => id),
  )
  const rows = plans.map(plan => ({
    id: makeUuid(),
    person_id: plan.personId,
    plan_kind: plan.kind,
    plan_id: plan.id,
    place: last + 1,
    need_id: wanted.needId,
    outcome: wanted.outcome,
    baseline: wanted.baseline,
    what_will_change: wanted.whatWillChange,
  }))
  await work.db<CaseworkTables>().insertInto('plan_outcome').values(rows).execute()
  const owners = rows.map(row => ({ outcomeId: row.id, personId: row.person_id }))
  if (wanted.action !== null) await writeActions(work, owners, wanted.action)
  return rows.map(row => row.id)
}

async function lastPlace(work: Work, planIds: readonly Uuid[]): Promise<number> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('plan_outcome')
    .select(({ fn }) => fn.max('place').as('last'))
    .where('plan_id', 'in', planIds)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** What an outcome becomes. Closing it gives the day and why. */
export type ChangedOutcome = {
  readonly id: Uuid
  readonly personId: Uuid
  /** Of the row as it was shown. */
  readonly version: number
  readonly outcome: string
  readonly baseline: string | null
  readonly whatWillChange: string | null
  readonly status: OutcomeStatus
  readonly statusReason: string | null
}

/** @returns stale when somebody changed the row meanwhile, or it is not the actor's to change: nothing is written then */
export async function changeOutcome(work: Work, changed: ChangedOutcome): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('plan_outcome')
    .set({
      outcome: changed.outcome,
      baseline: changed.baseline,
      what_will_change: changed.whatWillChange,
      status: changed.status,
      status_reason: changed.status === 'open' ? null : changed.statusReason,
      ended_on: changed.status === 'open' ? null : work.today,
      version: changed.version + 1,
    })
    .where('id', '=', changed.id)
    .where('person_id', '=', changed.personId)
    .where('version', '=', changed.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}
