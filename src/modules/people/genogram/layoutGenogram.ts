import { Graph, layout } from '@dagrejs/dagre'
import type { Uuid } from '#platform/ids'
import { lanesOf } from './lanesOf.ts'
import type { Point } from './point.ts'
import type { GenogramLink, Union } from './unions.ts'

export const SYMBOL = 52
const CELL = { width: 132, height: 116 }
const MARGIN = 28
/** Between two parallel lines. */
export const LANE = 12

export type GenogramLayout = {
  /** Middle of each person's symbol. */
  readonly people: ReadonlyMap<Uuid, Point>
  /** Height of each union's line, and where its children hang. */
  readonly unions: ReadonlyMap<string, Point>
  /** Which of the parallel heights between two rows each union's lines run at. */
  readonly lanes: ReadonlyMap<string, number>
  readonly width: number
  readonly height: number
}

/** What ordering needs to know of a person: elder first, and he stands left of her by convention. */
export type Ordered = { readonly id: Uuid; readonly sex: 'M' | 'F' | 'U' | null }

/**
 * Places everyone: generations in rows, partners side by side, children below from the eldest on the left.
 * @param people in order of age, eldest first
 */
export function layoutGenogram(
  people: readonly Ordered[],
  unions: readonly Union[],
  links: readonly GenogramLink[] = [],
): GenogramLayout {
  // Once to learn which lines run between the same rows, and again with room for them.
  const first = place(people, unions, links, 1)
  const most = Math.max(1, ...first.lanes.values().map(lane => lane + 1))
  return most === 1 ? first : place(people, unions, links, most)
}

function place(
  people: readonly Ordered[],
  unions: readonly Union[],
  links: readonly GenogramLink[],
  lanes: number,
): GenogramLayout {
  const graph = new Graph()
  graph.setGraph({
    rankdir: 'TB',
    nodesep: 30,
    ranksep: 26 + LANE * (lanes - 1),
    marginx: MARGIN,
    marginy: MARGIN,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of people) graph.setNode(id, { ...CELL })
  for (const union of unions) {
    graph.setNode(unionNode(union), { width: 8, height: 8 })
    for (const parent of union.parents) graph.setEdge(parent, unionNode(union), { weight: 4 })
    for (const { id } of union.children) graph.setEdge(unionNode(union), id, { weight: 2 })
  }
  for (const { personId, otherId, kind } of links)
    if (kind === 'grandparent' && graph.hasNode(personId) && graph.hasNode(otherId))
      graph.setEdge(personId, otherId, { minlen: 4, weight: 1 })
  layout(graph, { constraints: constraintsOf(people, unions) })
  const at = (node: string): Point => {
    const { x, y } = graph.node(node)
    return { x: Math.round(x ?? 0), y: Math.round(y ?? 0) }
  }
  const placed = new Map(
    people.map(({ id }) => [id, { ...at(id), y: at(id).y - (CELL.height - SYMBOL) / 2 + 14 }]),
  )
  const { width = 0, height = 0 } = graph.graph()
  const spots = eldestLeft(people, unions, placed)
  return {
    people: spots,
    lanes: lanesOf(unions, spots),
    unions: new Map(unions.map(union => [union.id, at(unionNode(union))])),
    width: Math.max(320, Math.ceil(width)),
    height: Math.ceil(height) + 8,
  }
}

const unionNode = (union: Union): string => `union ${union.id}`

function constraintsOf(people: readonly Ordered[], unions: readonly Union[]) {
  const place = new Map(people.map(({ id }, index) => [id, index]))
  const sexes = new Map(people.map(({ id, sex }) => [id, sex]))
  const pairs: { left: string; right: string }[] = []
  for (const { parents, children } of unions) {
    const [one, other] = parents
    if (one && other && sexes.get(one) !== sexes.get(other))
      pairs.push(
        sexes.get(other) === 'M' || sexes.get(one) === 'F'
          ? { left: other, right: one }
          : { left: one, right: other },
      )
    const ordered = children.map(({ id }) => id).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
    for (const [index, id] of ordered.entries()) {
      const next = ordered[index + 1]
      if (next) pairs.push({ left: id, right: next })
    }
  }
  return pairs
}

/** Ordering is a request to dagre, not a promise: children who are nobody's parent or partner simply swap places. */
function eldestLeft(
  people: readonly Ordered[],
  unions: readonly Union[],
  placed: ReadonlyMap<Uuid, Point>,
): ReadonlyMap<Uuid, Point> {
  const result = new Map(placed)
  const grown = new Set(unions.flatMap(({ parents }) => parents))
  const place = new Map(people.map(({ id }, index) => [id, index]))
  for (const { children } of unions) {
    const row = children.map(({ id }) => id).filter(id => !grown.has(id))
    const spots = row.flatMap(id => result.get(id) ?? []).sort((a, b) => a.x - b.x)
    row.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
    for (const [index, id] of row.entries()) {
      const spot = spots[index]
      if (spot) result.set(id, spot)
    }
  }
  return result
}
