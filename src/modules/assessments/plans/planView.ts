import {
  type FamilyChild,
  familyChildren,
  outcomesOf,
  type PlanOutcome,
  type RecordFrame,
  recordFrame,
} from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type OpenPlan, openPlans } from './openPlans.ts'

/** A child of the family with their running plan. */
export type PlannedChild = FamilyChild & { readonly plan: OpenPlan }

/** A child's plan as every page of it needs it. */
export type PlanView = {
  readonly frame: RecordFrame
  readonly personId: Uuid
  /** The running plan of this child; null when there is none, or it is not the reader's to see. */
  readonly plan: OpenPlan | null
  readonly outcomes: readonly PlanOutcome[]
  /** Children of the family whose running plan the reader writes, this one first. */
  readonly planned: readonly PlannedChild[]
  readonly mayWrite: boolean
}

/** @returns null when the person is absent or hidden: answer not_found */
export async function readPlanView(work: Work, personId: Uuid): Promise<PlanView | null> {
  const frame = await recordFrame(work, personId, 'plans')
  if (frame === null) return null
  const children = await familyChildren(work, personId, 'B1')
  const plans = new Map(
    (
      await openPlans(
        work,
        children.map(({ id }) => id),
      )
    ).map(plan => [plan.personId, plan]),
  )
  const plan = plans.get(personId) ?? null
  const planned = children.flatMap(child => {
    const own = plans.get(child.id)
    return own && child.mayWrite ? [{ ...child, plan: own }] : []
  })
  return {
    frame,
    personId,
    plan,
    outcomes: plan ? await outcomesOf(work, [plan.id]) : [],
    planned,
    mayWrite: plan !== null && planned.some(child => child.id === personId),
  }
}

/** A child in a form's list of ticks. */
export const childItem = (child: PlannedChild) => ({
  value: child.id,
  text: `${child.displayName}, ${child.age}`,
})
