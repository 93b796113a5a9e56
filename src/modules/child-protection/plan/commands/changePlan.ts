import { sql } from 'kysely'
import { syncClocks } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { ProtectionPlanRow } from '../queries/readPlan.ts'
import type { LawfulEvent } from '../rules/ending.ts'

type Changed = 'changed' | 'stale'

/** Of two who change one plan at once, the second sees what the first did. */
export async function holdPlan(work: Work, planId: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${planId}::text, 7345))`.execute(work.db())
}

/** A plan ends by a lawful event, without a review conference: its actions and clocks run no further. */
export async function endPlan(
  work: Work,
  plan: ProtectionPlanRow,
  end: {
    readonly version: number
    readonly event: LawfulEvent
    readonly on: Temporal.PlainDate
    readonly evidence: string | null
  },
): Promise<Changed> {
  await holdPlan(work, plan.id)
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('cp_plan')
    .set({ ended_on: end.on, end_event: end.event, end_evidence: end.evidence, version: end.version + 1 })
    .where('id', '=', plan.id)
    .where('version', '=', end.version)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await syncClocks(work, [plan.personId])
  await tell(work, 'plan.ended', { planId: plan.id, personId: plan.personId, event: end.event })
  return 'changed'
}

/** Another category from a day on, with why and who decided. The first stays what the conference decided. */
export async function changeCategory(
  work: Work,
  plan: ProtectionPlanRow,
  change: {
    readonly version: number
    readonly category: string
    readonly on: Temporal.PlainDate
    readonly reasons: string
    readonly meetingId: Uuid | null
  },
): Promise<Changed> {
  await holdPlan(work, plan.id)
  const db = work.db<ChildProtectionTables>()
  const now = await db
    .selectFrom('cp_plan')
    .select(['version', 'ended_on'])
    .where('id', '=', plan.id)
    .forUpdate() // others change it without the lock above: what a conference decides, plans elsewhere
    .executeTakeFirst()
  if (now?.version !== change.version || now.ended_on !== null) return 'stale'
  await db
    .insertInto('cp_category')
    .values({
      id: makeUuid(),
      person_id: plan.personId,
      cp_plan_id: plan.id,
      category: change.category,
      since_on: change.on,
      meeting_id: change.meetingId,
      decided_by: work.actor.id,
      reasons: change.reasons,
    })
    .execute()
  const { numUpdatedRows } = await db
    .updateTable('cp_plan')
    .set({ latest_category: change.category, version: change.version + 1 })
    .where('id', '=', plan.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('A plan that was read under its lock changed')
  await tell(work, 'plan.recategorised', {
    planId: plan.id,
    personId: plan.personId,
    category: change.category,
  })
  return 'changed'
}

/** Plans that another authority told of, beside those of this record: the census counts both (N00106). */
export async function keepPlansElsewhere(
  work: Work,
  plan: ProtectionPlanRow,
  told: { readonly version: number; readonly count: number; readonly by: string | null },
  here: number,
): Promise<Changed> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('cp_plan')
    .set({
      previous_elsewhere: told.count,
      previous_told_by: told.by,
      previous_plans: here + told.count,
      version: told.version + 1,
    })
    .where('id', '=', plan.id)
    .where('version', '=', told.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}

/** What happened to a plan, for whoever follows it. Ids and codes only. */
export async function tell(
  work: Work,
  event: 'plan.started' | 'plan.ended' | 'plan.recategorised' | 'plan.worked',
  body: Record<string, unknown>,
): Promise<void> {
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event, body: JSON.stringify(body) })
    .execute()
}
