import { isWorkingDay, londonDate } from '#reference'

/** When schools open their doors to whoever must know first. */
const OPENS = Temporal.PlainTime.from('08:30')
const LONDON = 'Europe/London'

/**
 * Before which instant a notice is to be read: half past eight on the next school day that has not begun. The county's schools close on days of
 * their own, which nobody tells: a working day counts as a school day, so that a notice is never due later than it should be.
 */
export function nextSchoolDay(receivedAt: Temporal.Instant): Temporal.Instant {
  let day = londonDate(receivedAt)
  for (;;) {
    const opens = day.toZonedDateTime({ timeZone: LONDON, plainTime: OPENS }).toInstant()
    if (isWorkingDay(day) && Temporal.Instant.compare(receivedAt, opens) < 0) return opens
    day = day.add({ days: 1 })
  }
}

/**
 * Before which instant the school was to know: the school day after it happened, as the Domestic Abuse Act 2021 s49A has it. What the police send
 * later than that is late when it comes, and climbs at once. An hour told wrongly, after it was received, gives no more time.
 */
export function schoolDayAfter(happenedAt: string, receivedAt: Temporal.Instant): Temporal.Instant {
  const happened = Temporal.Instant.from(happenedAt)
  return nextSchoolDay(Temporal.Instant.compare(happened, receivedAt) < 0 ? happened : receivedAt)
}
