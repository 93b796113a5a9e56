/** Where the product learns what time it is. Pass it in: rules never look at the machine's clock themselves. */
export interface Clock {
  /** The present instant. */
  now(): Temporal.Instant
  /** The date it is now in England. */
  today(): Temporal.PlainDate
}

/**
 * Time in England, summer time included: statutory limits count days there, wherever the server stands.
 */
export const ENGLAND = 'Europe/London'

/** The date in England at an instant: half past midnight on a summer night belongs to the new day, though UTC says otherwise. */
export function londonDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(ENGLAND).toPlainDate()
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  today: () => londonDate(Temporal.Now.instant()),
}
