import { type ClockFact, clockChain, type DerivedClock } from '#modules/casework'
import type { ClockSettings } from '#reference'
import type { CinPlan } from '../queries/cinPlansOf.ts'

/** The visits that a child in need plan asks for: each from the last at which the child was seen (local norm, CR10). */
export function cinPlanClocks(
  plan: CinPlan,
  visits: readonly ClockFact[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  return clockChain(
    {
      personId: plan.personId,
      clock: 'CIN_VISIT',
      triggerKind: 'cin_plan',
      trigger: { id: plan.id, on: plan.startedOn },
      events: visits.filter(
        visit => plan.endedOn === null || Temporal.PlainDate.compare(visit.on, plan.endedOn) <= 0,
      ),
      endedOn: plan.endedOn,
      endedBecause: 'The plan ended',
    },
    settings,
  )
}
