import { bankHolidays } from '#reference'

/**
 * Working days from today to a due date, today not counted (CR2): 0 on the day itself, negative once it is past.
 * Counted by weeks, so that a clock years overdue costs no more than one due tomorrow.
 */
export function workingDaysUntil(due: Temporal.PlainDate, today: Temporal.PlainDate): number {
  const isPast = Temporal.PlainDate.compare(due, today) < 0
  const [from, to] = isPast ? [due, today] : [today, due]
  const count = weekdaysUpTo(to) - weekdaysUpTo(from) - holidaysBetween(from, to)
  return isPast && count > 0 ? -count : count
}

/** Mondays to Fridays from a distant Monday up to and with the date. */
function weekdaysUpTo(date: Temporal.PlainDate): number {
  const days = Temporal.PlainDate.from('1900-01-01').until(date).days // a Monday
  return Math.floor(days / 7) * 5 + Math.min(date.dayOfWeek, 5)
}

/** Bank holidays on a weekday, after the first date and up to the second. */
function holidaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const years = Array.from({ length: to.year - from.year + 1 }, (_, index) => from.year + index)
  return years
    .flatMap(year => bankHolidays(year))
    .filter(
      ({ date }) =>
        date.dayOfWeek <= 5 &&
        Temporal.PlainDate.compare(date, from) > 0 &&
        Temporal.PlainDate.compare(date, to) <= 0,
    ).length
}
