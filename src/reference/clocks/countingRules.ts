import type { Counting } from './clockDefinition.ts'

const forwards = { direction: 'forwards', clear: false } as const
const backwards = { direction: 'backwards', clear: false } as const

/** "Within N working days of": the day itself is day 0 (CR2). */
export const workingDaysAfter = {
  ...forwards,
  unit: 'working_days',
  dayZero: 'excluded',
  nonWorkingDays: 'skipped',
} as const satisfies Counting

/** "N working days before", with N whole working days in between (CR9). */
export const clearWorkingDaysBefore = {
  ...workingDaysAfter,
  direction: 'backwards',
  clear: true,
} as const satisfies Counting

/** "Within N school days of": school closures are skipped as well. */
export const schoolDaysAfter = { ...workingDaysAfter, unit: 'school_days' } as const satisfies Counting

/** "The Nth school day": the first school day is day 1. */
export const schoolDaysIncludingFirst = {
  ...schoolDaysAfter,
  dayZero: 'included',
} as const satisfies Counting

/** "Within N days of": every day counts, the day itself does not. */
export const calendarDaysAfter = {
  ...forwards,
  unit: 'calendar_days',
  dayZero: 'excluded',
  nonWorkingDays: 'counted',
} as const satisfies Counting

/** "N days beginning with the day" (CR7). */
export const calendarDaysIncludingFirst = {
  ...calendarDaysAfter,
  dayZero: 'included',
} as const satisfies Counting

/** Weeks of seven days; the due day is not moved to a working day (CR5). */
export const weeksAfter = { ...calendarDaysAfter, unit: 'weeks' } as const satisfies Counting

/** "N weeks beginning with the day" (CR5, CR7). */
export const weeksIncludingFirst = { ...weeksAfter, dayZero: 'included' } as const satisfies Counting

/** "Not less than N weeks before" (CR5, CR9). */
export const weeksBefore = { ...weeksAfter, ...backwards } as const satisfies Counting

/** Same day-number N months on, or the last day of a shorter month (CR6). */
export const monthsAfter = { ...calendarDaysAfter, unit: 'months' } as const satisfies Counting

/** Same day N years on; 29 February becomes 28 February (CR6). */
export const yearsAfter = { ...calendarDaysAfter, unit: 'years' } as const satisfies Counting

/** "At least once each month": by the end of each calendar month (CR8). */
export const eachCalendarMonth = {
  ...calendarDaysAfter,
  unit: 'calendar_months',
  dayZero: 'included',
} as const satisfies Counting

/** Hours from the exact moment, straight through (CR4, CR12). */
export const hoursFrom = {
  ...forwards,
  unit: 'hours',
  dayZero: 'instant',
  nonWorkingDays: 'counted',
} as const satisfies Counting
