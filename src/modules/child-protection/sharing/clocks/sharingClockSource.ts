import { type ClockFact, type ClockSource, clockChain, type DerivedClock } from '#modules/casework'
import { type ClockSettings, londonDate } from '#reference'
import { type MeetingToShare, meetingsToShare } from '../queries/meetingsToShare.ts'
import { sharingClock } from '../rules/latestShare.ts'

/** The clocks of sharing a report with the family in time before its meeting. */
export const sharingClockSource: ClockSource = {
  name: 'sharing',
  async derive(work, personIds, settings) {
    const meetings = await meetingsToShare(work, personIds)
    return meetings.flatMap(meeting =>
      meeting.children
        .filter(({ personId }) => personIds.includes(personId))
        .flatMap(child => sharingClocks(meeting, child, settings)),
    )
  },
}

/** One child's clock for one meeting: met when the last of those to be given the report has it. It counts back, and moves with the meeting. */
export function sharingClocks(
  meeting: MeetingToShare,
  { personId, rowId }: MeetingToShare['children'][number],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const clock = sharingClock(meeting.kind)
  if (clock === null || meeting.expected.length === 0) return []
  const last = givenToAll(meeting)
  return clockChain(
    {
      personId,
      clock,
      triggerKind: 'meeting_child',
      trigger: { id: rowId, on: londonDate(meeting.plannedAt) },
      events: [],
      endedOn: last?.on ?? null,
    },
    settings,
  ).map(one => (last === null ? standing(one, meeting) : met(one, last)))
}

function givenToAll(meeting: MeetingToShare): ClockFact | null {
  const first = meeting.expected.map(id => meeting.given.find(({ recipientId }) => recipientId === id))
  const given = first.flatMap(one => (one === undefined ? [] : [one]))
  if (given.length < meeting.expected.length) return null
  const last = given.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at)).at(-1)
  return last === undefined ? null : { id: last.copyId, on: londonDate(last.at), at: last.at }
}

const met = (clock: DerivedClock, { id, on }: ClockFact): DerivedClock => ({
  ...clock,
  satisfiedOn: on,
  satisfiedId: id,
  outcome: Temporal.PlainDate.compare(on, clock.dueOn) <= 0 ? 'on_time' : 'late',
  outcomeReason: null,
})

function standing(clock: DerivedClock, { status }: MeetingToShare): DerivedClock {
  if (status === 'cancelled')
    return { ...clock, outcome: 'not_required', outcomeReason: 'The meeting was cancelled' }
  if (status === 'held')
    return {
      ...clock,
      outcome: 'late',
      outcomeReason: 'Not shared with everybody before the meeting was held',
    }
  return { ...clock, outcome: 'open', outcomeReason: null }
}
