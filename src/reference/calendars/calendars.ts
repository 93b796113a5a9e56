import { bankHolidays } from './bankHolidays.ts'

/** One school term, first and last day included. */
export interface SchoolTerm {
  readonly name: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** Days on which a school is shut, first and last day included: holidays, training days, snow. */
export interface SchoolClosure {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly reason: string
}

/** A bank holiday added to the ordinary ones, such as one proclaimed since this table was written. */
export interface AddedBankHoliday {
  readonly date: Temporal.PlainDate
  readonly name: string
}

/**
 * What a count needs to know of days. `null` school dates mean "not known": counting school days or terms
 * without them is refused rather than guessed.
 */
export interface Calendars {
  /** The name of the bank holiday kept that day, or null. */
  readonly bankHolidayOn: (date: Temporal.PlainDate) => string | null
  readonly schoolClosures: readonly SchoolClosure[] | null
  readonly schoolTerms: readonly SchoolTerm[] | null
}

/** The calendar that every working-day clock in England uses (domain rule CR1). */
export const englandAndWales: Calendars = {
  bankHolidayOn: date => namesByDay(date.year).get(dayKey(date)) ?? null,
  schoolClosures: null,
  schoolTerms: null,
}

/** The same calendars with more bank holidays. Pure: the given calendars are not changed. */
export function withBankHolidays(calendars: Calendars, added: readonly AddedBankHoliday[]): Calendars {
  const names = new Map(added.map(holiday => [holiday.date.toString(), holiday.name]))
  return {
    ...calendars,
    bankHolidayOn: date => calendars.bankHolidayOn(date) ?? names.get(date.toString()) ?? null,
  }
}

/** The same calendars with the closures, and the terms when known, of one school or one authority. */
export function withSchoolDates(
  calendars: Calendars,
  dates: { readonly closures: readonly SchoolClosure[]; readonly terms?: readonly SchoolTerm[] },
): Calendars {
  return {
    ...calendars,
    schoolClosures: dates.closures,
    schoolTerms: dates.terms ?? calendars.schoolTerms,
  }
}

const namesOfYear = new Map<number, ReadonlyMap<number, string>>()

/** The bank holidays of a year by day: counts ask for every day, so a search of the list would be slow. */
function namesByDay(year: number): ReadonlyMap<number, string> {
  const known = namesOfYear.get(year)
  if (known) return known
  const names = new Map(bankHolidays(year).map(({ date, name }) => [dayKey(date), name]))
  namesOfYear.set(year, names)
  return names
}

function dayKey({ month, day }: Temporal.PlainDate): number {
  return month * 100 + day
}
