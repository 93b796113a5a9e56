const zone = 'Europe/London'

/** The date in England at an instant. */
export function londonDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate()
}

/** How far London is ahead of UTC at an instant, in hours: 0 in winter, 1 in summer. */
export function londonOffsetHours(instant: Temporal.Instant): number {
  return instant.toZonedDateTimeISO(zone).offsetNanoseconds / 3_600_000_000_000
}

/**
 * The last microsecond of a day in England (domain rule CR12). A microsecond, because that is the finest time
 * the database keeps: `recordedAt <= endOfDay` then means the same in code and in SQL.
 */
export function endOfLondonDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ microseconds: 1 })
}
