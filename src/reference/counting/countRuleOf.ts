import type { CountRule, Limit } from './countRule.ts'

/** Whatever has a limit and a way of counting it, such as a clock version. Null where there is no length. */
export interface Countable {
  readonly limit: Limit | null
  readonly counting: Pick<CountRule, 'unit' | 'dayZero' | 'direction' | 'clear'> | null
}

/**
 * How a version's limit is counted, or null when it has none: a fixed rule, or a value that the authority has
 * yet to set. Give a variant's limit to count that case instead.
 */
export function countRuleOf(version: Countable, limit: Limit | null = version.limit): CountRule | null {
  if (limit === null || version.counting === null) return null
  const { unit, dayZero, direction, clear } = version.counting
  return limit.unit === unit
    ? { ...limit, dayZero, direction, clear }
    : { ...limit, ...countingFor(limit.unit), direction, clear: clear && limit.unit === 'working_days' }
}

/** How a length of time is counted when nothing else is said: from the event, leaving its day out (CR2). */
export function countingFor(unit: Limit['unit']): Pick<CountRule, 'dayZero' | 'direction' | 'clear'> {
  const included = unit === 'calendar_months' || unit === 'school_terms'
  const dayZero = unit === 'hours' ? 'instant' : included ? 'included' : 'excluded'
  return { dayZero, direction: 'forwards', clear: false }
}
