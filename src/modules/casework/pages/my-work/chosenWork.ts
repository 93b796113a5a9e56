import type { Uuid } from '#platform/ids'
import type { WorkItem } from '../../queries/workList.ts'
import { isOverdue } from './dueBadge.ts'

/** What to narrow one's work by; each left out means everything. */
export type WorkChoice = {
  readonly due?: 'overdue' | 'today' | 'week' | undefined
  readonly child?: Uuid | undefined
  /** A clock definition's id, 'task', 'action', or the code of a practice module's item. */
  readonly kind?: string | undefined
}

/** What the filter calls it: a clock by its definition, anything else by its kind. */
export const kindOf = ({
  kind,
  definitionId,
  practice,
}: Pick<WorkItem, 'kind' | 'definitionId' | 'practice'>): string => definitionId ?? practice?.code ?? kind

type Moment = { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant }

/** The items that a choice leaves, in the same order. 'week' is today and the six days after it. */
export function chosenWork(
  items: readonly WorkItem[],
  choice: WorkChoice,
  moment: Moment,
): readonly WorkItem[] {
  return items.filter(
    item =>
      (choice.child === undefined || item.personId === choice.child) &&
      (choice.kind === undefined || kindOf(item) === choice.kind) &&
      isDue(item, choice.due, moment),
  )
}

function isDue(item: WorkItem, due: WorkChoice['due'], { today, now }: Moment): boolean {
  if (due === undefined) return true
  const overdue = isOverdue(item, today, now)
  if (due === 'overdue' || item.dueOn === null) return due === 'overdue' && overdue
  const last = due === 'today' ? today : today.add({ days: 6 })
  return !overdue && Temporal.PlainDate.compare(item.dueOn, last) <= 0
}

/** How much is due on each of the next seven days, today first, and what is overdue. */
export function dueByDay(
  items: readonly WorkItem[],
  { today, now }: Moment,
): {
  readonly overdue: number
  readonly days: readonly { readonly on: Temporal.PlainDate; readonly count: number }[]
} {
  const late = new Set(items.filter(item => isOverdue(item, today, now)))
  const rest = items.filter(item => !late.has(item))
  const days = Array.from({ length: 7 }, (_, index) => today.add({ days: index }))
  return {
    overdue: late.size,
    days: days.map(on => ({ on, count: rest.filter(item => item.dueOn?.equals(on)).length })),
  }
}
