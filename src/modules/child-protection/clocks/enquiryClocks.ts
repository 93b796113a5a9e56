import { type ClockFact, clockChain, type DerivedClock } from '#modules/casework'
import { type ClockSettings, londonDate } from '#reference'
import type { Birth, Conference, Discussion, Enquiry } from '../queries/protectionFactsOf.ts'
import { beforeBirth } from './beforeBirth.ts'
import { whyNoConference } from './whyNoConference.ts'

/** What happened around one child's enquiry. */
export type AroundEnquiry = {
  readonly conferences: readonly Conference[]
  readonly discussions: readonly Discussion[]
  /** Visits at which the child was seen. */
  readonly visits: readonly ClockFact[]
  /** Null of a child whom nobody expected on a day. */
  readonly birth: Birth | null
}

/**
 * The clocks of a section 47 enquiry. The initial conference is held within 15 working days of the strategy discussion
 * at which the enquiry was initiated, not of its end nor of a later discussion (Working Together 2023 chapter 3).
 */
export function enquiryClocks(
  enquiry: Enquiry,
  around: AroundEnquiry,
  settings: ClockSettings,
): readonly DerivedClock[] {
  const trigger = { id: enquiry.id, on: enquiry.strategyDiscussionOn ?? enquiry.startedOn }
  const chain = {
    personId: enquiry.personId,
    triggerKind: 's47_enquiry',
    trigger,
    endedOn: enquiry.stoppedOn,
    endedBecause: 'The enquiry was stopped',
  }
  const held = around.conferences
    .filter(({ enquiryId }) => enquiryId === enquiry.id)
    .map(({ id, heldOn }) => ({ id, on: heldOn }))
    .slice(0, 1)
  const outcome = enquiry.outcomeOn ? [{ id: enquiry.id, on: enquiry.outcomeOn }] : []
  const notRequired = { icpc: whyNoConference(enquiry), outcome: whyNoOutcome(enquiry, held.length > 0) }
  return [
    ...clockChain({ ...chain, clock: 'ICPC_15', events: held, notRequired: notRequired.icpc }, settings),
    ...clockChain(
      { ...chain, clock: 'S47_OUTCOME', events: outcome, notRequired: notRequired.outcome },
      settings,
    ),
    ...discussionClocks(enquiry, around.discussions, settings),
    ...seenClock(enquiry, around, settings),
    ...beforeBirth(enquiry, { held: held[0] ?? null, birth: around.birth }, settings),
  ]
}

/** Where somebody acted first, the discussion follows by the next working day; each record of one goes out by the next. */
function discussionClocks(
  enquiry: Enquiry,
  discussions: readonly Discussion[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const { personId, startedOn, strategyDiscussionOn } = enquiry
  const began = strategyDiscussionOn ? [{ id: enquiry.id, on: strategyDiscussionOn }] : []
  const owed = enquiry.isImmediate
    ? clockChain(
        {
          personId,
          clock: 'STRAT',
          triggerKind: 's47_enquiry',
          trigger: { id: enquiry.id, on: startedOn },
          events: began,
          endedOn: enquiry.stoppedOn,
          endedBecause: 'The enquiry was stopped',
        },
        settings,
      )
    : []
  const own = discussions.filter(one => one.enquiryId === enquiry.id && one.meetingId === null)
  const records = own.flatMap(({ id, heldAt, recordSentOn }) =>
    clockChain(
      {
        personId,
        clock: 'STRAT_RECORD',
        triggerKind: 'enquiry_discussion',
        trigger: { id, on: londonDate(heldAt) },
        events: recordSentOn ? [{ id, on: recordSentOn }] : [],
      },
      settings,
    ),
  )
  return [...owed, ...records]
}

/** 24 hours from the decision itself, or the time that the discussion set: that time stands instead. */
function seenClock(
  enquiry: Enquiry,
  { visits, birth }: AroundEnquiry,
  settings: ClockSettings,
): readonly DerivedClock[] {
  const { beganAt, seeChildBy } = enquiry
  if (beganAt === null) return []
  const isOfChild = ({ on }: ClockFact) =>
    !birth?.isUnborn && (!birth?.bornOn || Temporal.PlainDate.compare(on, birth.bornOn) >= 0)
  const since = visits.filter(
    visit => visit.at !== undefined && Temporal.Instant.compare(visit.at, beganAt) >= 0 && isOfChild(visit),
  )
  const clocks = clockChain(
    {
      personId: enquiry.personId,
      clock: 'S47_CHILD_SEEN',
      triggerKind: 's47_enquiry',
      trigger: { id: enquiry.id, on: londonDate(beganAt), at: beganAt },
      events: since.slice(0, 1),
      notRequired: birth?.isUnborn ? 'The child is not born yet' : null,
      endedOn: enquiry.stoppedOn ?? enquiry.outcomeOn,
      endedBecause: enquiry.stoppedOn ? 'The enquiry was stopped' : 'The enquiry ended',
    },
    settings,
  )
  return seeChildBy === null ? clocks : clocks.map(clock => setFor(clock, seeChildBy, since[0]?.at))
}

function setFor(
  clock: DerivedClock,
  dueAt: Temporal.Instant,
  seenAt: Temporal.Instant | undefined,
): DerivedClock {
  const due = { ...clock, dueAt, dueOn: londonDate(dueAt) }
  if (seenAt === undefined) return due
  return { ...due, outcome: Temporal.Instant.compare(seenAt, dueAt) <= 0 ? 'on_time' : 'late' }
}

/** A census tells what followed the enquiry, never when its outcome was authorised. */
function whyNoOutcome(enquiry: Enquiry, ledToConference: boolean): string | null {
  const decided = enquiry.isConferenceNotRequired === true || ledToConference
  return enquiry.outcomeOn === null && decided ? 'The outcome was recorded without its date' : null
}
