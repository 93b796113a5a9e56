import { type ClockFact, clockChain, type DerivedClock } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import type { ClockSettings } from '#reference'
import type { CinPlan } from '../queries/cinPlansOf.ts'

/** What has happened since the plan began. */
type Events = {
  /** At which the child was seen. */
  readonly visits: readonly ClockFact[]
  readonly reviews: readonly { readonly id: Uuid; readonly heldOn: Temporal.PlainDate }[]
}

/**
 * What a child in need plan asks for (local norms): that it is shared with the family, once; visits, each from the last at
 * which the child was seen; reviews, each from the last that was held (CR10).
 */
export function cinPlanClocks(
  plan: CinPlan,
  { visits, reviews }: Events,
  settings: ClockSettings,
): readonly DerivedClock[] {
  const chain = {
    personId: plan.personId,
    triggerKind: 'cin_plan',
    trigger: { id: plan.id, on: plan.startedOn },
    endedOn: plan.endedOn,
    endedBecause: 'The plan ended',
  }
  const whileItRan = (fact: ClockFact) =>
    plan.endedOn === null || Temporal.PlainDate.compare(fact.on, plan.endedOn) <= 0
  const shared = plan.sharedOn === null ? [] : [{ id: plan.id, on: plan.sharedOn }]
  const held = reviews.map(({ id, heldOn }) => ({ id, on: heldOn }))
  return [
    ...clockChain({ ...chain, clock: 'CIN_PLAN', events: shared }, settings),
    ...clockChain({ ...chain, clock: 'CIN_VISIT', events: visits.filter(whileItRan) }, settings),
    ...clockChain({ ...chain, clock: 'CIN_REVIEW', events: held.filter(whileItRan) }, settings),
  ]
}
