import type { Uuid } from '#platform/ids'
import type { WorkItem } from '../../queries/workList.ts'

/** One line of the list: the same thing, due at the same time, for a child or for several siblings. */
export type WorkRow = readonly [WorkItem, ...WorkItem[]]

const LATER_DAYS = 42 // six weeks

/** Siblings' lines for the same kind of work with the same due date as one; all else as it was, in the same order. */
export function workRows(
  items: readonly WorkItem[],
  families: ReadonlyMap<Uuid, string>,
): readonly WorkRow[] {
  const rows = new Map<string, [WorkItem, ...WorkItem[]]>()
  for (const item of items) {
    const key = keyOf(item, families)
    const row = rows.get(key)
    const isAgain = row?.some(({ personId }) => personId === item.personId) // a child twice is two things to do
    if (row === undefined || isAgain) rows.set(isAgain ? item.id : key, [item])
    else row.push(item)
  }
  return [...rows.values()]
}

function keyOf(item: WorkItem, families: ReadonlyMap<Uuid, string>): string {
  const { kind, definitionId, title, dueOn, dueAt, isTimed, personId, practice } = item
  const what = [kind, definitionId ?? title, practice?.way.href, dueOn, isTimed ? dueAt : null]
  return [families.get(personId) ?? personId, ...what].join('|')
}

/** The last day of what is shown at once: what is due after it can wait behind its disclosure. */
export const lastDayShown = (today: Temporal.PlainDate): Temporal.PlainDate => today.add({ days: LATER_DAYS })

/** What is due within six weeks, overdue or without a date, and what is due later; each in the order given. */
export function nowAndLater(
  rows: readonly WorkRow[],
  today: Temporal.PlainDate,
): { readonly near: readonly WorkRow[]; readonly later: readonly WorkRow[] } {
  const last = lastDayShown(today)
  const isLater = ([{ dueOn }]: WorkRow) => dueOn !== null && Temporal.PlainDate.compare(dueOn, last) > 0
  return { near: rows.filter(row => !isLater(row)), later: rows.filter(isLater) }
}
