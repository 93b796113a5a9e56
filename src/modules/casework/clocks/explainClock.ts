import {
  type ClockDefinition,
  type ClockVersion,
  clockDefinition,
  countLimit,
  countRuleOf,
  explainCount,
  type LimitUnit,
} from '#reference'
import type { StoredClock } from './storedClocks.ts'

/** Everything the explanation page says of a due date. */
export type ClockExplanation = {
  readonly definition: ClockDefinition
  readonly version: ClockVersion
  /** How it was counted, as sentences. */
  readonly counted: readonly string[]
  /** The authority's own limit, when it is not the one in law. */
  readonly isLocalValue: boolean
}

/**
 * Says how a stored due date was reached, by counting it again from the limit as it was applied then.
 * @throws when the clock's definition no longer counts a length of time: definitions are never changed, only added to
 */
export function explainClock(clock: StoredClock): ClockExplanation {
  const definition = clockDefinition(clock.definitionId)
  const version = definition.versions.find(({ version }) => version === clock.definitionVersion) ?? null
  const limit = { value: clock.limitValue, unit: clock.limitUnit as LimitUnit } // written by clockChain only
  const rule = version ? countRuleOf(version, limit) : null
  if (version === null || rule === null)
    throw new Error(`${clock.definitionId} version ${clock.definitionVersion} has no length of time`)
  const start = rule.unit === 'hours' && clock.triggerAt ? clock.triggerAt : clock.triggerOn
  const counted = countLimit(rule, start)
  const isSet = clock.definitionId === 'S47_CHILD_SEEN' && !sameMinute(counted.dueAt, clock.dueAt)
  return {
    definition,
    version,
    counted: isSet ? [SET_BY_DISCUSSION, ...explainCount(counted)] : explainCount(counted),
    isLocalValue: !shippedLimits(version).includes(clock.limitValue),
  }
}

/** The one clock whose end is set for the child: the time that the strategy discussion set overrides the default. */
const SET_BY_DISCUSSION =
  'The strategy discussion set this time for the child itself. It stands in place of the general limit, which would be:'

const sameMinute = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Math.abs(one.until(other).total('seconds')) < 60

function shippedLimits({ limit, recurrence }: ClockVersion): readonly number[] {
  const first = limit ? [limit.value] : []
  if (recurrence?.style === 'interval') return [...first, recurrence.value]
  if (recurrence?.style === 'sequence') return [...first, ...recurrence.steps.map(({ value }) => value)]
  return recurrence?.style === 'offsets' ? [...first, ...recurrence.values] : first
}
