import { easterSunday } from './easterSunday.ts'
import { oneOffBankHolidays } from './oneOffBankHolidays.ts'

/** One day on which working-day clocks stand still: a weekday, never a Saturday or Sunday. */
export interface BankHoliday {
  readonly date: Temporal.PlainDate
  readonly name: string
}

/** The years for which every one-off day is known to this table or none has been proclaimed. */
export const firstBankHolidayYear = 1996
export const lastBankHolidayYear = 2099

const monday = 1
const byYear = new Map<number, readonly BankHoliday[]>()

/**
 * The bank holidays of England and Wales in one year, in date order, with substitute days for those that fall
 * on a weekend. Good Friday and Christmas Day are included: the working-day rule names them beside the bank
 * holidays. Source: Banking and Financial Dealings Act 1971 s.1 and sch.1, and the proclamations in
 * `oneOffBankHolidays`. Throws a RangeError for years outside 1996 to 2099.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const known = byYear.get(year)
  if (known) return known
  if (!Number.isInteger(year) || year < firstBankHolidayYear || year > lastBankHolidayYear) {
    throw new RangeError(
      `Bank holidays are known for ${firstBankHolidayYear} to ${lastBankHolidayYear}, not ${year}. Check the year of the date.`,
    )
  }
  const computed = withOneOffs(year, ordinaryHolidays(year))
  byYear.set(year, computed)
  return computed
}

function ordinaryHolidays(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year)
  return [
    newYear(year),
    { date: easter.subtract({ days: 2 }), name: 'Good Friday' },
    { date: easter.add({ days: 1 }), name: 'Easter Monday' },
    { date: firstMonday(year, 5), name: 'Early May bank holiday' },
    { date: lastMonday(year, 5), name: 'Spring bank holiday' },
    { date: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
  ]
}

function newYear(year: number): BankHoliday {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  const weekendDaysToPass = first.dayOfWeek > 5 ? 8 - first.dayOfWeek : 0
  return { date: first.add({ days: weekendDaysToPass }), name: named("New Year's Day", weekendDaysToPass) }
}

/** A Christmas or Boxing Day lost to a weekend is kept on the first weekday after both. */
function christmas(year: number): readonly BankHoliday[] {
  const christmasDay = Temporal.PlainDate.from({ year, month: 12, day: 25 })
  const weekday = christmasDay.dayOfWeek
  const christmasMoves = weekday === 6 ? 2 : weekday === 7 ? 2 : 0
  const boxingMoves = weekday === 5 ? 2 : weekday === 6 ? 2 : 0
  return [
    { date: christmasDay.add({ days: christmasMoves }), name: named('Christmas Day', christmasMoves) },
    { date: christmasDay.add({ days: 1 + boxingMoves }), name: named('Boxing Day', boxingMoves) },
  ]
}

function named(name: string, daysMoved: number): string {
  return daysMoved === 0 ? name : `${name} (substitute day)`
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: (7 + monday - first.dayOfWeek) % 7 })
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const last = Temporal.PlainDate.from({ year, month, day: 31 })
  return last.subtract({ days: (last.dayOfWeek - monday + 7) % 7 })
}

function withOneOffs(year: number, ordinary: readonly BankHoliday[]): readonly BankHoliday[] {
  const changes = oneOffBankHolidays.filter(change => change.year === year)
  const dropped = new Set(changes.map(change => change.instead))
  return [
    ...ordinary.filter(holiday => !dropped.has(holiday.date.toString())),
    ...changes.map(({ on, name }) => ({ date: Temporal.PlainDate.from(on), name })),
  ].sort((one, other) => Temporal.PlainDate.compare(one.date, other.date))
}
