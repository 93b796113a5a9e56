/** By what a plan may end without a review conference. Each has its day and what shows it. */
export type LawfulEvent = 'moved' | 'died' | 'aged_18' | 'adopted' | 'left_country'

export const lawfulEvents: Readonly<Record<LawfulEvent, string>> = {
  moved: 'Moved for good, and the other authority has held its transfer-in conference',
  died: 'The child died',
  aged_18: 'The child turned 18',
  adopted: 'Adopted',
  left_country: 'Left the country for good',
}

/** How a plan ended, for reading. */
export const endWords: Readonly<Record<LawfulEvent | 'review_conference', string>> = {
  ...lawfulEvents,
  review_conference: 'A review conference ended it',
}

/** What has to be said with an event, where a day alone does not show it. */
export const needsEvidence = (event: LawfulEvent): boolean => event !== 'died' && event !== 'aged_18'

/**
 * Why a plan cannot end by this event on this day; null when it can. The same stands in the database.
 */
export function whyNotEnded(
  event: LawfulEvent,
  on: Temporal.PlainDate,
  child: {
    readonly startedOn: Temporal.PlainDate
    readonly bornOn: Temporal.PlainDate | null
    readonly diedOn: Temporal.PlainDate | null
  },
): string | null {
  if (Temporal.PlainDate.compare(on, child.startedOn) < 0)
    return 'The day must be on or after the day on which the plan started'
  if (event === 'died') {
    if (child.diedOn === null) return 'Record the death of the child first, with its day'
    return child.diedOn.equals(on) ? null : 'The day must be the day on record on which the child died'
  }
  if (event !== 'aged_18') return null
  if (child.bornOn === null) return 'Record the date of birth of the child first'
  return Temporal.PlainDate.compare(on, child.bornOn.add({ years: 18 })) < 0
    ? 'The child is not 18 on that day'
    : null
}
