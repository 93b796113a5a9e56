import { type Calendars, englandAndWales } from '../calendars/calendars.ts'
import { nonWorkingDay } from '../calendars/isWorkingDay.ts'
import type { CountRule } from './countRule.ts'
import type { CountedDay, CountStep } from './countStep.ts'

/**
 * Counts calendar days, weeks, months, years and calendar months. Nothing is skipped and nothing rolls to a
 * working day (CR5, CR6). A period "beginning with the day" ends one day sooner (CR7).
 */
export function countPeriod(
  rule: CountRule,
  start: Temporal.PlainDate,
  calendars: Calendars = englandAndWales,
): CountedDay {
  const included = rule.dayZero === 'included'
  const reached = rule.unit === 'calendar_months' ? endOfMonth(rule, start) : movedBy(rule, start)
  const backToFirstDay = rule.direction === 'forwards' ? -1 : 1
  const on = included && rule.unit !== 'calendar_months' ? reached.add({ days: backToFirstDay }) : reached
  return {
    on,
    steps: [
      { kind: 'starts', on: start, counts: included },
      ...monthEndStep(rule, start, reached),
      ...notRolledStep(on, calendars),
    ],
  }
}

function movedBy({ unit, value, direction }: CountRule, start: Temporal.PlainDate): Temporal.PlainDate {
  const signed = direction === 'forwards' ? value : -value
  if (unit === 'weeks') return start.add({ days: 7 * signed })
  if (unit === 'months') return start.add({ months: signed })
  if (unit === 'years') return start.add({ years: signed })
  return start.add({ days: signed })
}

/** "At least once each month" is kept by the end of the month, whichever day it began (CR8). */
function endOfMonth({ value, direction }: CountRule, start: Temporal.PlainDate): Temporal.PlainDate {
  const months = direction === 'forwards' ? value - 1 : 1 - value
  const month = start.with({ day: 1 }).add({ months })
  return month.with({ day: month.daysInMonth })
}

function monthEndStep(
  { unit }: CountRule,
  start: Temporal.PlainDate,
  reached: Temporal.PlainDate,
): readonly CountStep[] {
  const clamps = (unit === 'months' || unit === 'years') && reached.day !== start.day
  return clamps ? [{ kind: 'month_end', on: reached, missingDay: start.day }] : []
}

function notRolledStep(on: Temporal.PlainDate, calendars: Calendars): readonly CountStep[] {
  const off = nonWorkingDay(on, calendars)
  return off ? [{ kind: 'not_rolled', on, off }] : []
}
