import { type Calendars, englandAndWales } from '../calendars/calendars.ts'
import { countDays } from './countDays.ts'
import { countPeriod } from './countPeriod.ts'
import type { CountRule } from './countRule.ts'
import { type Countable, countRuleOf } from './countRuleOf.ts'
import type { CountedDay, CountStep } from './countStep.ts'
import { countTerms } from './countTerms.ts'
import { endOfLondonDay, londonDate, londonOffsetHours } from './london.ts'

/** A due date that can say how it was found. */
export interface CountedDue {
  readonly rule: CountRule
  readonly start: Temporal.PlainDate | Temporal.Instant
  /** The due day in England. */
  readonly dueOn: Temporal.PlainDate
  /** The last moment in time: `at <= dueAt` is on time. End of the due day, or the exact instant for hours. */
  readonly dueAt: Temporal.Instant
  readonly steps: readonly CountStep[]
}

/**
 * The due date of a limit. Pure: the same rule, start and calendars always give the same answer.
 *
 * In: the rule, or a clock version that has a limit; the date of the trigger (or of the anchor, for a backwards rule), or the instant for hours;
 * the calendars. An instant is taken as its date in England for every unit but hours.
 * Rules CR1 to CR9 and CR12 of the counting rules in docs/timescales.md.
 * Throws a RangeError for a value that is not a whole number of at least 1, and an Error for no limit, hours from a date
 * or school days or terms without a school calendar: those are mistakes of the caller.
 */
export function countLimit(
  limit: CountRule | Countable,
  start: Temporal.PlainDate | Temporal.Instant,
  calendars: Calendars = englandAndWales,
): CountedDue {
  const rule = 'limit' in limit ? ruleOf(limit) : limit
  if (!Number.isInteger(rule.value) || rule.value < 1) {
    throw new RangeError(`A limit is a whole number of at least 1, not ${rule.value}. Correct the limit.`)
  }
  if (rule.unit === 'hours') return countHours(rule, start)
  const startOn = start instanceof Temporal.Instant ? londonDate(start) : start
  const { on, steps } = count(rule, startOn, calendars)
  return {
    rule,
    start,
    dueOn: on,
    dueAt: endOfLondonDay(on),
    steps: [...steps, { kind: 'due', on }],
  }
}

function ruleOf(version: Countable): CountRule {
  const rule = countRuleOf(version)
  if (rule) return rule
  throw new Error('This clock has no length of time to count. Ask countRuleOf() first, or set a local limit.')
}

function count(rule: CountRule, start: Temporal.PlainDate, calendars: Calendars): CountedDay {
  if (rule.unit === 'working_days' || rule.unit === 'school_days') return countDays(rule, start, calendars)
  return rule.unit === 'school_terms'
    ? countTerms(rule, start, calendars)
    : countPeriod(rule, start, calendars)
}

/** Hours run straight through nights, weekends, holidays and changes of the clocks (CR4, CR12). */
function countHours(rule: CountRule, start: Temporal.PlainDate | Temporal.Instant): CountedDue {
  if (!(start instanceof Temporal.Instant)) {
    throw new Error(
      'A limit in hours runs from an exact moment. Give the instant of the trigger, not its date.',
    )
  }
  const dueAt =
    rule.direction === 'forwards' ? start.add({ hours: rule.value }) : start.subtract({ hours: rule.value })
  const dueOn = londonDate(dueAt)
  const shift = londonOffsetHours(dueAt) - londonOffsetHours(start)
  const change: readonly CountStep[] = shift === 0 ? [] : [{ kind: 'clocks_change', hours: shift }]
  return {
    rule,
    start,
    dueOn,
    dueAt,
    steps: [{ kind: 'starts', on: londonDate(start), counts: true }, ...change, { kind: 'due', on: dueOn }],
  }
}
