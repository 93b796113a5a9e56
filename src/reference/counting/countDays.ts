import type { Calendars } from '../calendars/calendars.ts'
import { type DayOff, nonSchoolDay, nonWorkingDay } from '../calendars/isWorkingDay.ts'
import type { CountRule } from './countRule.ts'
import type { CountedDay, CountStep } from './countStep.ts'

/**
 * Counts working or school days, skipping the rest (CR1, CR2, CR4, CR9). Forwards, day 0 is the actual date,
 * even on a weekend; when the day itself is included, it counts only if it is a day of that kind. Backwards
 * and clear, one day more is walked, so that N whole days lie between.
 */
export function countDays(rule: CountRule, start: Temporal.PlainDate, calendars: Calendars): CountedDay {
  const dayOff = (date: Temporal.PlainDate): DayOff | null =>
    rule.unit === 'school_days' ? nonSchoolDay(date, calendars) : nonWorkingDay(date, calendars)
  const forwards = rule.direction === 'forwards'
  const startCounts = rule.dayZero === 'included' && dayOff(start) === null
  const steps: CountStep[] = []
  let left = rule.value + (!forwards && rule.clear ? 1 : 0) - (startCounts ? 1 : 0)
  let day = start
  while (left > 0) {
    day = day.add({ days: forwards ? 1 : -1 })
    const off = dayOff(day)
    if (off) steps.push({ kind: 'skips', on: day, off })
    else left -= 1
  }
  return { on: day, steps: [{ kind: 'starts', on: start, counts: startCounts }, ...steps] }
}
