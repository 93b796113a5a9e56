import type { Uuid } from '#platform/ids'
import type { Union } from './unions.ts'

/** Which of several parallel heights each line runs at, so that no two lie on one another. */
export type Lanes = {
  /** Of the couple's line, 0 nearest to the parents. */
  readonly couple: ReadonlyMap<string, number>
  /** Of the line from which the children hang, 0 nearest to the children. */
  readonly bar: ReadonlyMap<string, number>
  /** How many there are below a row of parents, and above a row of children. */
  couplesIn(row: number): number
  barsIn(row: number): number
}

type Span = { readonly id: string; readonly row: number; readonly from: number; readonly to: number }

const NEAR = 14 // closer than this, two lines at one height would read as one

/** Gives every line the first height at which it meets no other; shorter ones first, so that they stay nearer. */
export function lanesOf(
  unions: readonly Union[],
  x: ReadonlyMap<Uuid, number>,
  row: ReadonlyMap<Uuid, number>,
): Lanes {
  const couples = unions.flatMap((union): Span[] => {
    const xs = union.parents.flatMap(id => x.get(id) ?? [])
    if (xs.length === 0) return []
    return [{ id: union.id, row: lowest(union.parents, row), from: Math.min(...xs), to: Math.max(...xs) }]
  })
  const bars = unions.flatMap((union): Span[] => {
    const ids = union.children.map(({ id }) => id)
    const parents = union.parents.flatMap(id => x.get(id) ?? [])
    const stem = parents.length > 0 ? [parents.reduce((sum, one) => sum + one, 0) / parents.length] : []
    const xs = [...ids.flatMap(id => x.get(id) ?? []), ...stem]
    if (ids.length === 0 || xs.length === 0) return []
    return [
      {
        id: union.id,
        row: Math.min(...ids.map(id => row.get(id) ?? 0)),
        from: Math.min(...xs),
        to: Math.max(...xs),
      },
    ]
  })
  const [couple, coupleCounts] = coloured(couples)
  const [bar, barCounts] = coloured(bars)
  return { couple, bar, couplesIn: at => coupleCounts.get(at) ?? 0, barsIn: at => barCounts.get(at) ?? 0 }
}

const lowest = (ids: readonly Uuid[], row: ReadonlyMap<Uuid, number>): number =>
  Math.max(...ids.map(id => row.get(id) ?? 0))

function coloured(spans: readonly Span[]): [Map<string, number>, Map<number, number>] {
  const lanes = new Map<string, number>()
  const counts = new Map<number, number>()
  for (const [row, group] of Map.groupBy(spans, span => span.row)) {
    const taken: Span[][] = []
    for (const span of group.toSorted((one, other) => one.to - one.from - (other.to - other.from))) {
      const meets = (other: Span): boolean => span.from < other.to + NEAR && other.from < span.to + NEAR
      const free = taken.findIndex(lane => !lane.some(meets))
      const lane = free < 0 ? taken.push([]) - 1 : free
      taken[lane]?.push(span)
      lanes.set(span.id, lane)
    }
    counts.set(row, taken.length)
  }
  return [lanes, counts]
}
