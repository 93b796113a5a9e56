import { type Clock, londonDate } from './clock.ts'

/** A clock that stands still until it is moved: for tests and for the demonstration county. */
export interface FixedClock extends Clock {
  /** Moves on by a duration (or back, when negative); days are of 24 hours. */
  advance(by: Temporal.Duration | Temporal.DurationLike): void
  /** Jumps to an instant. */
  set(instant: Temporal.Instant | string): void
}

/** A clock that shows `start` (an instant, or its ISO text with an offset or Z) until it is moved. */
export function fixedClock(start: Temporal.Instant | string): FixedClock {
  let instant = Temporal.Instant.from(start)
  return {
    now: () => instant,
    today: () => londonDate(instant),
    advance: by => {
      // Instants have no calendar, so days and weeks are turned into hours first.
      const duration = Temporal.Duration.from(by)
      const hours = (duration.weeks * 7 + duration.days) * 24 + duration.hours
      instant = instant.add(duration.with({ weeks: 0, days: 0, hours }))
    },
    set: to => {
      instant = Temporal.Instant.from(to)
    },
  }
}
