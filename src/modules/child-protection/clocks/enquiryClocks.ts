import { type ClockFact, clockChain, type DerivedClock } from '#modules/casework'
import type { ClockSettings } from '#reference'
import type { Conference, Enquiry } from '../queries/protectionFactsOf.ts'

/**
 * The clocks of a section 47 enquiry. The initial conference is held within 15 working days of the strategy discussion
 * at which the enquiry was initiated, not of its end (Working Together 2023 chapter 3).
 */
export function enquiryClocks(
  enquiry: Enquiry,
  conferences: readonly Conference[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const trigger = { id: enquiry.id, on: enquiry.strategyDiscussionOn ?? enquiry.startedOn }
  const chain = { personId: enquiry.personId, triggerKind: 's47_enquiry', trigger }
  const held = conferences
    .filter(({ enquiryId }) => enquiryId === enquiry.id)
    .map(asFact)
    .slice(0, 1)
  const outcome = enquiry.outcomeOn ? [{ id: enquiry.id, on: enquiry.outcomeOn }] : []
  return [
    ...clockChain(
      { ...chain, clock: 'ICPC_15', events: held, notRequired: whyNoConference(enquiry) },
      settings,
    ),
    ...clockChain(
      {
        ...chain,
        clock: 'S47_OUTCOME',
        events: outcome,
        notRequired: whyNoOutcome(enquiry, held.length > 0),
      },
      settings,
    ),
  ]
}

function asFact(conference: Conference): ClockFact {
  return { id: conference.id, on: conference.heldOn }
}

function whyNoConference({ isConferenceNotRequired, outcome }: Enquiry): string | null {
  if (isConferenceNotRequired) return 'The enquiry found that no conference was needed'
  return outcome === 'not_substantiated' || outcome === 'substantiated_no_continuing_risk'
    ? 'The enquiry ended without a conference'
    : null
}

/** A census tells what followed the enquiry, never when its outcome was authorised. */
function whyNoOutcome(enquiry: Enquiry, ledToConference: boolean): string | null {
  const decided = enquiry.isConferenceNotRequired === true || ledToConference
  return enquiry.outcomeOn === null && decided ? 'The outcome was recorded without its date' : null
}
