/**
 * Whether a child comes back within twelve months: an earlier referral was received at most twelve months before this one,
 * the same day of the year before counting (months as in rule CR6). How the first ended makes no difference: the children in
 * need census counts referrals.
 * @param earlier days on which referrals of the child were received, in any order; later ones and this day's own do not count
 */
export function isReReferral(
  receivedOn: Temporal.PlainDate,
  earlier: readonly Temporal.PlainDate[],
): boolean {
  return earlier.some(
    day =>
      Temporal.PlainDate.compare(day, receivedOn) < 0 &&
      Temporal.PlainDate.compare(day.add({ months: 12 }), receivedOn) >= 0,
  )
}
