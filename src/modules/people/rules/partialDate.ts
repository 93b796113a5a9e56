import { formatDate } from '#ui'

/** How exactly a date is known. */
export type DatePrecision = 'day' | 'month' | 'year'

/** A date known to the day, the month or the year; `date` is the first day that it may be. */
export type PartialDate = { readonly date: Temporal.PlainDate; readonly precision: DatePrecision }

/** The last day that the date may be. */
export function lastDayOf({ date, precision }: PartialDate): Temporal.PlainDate {
  if (precision === 'day') return date
  return date.add(precision === 'month' ? { months: 1 } : { years: 1 }).subtract({ days: 1 })
}

/** In words, no more exact than it is known: "12 March 2015", "March 2015", "2015". */
export function describePartialDate({ date, precision }: PartialDate): string {
  if (precision === 'year') return String(date.year)
  if (precision === 'month') return formatDate(date).replace(/^\d+ /, '')
  return formatDate(date)
}
