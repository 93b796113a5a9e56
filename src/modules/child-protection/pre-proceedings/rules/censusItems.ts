import type { PreProceedings } from './preProceedings.ts'

/** Those of the ten items of the census that are counted from other facts, where there are such facts; others stand as they are. */
export type CensusItems = {
  readonly meeting_offered?: boolean
  readonly meeting_held?: boolean
  readonly initial_meeting_on?: Temporal.PlainDate
  readonly review_meetings?: number
}

const earliest = (days: readonly Temporal.PlainDate[]): Temporal.PlainDate | undefined =>
  days.toSorted(Temporal.PlainDate.compare)[0]

/**
 * N00828 (offered in the letter before proceedings), N00829 (held), N00830 (first meeting), N00831 (reviews after it), of the
 * children in need census from 2026-27. The letter dates N00827, and its offer, by itself when it is sent; N00826 and N00832 to N00835 are
 * typed once with what they date.
 */
export function censusItems(of: PreProceedings): CensusItems {
  const first = earliest(of.meetings.flatMap(({ kind, heldOn }) => (kind === 'initial' ? [heldOn] : [])))
  const reviews = of.meetings.filter(({ kind }) => kind !== 'initial').length
  const inLetter = of.offers.some(({ how }) => how === 'in_letter')
  const isHeld = of.familyMeetings.length > 0
  const isOver = of.stepOn !== null || of.appliedOn !== null
  return {
    ...(inLetter ? { meeting_offered: true } : {}),
    ...(isHeld ? { meeting_held: true } : isOver && of.isMeetingHeld === null ? { meeting_held: false } : {}),
    ...(first === undefined ? {} : { initial_meeting_on: first }),
    ...(first === undefined && reviews === 0 ? {} : { review_meetings: Math.max(reviews, imported(of)) }),
  }
}

/** What an import counted stays counted; Kith's own rows are counted from their meetings alone. */
const imported = ({ togetherId, reviewMeetings }: PreProceedings): number =>
  togetherId === null ? (reviewMeetings ?? 0) : 0
