import type { SketchDates, SketchSpan } from './sketch.ts'
import type { Dated } from './world.ts'

/** @returns the days of a fact around today; one that would end before it begins lasts a day. */
export function dated(dates: SketchDates, today: Temporal.PlainDate): Dated {
  const startedOn = today.subtract({ days: dates.begun })
  if (dates.lasted === null) return { startedOn, endedOn: null }
  const endedOn =
    dates.lasted === 'to today'
      ? today
      : dates.lasted === 'to yesterday'
        ? today.subtract({ days: 1 })
        : startedOn.add({ days: dates.lasted })
  return Temporal.PlainDate.compare(endedOn, startedOn) < 0
    ? { startedOn: endedOn, endedOn }
    : { startedOn, endedOn }
}

/** @returns the instants of a span around now. */
export function timed(span: SketchSpan, now: Temporal.Instant) {
  const startsAt = now.subtract({ hours: span.lasts === null ? Math.abs(span.begun) + 2 : span.begun })
  return {
    startsAt,
    endsAt: span.lasts === null ? now.subtract({ hours: 1 }) : startsAt.add({ hours: span.lasts }),
  }
}
