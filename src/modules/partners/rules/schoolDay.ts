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
