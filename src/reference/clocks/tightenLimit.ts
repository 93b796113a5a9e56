import type { CountRule, Limit } from '../counting/countRule.ts'
import { countingFor, countRuleOf } from '../counting/countRuleOf.ts'
import type { ClockVersion, Counting, Recurrence } from './clockDefinition.ts'
import type { ClockDefinition } from './clockDefinitions.ts'
import { neverLater } from './neverLater.ts'

/**
 * What an authority would change of a clock. What is left out stays as shipped, but an interval that is the same
 * as the shipped limit follows a new limit.
 */
export interface LocalValue {
  readonly limit?: Limit
  readonly recurrence?: Recurrence
  /** Backwards working-day clocks: whether whole days must lie between. */
  readonly clear?: boolean
}

export type LimitRefusal =
  | 'nothing_to_set'
  | 'not_a_timer'
  | 'fixed_by_law'
  | 'not_whole'
  | 'clear_not_applicable'
  | 'cannot_compare'
  | 'looser_than_law'
  | 'beyond_guard_rail'

export type TightenedLimit =
  | { readonly ok: true; readonly version: ClockVersion }
  /** `message` is a sentence to show to the person who set the value. */
  | { readonly ok: false; readonly reason: LimitRefusal; readonly message: string }

const messages: Readonly<Record<LimitRefusal, string>> = {
  nothing_to_set: 'Enter a limit, an interval or how days are counted.',
  not_a_timer: 'This is a rule without a length of time, so there is no limit to change.',
  fixed_by_law: 'The law itself acts on this day, so it cannot be changed.',
  not_whole: 'Enter a whole number of 1 or more.',
  clear_not_applicable: 'Clear days apply only to working days counted back from a date.',
  cannot_compare: 'Use the unit that the law uses: this one cannot be shown to be stricter.',
  looser_than_law: 'Law or statutory guidance sets this limit. A local value may only be stricter.',
  beyond_guard_rail: 'This is longer than practice allows anywhere. Enter a shorter limit.',
}

/**
 * The version of a clock with an authority's own value, or why it is refused. Values set by statute,
 * regulations or statutory guidance may only become stricter: never due later, or, where the law sets a time
 * that must first pass, never over sooner. Local norms and practice guidance are free up to the longest value
 * that practice names (counting rule CR16).
 */
export function tightenLimit(
  definition: ClockDefinition,
  value: LocalValue,
  version: ClockVersion | undefined = definition.versions.at(-1),
): TightenedLimit {
  if (!version)
    throw new Error(`The clock ${definition.id} has no version. Give it one in clocks/definitions.`)
  const local = withValue(version, value)
  const reason = refusal(definition, version, value, local)
  return reason === null ? { ok: true, version: local } : { ok: false, reason, message: messages[reason] }
}

function refusal(
  definition: ClockDefinition,
  version: ClockVersion,
  value: LocalValue,
  local: ClockVersion,
): LimitRefusal | null {
  if (!value.limit && !value.recurrence && value.clear === undefined) return 'nothing_to_set'
  if (definition.bound === 'rule') return 'not_a_timer'
  if (definition.bound === 'takes_effect') return 'fixed_by_law'
  if (!lengths(value).every(length => Number.isInteger(length) && length >= 1)) return 'not_whole'
  if (value.clear !== undefined && !canBeClear(local)) return 'clear_not_applicable'
  return definition.configurable ? railRefusal(definition, local) : lawRefusal(definition, version, local)
}

function lawRefusal({ bound }: ClockDefinition, law: ClockVersion, local: ClockVersion): LimitRefusal | null {
  for (const [lawRule, localRule] of [
    [countRuleOf(law), countRuleOf(local)],
    [intervalRule(law.recurrence), intervalRule(local.recurrence)],
  ] as const) {
    if (lawRule === null && localRule === null) continue
    if (lawRule === null || localRule === null) return 'cannot_compare'
    const stricter =
      bound === 'no_sooner_than' ? neverLater(lawRule, localRule) : neverLater(localRule, lawRule)
    if (stricter === null) return 'cannot_compare'
    if (!stricter) return 'looser_than_law'
  }
  return sameStyle(law.recurrence, local.recurrence) ? null : 'cannot_compare'
}

function railRefusal({ guardRail }: ClockDefinition, local: ClockVersion): LimitRefusal | null {
  if (!guardRail) return null
  const rail: CountRule = { ...guardRail, ...countingFor(guardRail.unit) }
  const rules = [countRuleOf(local), intervalRule(local.recurrence)].filter(rule => rule !== null)
  const within = rules.map(rule => neverLater(rule, rail))
  if (within.includes(null)) return 'cannot_compare'
  return within.includes(false) ? 'beyond_guard_rail' : null
}

/** Only intervals can be weighed against each other; any other pattern of law must be left as it is. */
function sameStyle(law: Recurrence | null, local: Recurrence | null): boolean {
  return law === local || (law?.style === 'interval' && local?.style === 'interval')
}

function intervalRule(recurrence: Recurrence | null): CountRule | null {
  if (recurrence?.style !== 'interval') return null
  const { value, unit } = recurrence
  return { value, unit, ...countingFor(unit) }
}

function withValue(version: ClockVersion, { limit, recurrence, clear }: LocalValue): ClockVersion {
  const newLimit = limit ?? version.limit
  const counting = newLimit === null ? version.counting : countingWith(version.counting, newLimit, clear)
  return { ...version, limit: newLimit, counting, recurrence: recurrence ?? followed(version, limit) }
}

/** Where one number is both the first limit and the interval, a new limit changes both. */
function followed(version: ClockVersion, limit: Limit | undefined): Recurrence | null {
  const { recurrence, limit: shipped } = version
  const isOneNumber =
    recurrence?.style === 'interval' &&
    recurrence.value === shipped?.value &&
    recurrence.unit === shipped.unit
  return isOneNumber && limit ? { style: 'interval', ...limit } : recurrence
}

function countingWith(counting: Counting | null, { unit }: Limit, clear: boolean | undefined): Counting {
  const kept = counting?.unit === unit ? counting : null
  const skips = unit === 'working_days' || unit === 'school_days'
  const direction = counting?.direction ?? 'forwards'
  return {
    ...(kept ?? { ...countingFor(unit), unit, nonWorkingDays: skips ? 'skipped' : 'counted' }),
    direction,
    clear: clear ?? (skips && direction === 'backwards' && (counting?.clear ?? false)),
  }
}

function canBeClear({ counting }: ClockVersion): boolean {
  return counting?.direction === 'backwards' && counting.nonWorkingDays === 'skipped'
}

function lengths({ limit, recurrence }: LocalValue): readonly number[] {
  return [...(limit ? [limit.value] : []), ...(recurrence ? recurrenceLengths(recurrence) : [])]
}

function recurrenceLengths(recurrence: Recurrence): readonly number[] {
  if (recurrence.style === 'interval') return [recurrence.value]
  if (recurrence.style === 'offsets') return recurrence.values
  return recurrence.style === 'sequence' ? recurrence.steps.map(step => step.value) : []
}
