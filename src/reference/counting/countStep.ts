import type { DayOff } from '../calendars/isWorkingDay.ts'

/** One thing that happened in a count, in the order in which it was met. */
export type CountStep =
  | { readonly kind: 'starts'; readonly on: Temporal.PlainDate; readonly counts: boolean }
  | { readonly kind: 'skips'; readonly on: Temporal.PlainDate; readonly off: DayOff }
  | { readonly kind: 'month_end'; readonly on: Temporal.PlainDate; readonly missingDay: number }
  | { readonly kind: 'clocks_change'; readonly hours: number }
  | { readonly kind: 'not_rolled'; readonly on: Temporal.PlainDate; readonly off: DayOff }
  | { readonly kind: 'term'; readonly on: Temporal.PlainDate; readonly name: string }
  | { readonly kind: 'due'; readonly on: Temporal.PlainDate }

/** A day reached by counting, with the steps met on the way. */
export interface CountedDay {
  readonly on: Temporal.PlainDate
  readonly steps: readonly CountStep[]
}
