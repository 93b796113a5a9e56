import { type Calendars, englandAndWales } from './calendars.ts'

/** Why a day is not counted. */
export interface DayOff {
  readonly reason: 'weekend' | 'bank_holiday' | 'school_closed'
  /** Words for people: "Saturday", "Easter Monday", "half term". */
  readonly name: string
}

/** Why a day is not a working day, or null when it is one. */
export function nonWorkingDay(
  date: Temporal.PlainDate,
  calendars: Calendars = englandAndWales,
): DayOff | null {
  if (date.dayOfWeek === 6) return { reason: 'weekend', name: 'Saturday' }
  if (date.dayOfWeek === 7) return { reason: 'weekend', name: 'Sunday' }
  const holiday = calendars.bankHolidayOn(date)
  return holiday === null ? null : { reason: 'bank_holiday', name: holiday }
}

/**
 * Whether a date is a working day: not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in
 * England and Wales. Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg 2;
 * the same words are in the Private Fostering (Wales) Regulations 2006, reg 2.
 */
export function isWorkingDay(date: Temporal.PlainDate, calendars: Calendars = englandAndWales): boolean {
  return nonWorkingDay(date, calendars) === null
}

/**
 * Why a day is not a school day, or null when it is one. Throws when the calendars hold no school closures:
 * without them a summer holiday would be counted as school.
 */
export function nonSchoolDay(date: Temporal.PlainDate, calendars: Calendars): DayOff | null {
  const { schoolClosures } = calendars
  if (schoolClosures === null) {
    throw new Error(
      'School days cannot be counted without closure days. Give the school or authority calendar with withSchoolDates().',
    )
  }
  const off = nonWorkingDay(date, calendars)
  if (off) return off
  const closure = schoolClosures.find(
    ({ from, to }) =>
      Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0,
  )
  return closure ? { reason: 'school_closed', name: closure.reason } : null
}
