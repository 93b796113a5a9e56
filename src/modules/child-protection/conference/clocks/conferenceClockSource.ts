import { type ClockFact, type ClockSource, clockChain, type DerivedClock } from '#modules/casework'
import { type ClockSettings, londonDate } from '#reference'
import {
  type ConferenceFacts,
  conferenceFacts,
  type TransferFacts,
  transferFacts,
} from '../queries/conferenceFacts.ts'

/** Reports in the chair's hands in time, the outline plan and the record out, and a child with a plan who moves here. */
export const conferenceClockSource: ClockSource = {
  name: 'conferences',
  async derive(work, personIds, settings) {
    const meetings = await conferenceFacts(work, personIds)
    const transfers = await transferFacts(work, personIds)
    return [
      ...meetings.flatMap(meeting =>
        meeting.children
          .filter(({ personId }) => personIds.includes(personId))
          .flatMap(child => conferenceClocks(meeting, child, settings)),
      ),
      ...transfers.flatMap(transfer => transferClocks(transfer, settings)),
    ]
  },
}

type Child = ConferenceFacts['children'][number]

/** One child's clocks of one conference. They count from its day, and move with it. */
export function conferenceClocks(
  meeting: ConferenceFacts,
  child: Child,
  settings: ClockSettings,
): readonly DerivedClock[] {
  return [
    ...reportClock(meeting, child, settings),
    ...afterwards(meeting, child, 'CONF_DECISION_LETTER', meeting.outlineGiven, settings),
    ...afterwards(meeting, child, 'CONF_RECORD', meeting.recordGiven, settings),
  ]
}

/** Counted back from the conference: met when the last report that is expected is finished. */
function reportClock(
  meeting: ConferenceFacts,
  { personId, rowId }: Child,
  settings: ClockSettings,
): readonly DerivedClock[] {
  const on = londonDate(meeting.plannedAt)
  const trigger = { id: rowId, on }
  const clocks = clockChain(
    { personId, clock: 'CONF_REPORT_CHAIR', triggerKind: 'meeting_child', trigger, events: [] },
    settings,
  )
  return clocks.map(clock => standing(clock, meeting))
}

function standing(clock: DerivedClock, { reportsIn, status }: ConferenceFacts): DerivedClock {
  if (reportsIn !== null) {
    const isInTime = Temporal.PlainDate.compare(reportsIn.on, clock.dueOn) <= 0
    return {
      ...clock,
      satisfiedOn: reportsIn.on,
      satisfiedId: reportsIn.id,
      outcome: isInTime ? 'on_time' : 'late',
      outcomeReason: null,
    }
  }
  if (status === 'planned' || status === 'in_session')
    return { ...clock, outcome: 'open', outcomeReason: null }
  return status === 'held'
    ? { ...clock, outcome: 'late', outcomeReason: 'A report had not arrived when the conference was held' }
    : { ...clock, outcome: 'not_required', outcomeReason: 'The conference was not held on that day' }
}

/** What goes out after a conference: met when every copy that was made has gone. */
function afterwards(
  meeting: ConferenceFacts,
  { personId, rowId }: Child,
  clock: 'CONF_DECISION_LETTER' | 'CONF_RECORD',
  given: ClockFact | null,
  settings: ClockSettings,
): readonly DerivedClock[] {
  if (meeting.status !== 'held' || meeting.startedAt === null) return []
  const trigger = { id: rowId, on: londonDate(meeting.startedAt) }
  return clockChain(
    { personId, clock, triggerKind: 'meeting_child', trigger, events: given ? [given] : [] },
    settings,
  )
}

/** The authority from which a child moved keeps the plan until the conference here: 15 working days from acceptance. */
export function transferClocks(transfer: TransferFacts, settings: ClockSettings): readonly DerivedClock[] {
  const { personId, id, acceptedOn, heldOn, endedOn } = transfer
  if (acceptedOn === null) return []
  return clockChain(
    {
      personId,
      clock: 'TRANSFER_IN',
      triggerKind: 'transfer_in',
      trigger: { id, on: acceptedOn },
      events: heldOn === null ? [] : [heldOn],
      endedOn,
      endedBecause: 'The move did not come about',
    },
    settings,
  )
}
