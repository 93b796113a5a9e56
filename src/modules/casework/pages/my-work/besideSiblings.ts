import type { Uuid } from '#platform/ids'
import type { WorkItem } from '../../queries/workList.ts'

/**
 * The same list with siblings side by side: what is due at one time for one reason goes family by family. When each thing
 * is due still comes first.
 */
export function besideSiblings(
  items: readonly WorkItem[],
  families: ReadonlyMap<Uuid, string>,
): readonly WorkItem[] {
  const key = ({ definitionId, personId }: WorkItem): string =>
    [families.get(personId) ?? personId, definitionId ?? '', personId].join(' ')
  return items.toSorted((one, other) => byDue(one, other) || key(one).localeCompare(key(other)))
}

function byDue(one: WorkItem, other: WorkItem): number {
  if (one.dueOn === null || other.dueOn === null)
    return Number(one.dueOn === null) - Number(other.dueOn === null)
  const byDay = Temporal.PlainDate.compare(one.dueOn, other.dueOn)
  if (byDay !== 0 || one.dueAt === null || other.dueAt === null) return byDay
  return Temporal.Instant.compare(one.dueAt, other.dueAt)
}
