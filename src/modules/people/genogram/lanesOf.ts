import type { Uuid } from '#platform/ids'
import type { Point } from './point.ts'
import type { Union } from './unions.ts'

/**
 * Which of several parallel heights each union's lines run at, so that lines between the same two rows never lie on one
 * another. 0 is nearest to the parents; nearer couples come first.
 */
export function lanesOf(
  unions: readonly Union[],
  people: ReadonlyMap<Uuid, Point>,
): ReadonlyMap<string, number> {
  const placed = unions.map(union => {
    const parents = union.parents.flatMap(id => people.get(id) ?? [])
    const children = union.children.flatMap(({ id }) => people.get(id) ?? [])
    const xs = (parents.length > 0 ? parents : children).map(({ x }) => x)
    const row =
      parents.length > 0
        ? Math.max(...parents.map(({ y }) => y))
        : Math.min(...children.map(({ y }) => y)) - 1
    return { id: union.id, row, span: parents.length === 1 ? 0 : Math.max(...xs) - Math.min(...xs) }
  })
  const lanes = new Map<string, number>()
  for (const group of Map.groupBy(placed, ({ row }) => row).values())
    for (const [lane, { id }] of group.sort((one, other) => one.span - other.span).entries())
      lanes.set(id, lane)
  return lanes
}
