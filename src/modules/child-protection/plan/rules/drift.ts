import type { PlanOutcome } from '#modules/casework'

/** Signs that a plan goes nowhere. Each is told on the record, to the worker and to the manager. */
export type Drift = 'unchanged' | 'not_seen' | 'overdue_twice' | 'long'

export const driftWords: Readonly<Record<Drift, string>> = {
  unchanged: 'Unchanged over two reviews',
  not_seen: 'No visit with the child seen in time',
  overdue_twice: 'An action overdue twice',
  long: 'Over 15 months',
}

export type DriftFacts = {
  readonly startedOn: Temporal.PlainDate
  /** Days of the reviews, oldest first. */
  readonly reviewedOn: readonly Temporal.PlainDate[]
  /** The last day on which an outcome or action was written or changed. */
  readonly changedOn: Temporal.PlainDate | null
  /** When the next visit with the child seen is due. */
  readonly visitDueOn: Temporal.PlainDate | null
  /** Open actions past their day that had been given a later day before, or that a review found late. */
  readonly overdueTwice: number
}

const MONTHS_LONG = 15

/** The signs of drift that a plan shows on a day. */
export function driftOf(facts: DriftFacts, today: Temporal.PlainDate): readonly Drift[] {
  const before = facts.reviewedOn.at(-2)
  const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) > 0
  const signs: Readonly<Record<Drift, boolean>> = {
    unchanged: before !== undefined && !isAfter(facts.changedOn ?? facts.startedOn, before),
    not_seen: facts.visitDueOn !== null && isAfter(today, facts.visitDueOn),
    overdue_twice: facts.overdueTwice > 0,
    long: isAfter(today, facts.startedOn.add({ months: MONTHS_LONG })),
  }
  return (['unchanged', 'not_seen', 'overdue_twice', 'long'] as const).filter(sign => signs[sign])
}

/** Whether an open action is late for the second time: its day was moved already, or a review came after its day. */
export function isOverdueTwice(
  action: Pick<PlanOutcome['actions'][number], 'dueOn' | 'doneOn'>,
  firstDueOn: Temporal.PlainDate,
  reviewedOn: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
): boolean {
  const compare = Temporal.PlainDate.compare
  if (action.doneOn !== null || compare(action.dueOn, today) >= 0) return false
  return compare(firstDueOn, action.dueOn) < 0 || reviewedOn.some(day => compare(day, action.dueOn) > 0)
}
