import { type Calendars, englandAndWales } from '../calendars/calendars.ts'
import { type CountedDue, countLimit } from '../counting/countLimit.ts'
import type { Limit } from '../counting/countRule.ts'
import { countingFor, countRuleOf } from '../counting/countRuleOf.ts'
import { termsFrom } from '../counting/countTerms.ts'
import { londonDate } from '../counting/london.ts'
import type { ClockVersion, Recurrence } from './clockDefinition.ts'

type When = Temporal.PlainDate | Temporal.Instant

/** What has happened on a clock so far. `completed` holds valid events only (CR11), in any order. */
export interface ClockHistory {
  readonly trigger: When
  readonly completed: readonly When[]
}

export type NextDue =
  | { readonly ok: true; readonly due: CountedDue }
  /** `complete`: nothing more is owed. `no_limit`: not a timer. `term_dates_needed`: give school terms. */
  | { readonly ok: false; readonly reason: 'complete' | 'no_limit' | 'term_dates_needed' }

/**
 * When the next event on a clock is due. The first runs from the trigger; each later one from the actual date
 * of the last valid event, so a late visit does not shorten the next interval and an early one pulls the chain
 * forward (CR10). Offsets run from the trigger; terms and calendar months follow the one last satisfied.
 */
export function nextDue(
  version: ClockVersion,
  { trigger, completed }: ClockHistory,
  calendars: Calendars = englandAndWales,
): NextDue {
  const { recurrence } = version
  const last = latest(completed)
  if (recurrence?.style === 'school_terms') return endOfTerm(last, trigger, calendars)
  if (last === null) {
    const first = countRuleOf(version)
    return first
      ? { ok: true, due: countLimit(first, trigger, calendars) }
      : { ok: false, reason: 'no_limit' }
  }
  if (recurrence === null) return { ok: false, reason: 'complete' }
  const from = recurrence.style === 'offsets' ? trigger : last
  const limit = recurringLimit(recurrence, completed.length)
  if (limit === null) return { ok: false, reason: 'complete' }
  return { ok: true, due: countLimit({ ...limit, ...countingFor(limit.unit) }, from, calendars) }
}

/** The limit after a number of completed events, or null when the last has been kept. */
function recurringLimit(
  recurrence: Exclude<Recurrence, { style: 'school_terms' }>,
  completed: number,
): Limit | null {
  if (recurrence.style === 'interval') return { value: recurrence.value, unit: recurrence.unit }
  // The month of the last event is kept already: the next one ends the month after (CR8).
  if (recurrence.style === 'calendar_months') return { value: 2, unit: 'calendar_months' }
  if (recurrence.style === 'sequence') return recurrence.steps[completed] ?? recurrence.steps.at(-1) ?? null
  const value = recurrence.values[completed]
  return value === undefined ? null : { value, unit: recurrence.unit }
}

/** Before any event, the term of the trigger; afterwards, the first term that starts after the last event. */
function endOfTerm(last: When | null, trigger: When, calendars: Calendars): NextDue {
  const start = last ?? trigger
  const dayZero = last === null ? 'included' : 'excluded'
  const rule = { value: 1, unit: 'school_terms', dayZero, direction: 'forwards', clear: false } as const
  return termsFrom(rule, dateOf(start), calendars).length === 0
    ? { ok: false, reason: 'term_dates_needed' }
    : { ok: true, due: countLimit(rule, start, calendars) }
}

function latest(events: readonly When[]): When | null {
  return (
    events.toSorted((one, other) => Temporal.PlainDate.compare(dateOf(one), dateOf(other))).at(-1) ?? null
  )
}

function dateOf(when: When): Temporal.PlainDate {
  return when instanceof Temporal.Instant ? londonDate(when) : when
}
