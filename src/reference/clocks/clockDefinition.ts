import type { CountDirection, DayZero, Limit, LimitUnit } from '../counting/countRule.ts'

/** The fields of practice that clocks are grouped by, in reading order. */
export const clockAreas = [
  'front_door',
  'child_in_need',
  'child_protection',
  'health',
  'court',
  'looked_after',
  'care_leavers',
  'private_fostering',
  'adoption',
  'fostering',
  'children_homes',
  'allegations',
  'serious_incident',
  'send',
  'multi_agency',
  'workforce',
  'rights',
  'governance',
  'records',
] as const

export type ClockArea = (typeof clockAreas)[number]

/** What kind of rule sets the limit, strongest first. Only the last two may be changed freely by an authority. */
export type ClockForce = 'statute' | 'regulation' | 'statutory_guidance' | 'practice_guidance' | 'local_norm'

/** How surely the number is known: where it was read. */
export type ClockConfidence = 'seen_primary' | 'seen_secondary' | 'seen_source_document' | 'memory'

export type ClockStatus = 'in_force' | 'in_force_under_review' | 'enacted_not_commenced'

/**
 * What the due date means. `no_later_than`: the act must be done by it. `no_sooner_than`: the act must not be
 * done before it has passed. `takes_effect`: the law itself acts on that day. `aggregate`: the limit is a total
 * over a rolling period, so one stay alone does not decide it. `rule`: not a length of time at all.
 */
export type ClockBound = 'no_later_than' | 'no_sooner_than' | 'takes_effect' | 'aggregate' | 'rule'

/** The event or date that a clock is counted from. */
export type ClockAnchor =
  | 'trigger'
  | 'previous_completion'
  | 'conference_date'
  | 'expected_delivery_date'
  | 'arrangement_start'

/** What happens to days that are not worked: left out of the count, or counted like any other. */
export type NonWorkingDays = 'skipped' | 'counted'

export interface Counting {
  readonly unit: LimitUnit
  readonly dayZero: DayZero
  readonly direction: CountDirection
  /** See CountRule. An authority may set it on local clocks that count backwards. */
  readonly clear: boolean
  readonly nonWorkingDays: NonWorkingDays
}

/**
 * How a clock begins again once it is satisfied. `interval`: from the actual date of the last valid event.
 * `offsets`: fixed points after the first trigger. `sequence`: each step from the last event, the final step
 * for ever. `school_terms`: by the end of each following term. `calendar_months`: once in each month.
 */
export type Recurrence =
  | { readonly style: 'interval'; readonly value: number; readonly unit: LimitUnit }
  | { readonly style: 'offsets'; readonly values: readonly number[]; readonly unit: LimitUnit }
  | { readonly style: 'sequence'; readonly steps: readonly Limit[] }
  | { readonly style: 'school_terms' }
  | { readonly style: 'calendar_months' }

/** Another limit that the same law sets for a named case. */
export interface ClockVariant {
  readonly when: string
  readonly limit: Limit
}

/** The clock as it stood between two dates. A running clock keeps the version of its trigger date (CR15). */
export interface ClockVersion {
  readonly version: number
  /** First day of this version; null when no beginning is recorded: it then reaches back without end. */
  readonly effectiveFrom: Temporal.PlainDate | null
  /** Last day of this version; null while it is current. */
  readonly effectiveTo: Temporal.PlainDate | null
  readonly limit: Limit | null
  readonly recurrence: Recurrence | null
  readonly anchor: ClockAnchor
  readonly counting: Counting | null
  readonly countingNote?: string
  readonly variants?: readonly ClockVariant[]
  /** The rolling period of an `aggregate` clock. */
  readonly within?: Limit
}

/** Where a limit comes from. `address` is the page where it was read, which may quote the document. */
export interface ClockSource {
  readonly document: string
  readonly ref: string | null
  readonly address: string | null
}

export interface ClockEntry {
  readonly id: string
  readonly area: ClockArea
  readonly name: string
  readonly trigger: string
  readonly satisfiedBy: string
  readonly responsible: string
  readonly force: ClockForce
  readonly confidence: ClockConfidence
  readonly status: ClockStatus
  /** True when an authority may set its own value freely; false when it may only be stricter (CR16). */
  readonly configurable: boolean
  readonly bound: ClockBound
  readonly lateMeans: string
  readonly edgeCases: readonly string[]
  readonly sources: readonly ClockSource[]
  /** The longest value an authority may set on a configurable clock, where practice names one. */
  readonly guardRail?: Limit
  readonly versions: readonly ClockVersion[]
}
