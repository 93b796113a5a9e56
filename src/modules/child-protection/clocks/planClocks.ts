import { type ClockFact, clockChain, type DerivedClock } from '#modules/casework'
import type { ClockId, ClockSettings } from '#reference'
import type { Meeting, ProtectionPlan } from '../queries/protectionFactsOf.ts'

/** The clocks of a child protection plan: visits, core groups, review conferences and how long it has run. */
export function planClocks(
  plan: ProtectionPlan,
  visits: readonly ClockFact[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const { startedOn, endedOn } = plan
  const during = visits.filter(
    visit => endedOn === null || Temporal.PlainDate.compare(visit.on, endedOn) <= 0,
  )
  const reviews = plan.reviews.map(asFact)
  const coreGroups = plan.coreGroups.map(asFact)
  const chain = (clock: ClockId, trigger: ClockFact, kind: string, events: readonly ClockFact[]) =>
    clockChain(
      {
        personId: plan.personId,
        clock,
        triggerKind: kind,
        trigger,
        events,
        endedOn,
        endedBecause: 'The plan ended',
      },
      settings,
    )
  const start = { id: plan.id, on: startedOn }
  const [firstReview] = reviews
  const [firstCoreGroup] = coreGroups
  return [
    ...chain('CP_VISIT', start, 'cp_plan', during),
    ...chain('CORE_GROUP_FIRST', start, 'cp_plan', coreGroups.slice(0, 1)),
    ...(firstCoreGroup ? chain('CORE_GROUP', firstCoreGroup, 'core_group', coreGroups.slice(1)) : []),
    ...chain('RCPC_1', start, 'cp_plan', reviews.slice(0, 1)),
    ...(firstReview ? chain('RCPC_N', firstReview, 'cp_review', reviews.slice(1)) : []),
    ...chain('CP_DURATION', start, 'cp_plan', endedOn ? [{ id: plan.id, on: endedOn }] : []),
  ]
}

function asFact(meeting: Meeting): ClockFact {
  return { id: meeting.id, on: meeting.heldOn }
}
