import { type ClockSource, clockChain, type DerivedClock } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { type ClockSettings, londonDate } from '#reference'
import { protectionFactsOf } from '../../queries/protectionFactsOf.ts'
import { type DiscussionFact, discussionFacts } from '../queries/discussionFacts.ts'

/** The clocks of strategy discussions: to be held, and its record to be with those who took part. */
export const strategyClockSource: ClockSource = {
  name: 'strategy-discussions',
  async derive(work, personIds, settings) {
    const discussions = await discussionFacts(work, personIds)
    const { enquiries } = await protectionFactsOf(work, personIds)
    return personIds.flatMap(personId => {
      const own = discussions.filter(one => one.personId === personId)
      const immediate = enquiries.filter(one => one.personId === personId && one.isImmediate)
      return strategyClocks(
        personId,
        own,
        immediate.map(({ startedOn }) => startedOn),
        settings,
      )
    })
  },
}

/**
 * One child's: a discussion is held by the end of the next working day after there was reasonable cause to suspect significant harm;
 * one that was adjourned is held when the one that continues it is. Its record goes to those who took part by the end of the next.
 * @param begunAtOnce days on which an enquiry began before there was a discussion: that enquiry counts until it is held
 */
export function strategyClocks(
  personId: Uuid,
  discussions: readonly DiscussionFact[],
  begunAtOnce: readonly Temporal.PlainDate[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const first = discussions.filter(({ previousId }) => !discussions.some(({ id }) => id === previousId))
  return [
    ...first.flatMap(one => heldClock(personId, sittingsFrom(one, discussions), begunAtOnce, settings)),
    ...discussions
      .filter(({ status }) => status === 'held')
      .flatMap(one => recordClock(personId, one, settings)),
  ]
}

/** A discussion and those that continue it, in turn. */
function sittingsFrom(
  first: DiscussionFact,
  discussions: readonly DiscussionFact[],
): readonly [DiscussionFact, ...DiscussionFact[]] {
  const next = discussions.find(({ previousId }) => previousId === first.id)
  return next === undefined ? [first] : [first, ...sittingsFrom(next, discussions)]
}

function heldClock(
  personId: Uuid,
  sittings: readonly [DiscussionFact, ...DiscussionFact[]],
  begunAtOnce: readonly Temporal.PlainDate[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const [{ childId, identifiedAt }] = sittings
  if (identifiedAt === null) return []
  const on = londonDate(identifiedAt)
  const isCountedThere = begunAtOnce.some(
    day => Temporal.PlainDate.compare(day, on.subtract({ days: 1 })) >= 0,
  )
  if (isCountedThere) return []
  const held = sittings.find(({ status }) => status === 'held')
  const last = sittings.at(-1)
  const isOver = last?.status === 'cancelled'
  return clockChain(
    {
      personId,
      clock: 'STRAT',
      triggerKind: 'meeting_child',
      trigger: { id: childId, on, at: identifiedAt },
      events: held?.startedAt
        ? [{ id: held.childId, on: londonDate(held.startedAt), at: held.startedAt }]
        : [],
      endedOn: isOver && last.endedAt ? londonDate(last.endedAt) : null,
      endedBecause: 'The discussion was called off',
    },
    settings,
  )
}

function recordClock(personId: Uuid, one: DiscussionFact, settings: ClockSettings): readonly DerivedClock[] {
  if (one.endedAt === null) return []
  const isWithAll = one.sent === one.participants
  const sentAt = isWithAll ? (one.lastSentAt ?? one.endedAt) : null
  return clockChain(
    {
      personId,
      clock: 'STRAT_RECORD',
      triggerKind: 'meeting_child',
      trigger: { id: one.childId, on: londonDate(one.endedAt), at: one.endedAt },
      events: sentAt ? [{ id: one.childId, on: londonDate(sentAt), at: sentAt }] : [],
    },
    settings,
  )
}
