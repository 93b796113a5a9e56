import type { PreProceedings } from './preProceedings.ts'

/** Which of the rules of section 31ZA are in force on the day of the application, each from its own day. */
export type InForce = { readonly offer: boolean; readonly exemption: boolean }

/** What stands against an application to the court on a day. */
export type ApplicationCheck = {
  /** Sentences; none when nothing does. */
  readonly missing: readonly string[]
  /** Refused where the law asks for it; before its day it is warned of, and goes with a reason. */
  readonly isRefused: boolean
}

const by = (day: Temporal.PlainDate, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, on) <= 0

/**
 * Sequence rule SQ2 (Children Act 1989 s.31ZA): no application for a care or supervision order before a family group decision making
 * meeting was offered and, where anybody accepts, held; or before it was recorded why that is not in the child's best interests.
 */
export function checkApplication(
  of: Pick<PreProceedings, 'offers' | 'familyMeetings' | 'exemptOn'>,
  on: Temporal.PlainDate,
  inForce: InForce,
): ApplicationCheck {
  const offers = of.offers.filter(({ offeredOn }) => by(offeredOn, on))
  const accepted = offers.some(
    ({ answer, answeredOn }) => answer === 'accepted' && answeredOn !== null && by(answeredOn, on),
  )
  const isHeld = of.familyMeetings.some(({ heldOn }) => by(heldOn, on))
  const isExempt = of.exemptOn !== null && by(of.exemptOn, on)
  const lacks = [
    ...(offers.length === 0 ? ['No family group decision making meeting was offered.'] : []),
    ...(accepted && !isHeld
      ? ['A family group decision making meeting was accepted and has not been held.']
      : []),
  ]
  if (lacks.length === 0) return { missing: [], isRefused: false }
  if (isExempt && (inForce.exemption || !inForce.offer)) return { missing: [], isRefused: false }
  const unlawful = isExempt
    ? ['The exemption that is recorded has no force yet: its rule begins on a later day.']
    : ['No reason is recorded why it would not be in the child’s best interests.']
  return { missing: [...lacks, ...unlawful], isRefused: inForce.offer }
}
