import { clockChain, type DerivedClock } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import type { ClockSettings } from '#reference'

/** A referral as its answer sees it. */
export type ToldReferral = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly source: string | null
  readonly decidedOn: Temporal.PlainDate | null
  readonly feedbackSentOn: Temporal.PlainDate | null
}

/**
 * Within one working day of the decision the referrer is told (Working Together 2023, chapter 3). Nobody can be told who did
 * not say who they are; and a decision that came without its date, from a census, began no clock here.
 */
export function feedbackClocks(referral: ToldReferral, settings: ClockSettings): readonly DerivedClock[] {
  const { id, personId, decidedOn, feedbackSentOn, source } = referral
  if (decidedOn === null) return []
  return clockChain(
    {
      personId,
      clock: 'REF_FEEDBACK',
      triggerKind: 'referral',
      trigger: { id, on: decidedOn },
      events: feedbackSentOn ? [{ id, on: feedbackSentOn }] : [],
      notRequired: source === '9' ? 'The referrer did not say who they are' : null,
    },
    settings,
  )
}
