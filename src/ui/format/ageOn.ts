import { formatDate } from './formatDate.ts'
import { plural } from './plural.ts'

/**
 * A child's age on a day in words: whole years from 2, whole months below 2 years, weeks below 3 months, days
 * below 1 week, and "due 4 May 2026" before birth. Someone born on 29 February is a year older on 1 March of a
 * common year, as the common law of England has it.
 * @param born date of birth, or the expected one of an unborn child
 * @param on the day on which the age is wanted
 */
export function ageOn(born: Temporal.PlainDate, on: Temporal.PlainDate): string {
  if (Temporal.PlainDate.compare(born, on) > 0) return `due ${formatDate(born)}`
  const months = wholeMonths(born, on)
  if (months >= 24) return plural(Math.floor(months / 12), 'year')
  if (months >= 3) return plural(months, 'month')
  const days = born.until(on).days
  return days >= 7 ? plural(Math.floor(days / 7), 'week') : plural(days, 'day')
}

// Temporal's own difference would count 28 February as a full month from the 31st and a year from the 29th.
function wholeMonths(born: Temporal.PlainDate, on: Temporal.PlainDate): number {
  const months = (on.year - born.year) * 12 + on.month - born.month
  return on.day < born.day ? months - 1 : months
}
