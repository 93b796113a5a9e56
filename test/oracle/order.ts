import { londonDate } from '#platform/time'
import type { World } from './world.ts'

/** Dates and instants as numbers that stand in the same order: a world compares the same few of them millions of times. */
const places = new WeakMap<Temporal.PlainDate | Temporal.Instant, number>()
const datesIn = new WeakMap<Temporal.Instant, Temporal.PlainDate>()

/** @returns whether the one is not after the other: days by days, instants by the millisecond. */
export function isUpTo<T extends Temporal.PlainDate | Temporal.Instant>(one: T, other: T): boolean {
  return placeOf(one) <= placeOf(other)
}

/** @returns the day in London at the world's present. */
export function dateIn({ now }: Pick<World, 'now'>): Temporal.PlainDate {
  const known = datesIn.get(now)
  if (known !== undefined) return known
  const today = londonDate(now)
  datesIn.set(now, today)
  return today
}

function placeOf(time: Temporal.PlainDate | Temporal.Instant): number {
  const known = places.get(time)
  if (known !== undefined) return known
  const place =
    time instanceof Temporal.Instant
      ? time.epochMilliseconds
      : time.year * 10_000 + time.month * 100 + time.day
  places.set(time, place)
  return place
}
