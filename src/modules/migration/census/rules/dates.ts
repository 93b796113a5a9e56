import { type Reading, valueIn } from '../reading/reading.ts'
import type { RuleContext } from './rule.ts'

/** A date, one read from the file, or none. */
export type MaybeDate = Reading<Temporal.PlainDate> | Temporal.PlainDate | undefined

const dateIn = (date: MaybeDate): Temporal.PlainDate | undefined =>
  date === undefined || date instanceof Temporal.PlainDate ? date : valueIn(date)

/** Whether a reading holds a value that may be used. */
export const has = (reading: Reading<unknown>): boolean => valueIn(reading) !== undefined

function compare(one: MaybeDate, other: MaybeDate): number | undefined {
  const [first, second] = [dateIn(one), dateIn(other)]
  return first && second && Temporal.PlainDate.compare(first, second)
}

/** Whether one date lies before another; false when either is not known. */
export const isBefore = (one: MaybeDate, other: MaybeDate): boolean => (compare(one, other) ?? 0) < 0

/** Whether one date lies after another; false when either is not known. */
export const isAfter = (one: MaybeDate, other: MaybeDate): boolean => (compare(one, other) ?? 0) > 0

/** Whether two dates are known and the same. */
export const isSameDay = (one: MaybeDate, other: MaybeDate): boolean => compare(one, other) === 0

/** Whether a date is known and lies outside the census year. */
export const isOutsideYear = (date: MaybeDate, { yearStart, asAt }: RuleContext): boolean =>
  isBefore(date, yearStart) || isAfter(date, asAt)

/** Whether a date is known and lies inside the census year. */
export const isInsideYear = (date: MaybeDate, context: RuleContext): boolean =>
  dateIn(date) !== undefined && !isOutsideYear(date, context)

/** Whether a date is known and is a Saturday or a Sunday. */
export const isWeekend = (date: MaybeDate): boolean => (dateIn(date)?.dayOfWeek ?? 1) > 5

/** A stretch of time read from the file; without an end it runs on. */
export interface Stretch {
  readonly startedOn: Reading<Temporal.PlainDate>
  readonly endedOn: Reading<Temporal.PlainDate>
}

/**
 * Whether one stretch begins while the other runs: on or after its start and before its end (or on or before `openUntil`
 * when it has no end). Beginning on the day that the other ends is no overlap.
 */
export function beginsDuring(one: Stretch, other: Stretch, openUntil: Temporal.PlainDate): boolean {
  if (!has(one.startedOn) || !has(other.startedOn) || isBefore(one.startedOn, other.startedOn)) return false
  return has(other.endedOn) ? isBefore(one.startedOn, other.endedOn) : !isAfter(one.startedOn, openUntil)
}

/** The starts of those stretches that begin while an earlier one, or one listed earlier from the same day, runs. */
export function overlapping(stretches: readonly Stretch[], openUntil: Temporal.PlainDate) {
  const clashes = (one: Stretch, index: number) =>
    stretches.some((other, at) => {
      if (at === index || !beginsDuring(one, other, openUntil)) return false
      return at < index || !isSameDay(one.startedOn, other.startedOn)
    })
  return stretches.filter(clashes).map(stretch => stretch.startedOn)
}
