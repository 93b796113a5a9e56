import { type Calendars, englandAndWales } from './calendars.ts'
import { isWorkingDay } from './isWorkingDay.ts'

/**
 * The working day that lies a number of working days from a date, which itself is not counted (domain rule
 * CR2). Negative numbers go back; zero returns the date itself, even on a weekend.
 * In: a whole number. Throws a RangeError for any other.
 */
export function addWorkingDays(
  date: Temporal.PlainDate,
  workingDays: number,
  calendars: Calendars = englandAndWales,
): Temporal.PlainDate {
  if (!Number.isInteger(workingDays)) {
    throw new RangeError(`Working days are counted whole: ${workingDays} is not a whole number.`)
  }
  const step = workingDays < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(workingDays); left > 0; ) {
    day = day.add({ days: step })
    if (isWorkingDay(day, calendars)) left -= 1
  }
  return day
}
