import type { Span } from './chapterEntries.ts'

/** The first day of a month of an address ("2026-11"); this month where it says none, or one to come. */
export function monthOf(text: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  const now = today.with({ day: 1 })
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? '') ?? []
  if (year === undefined || month === undefined) return now
  const asked = Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: 1 })
  return Temporal.PlainDate.compare(asked, now) > 0 ? now : asked
}

export const monthCode = (month: Temporal.PlainDate): string => month.toString().slice(0, 7)
export const monthWords = (month: Temporal.PlainDate): string =>
  month.toLocaleString('en-GB', { month: 'long', year: 'numeric' })

export const spanOf = (month: Temporal.PlainDate): Span => ({
  from: month.toZonedDateTime('Europe/London').toInstant(),
  until: month.add({ months: 1 }).toZonedDateTime('Europe/London').toInstant(),
})
