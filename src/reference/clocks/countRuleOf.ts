import type { CountRule, Limit } from '../counting/countRule.ts'
import type { ClockVersion } from './clockDefinition.ts'

/**
 * How a version's limit is counted, or null when it has none: a fixed rule, or a value that the authority has
 * yet to set. Give a variant's limit to count that case instead.
 */
export function countRuleOf(version: ClockVersion, limit: Limit | null = version.limit): CountRule | null {
  if (limit === null || version.counting === null) return null
  const { dayZero, direction, clear } = version.counting
  return limit.unit === version.counting.unit
    ? { ...limit, dayZero, direction, clear }
    : { ...limit, ...countingFor(limit.unit), direction, clear: clear && limit.unit === 'working_days' }
}

/** How a length of time is counted when nothing else is said: from the event, leaving its day out (CR2). */
export function countingFor(unit: Limit['unit']): Pick<CountRule, 'dayZero' | 'direction' | 'clear'> {
  const dayZero =
    unit === 'hours'
      ? 'instant'
      : unit === 'calendar_months' || unit === 'school_terms'
        ? 'included'
        : 'excluded'
  return { dayZero, direction: 'forwards', clear: false }
}
