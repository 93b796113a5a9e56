import { type ClockFact, clockChain, type DerivedClock } from '#modules/casework'
import type { ClockSettings } from '#reference'
import type { Birth, Enquiry } from '../queries/protectionFactsOf.ts'
import { whyNoConference } from './whyNoConference.ts'

type Around = { readonly held: ClockFact | null; readonly birth: Birth | null }

/**
 * The conference about a child not born yet is held some weeks before the day on which the child is expected (ICPC_PREBIRTH, a
 * local norm). Counted back from that day, so it moves with it; of an enquiry begun too late it is late from its first day, and
 * tells the urgent way. Once the child is born without one the ordinary limit alone stands.
 */
export function beforeBirth(
  enquiry: Enquiry,
  { held, birth }: Around,
  settings: ClockSettings,
): readonly DerivedClock[] {
  const { expectedOn = null, bornOn = null } = birth ?? {}
  if (expectedOn === null || isBefore(bornOn, enquiry.startedOn)) return []
  const wasBornFirst = bornOn !== null && !(held && isBefore(held.on, bornOn))
  const clocks = clockChain(
    {
      personId: enquiry.personId,
      clock: 'ICPC_PREBIRTH',
      triggerKind: 's47_enquiry',
      trigger: { id: enquiry.id, on: expectedOn },
      events: [],
      notRequired: wasBornFirst
        ? 'The child was born before the conference: the ordinary limit stands'
        : whyNoConference(enquiry),
      endedOn: enquiry.stoppedOn,
      endedBecause: 'The enquiry was stopped',
    },
    settings,
  )
  return wasBornFirst || held === null ? clocks : clocks.map(clock => met(clock, held))
}

const isBefore = (one: Temporal.PlainDate | null, other: Temporal.PlainDate): boolean =>
  one !== null && Temporal.PlainDate.compare(one, other) < 0

/** The conference lies before the day that the clock counts from, so it is matched here. */
const met = (clock: DerivedClock, held: ClockFact): DerivedClock => ({
  ...clock,
  satisfiedOn: held.on,
  satisfiedId: held.id,
  outcome: isBefore(clock.dueOn, held.on) ? 'late' : 'on_time',
  outcomeReason: null,
})
