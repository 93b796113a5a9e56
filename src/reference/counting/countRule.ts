/** Units a statutory limit may be given in. `calendar_months` and `school_terms` are kept by the end of one. */
export const limitUnits = [
  'hours',
  'working_days',
  'school_days',
  'calendar_days',
  'weeks',
  'months',
  'years',
  'calendar_months',
  'school_terms',
] as const

export type LimitUnit = (typeof limitUnits)[number]

/** A length of time as law or guidance states it. `value` is a whole number, at least 1. */
export interface Limit {
  readonly value: number
  readonly unit: LimitUnit
}

/**
 * Whether the day of the event counts. `excluded`: "within N days of", day 0. `included`: "beginning with the
 * day". `instant`: hours, from the exact moment.
 */
export type DayZero = 'excluded' | 'included' | 'instant'

/** Forwards from a trigger, or backwards from an anchor such as a conference date. */
export type CountDirection = 'forwards' | 'backwards'

/**
 * Everything that decides a due date besides the start and the calendars. Kept by name, never implied: two
 * conventions for day 0 are in use in England, and reports differ by a day where it is left unsaid (CR3).
 */
export interface CountRule extends Limit {
  readonly dayZero: DayZero
  readonly direction: CountDirection
  /** Backwards working or school days only: N whole days must lie between the due day and the anchor. */
  readonly clear: boolean
}

/** How many of a unit, in words: "1 working day", "15 working days", "2 calendar months". */
export function limitInWords({ value, unit }: Limit): string {
  const singular = unit.slice(0, -1).replace('_', ' ')
  return value === 1 ? `1 ${singular}` : `${value} ${singular}s`
}
