/** What of an enquiry tells whether it goes on. */
export type EnquiryFacts = {
  readonly outcome: string | null
  readonly outcomeOn: Temporal.PlainDate | null
  readonly isConferenceNotRequired: boolean | null
  readonly stoppedOn: Temporal.PlainDate | null
}

/**
 * Whether an enquiry goes on. One that led to a conference, or was said to need none, is over: a census tells what followed an
 * enquiry, never when its outcome was authorised.
 */
export const isOpen = (
  { outcome, outcomeOn, isConferenceNotRequired, stoppedOn }: EnquiryFacts,
  hasConference: boolean,
): boolean =>
  outcome === null &&
  outcomeOn === null &&
  stoppedOn === null &&
  isConferenceNotRequired !== true &&
  !hasConference

/** Whether a conference is owed: continuing risk was found, and nobody has said that none is needed. */
export const owesConference = (
  { outcome, isConferenceNotRequired }: EnquiryFacts,
  hasConference: boolean,
): boolean => outcome === 'continuing_risk' && isConferenceNotRequired !== true && !hasConference
