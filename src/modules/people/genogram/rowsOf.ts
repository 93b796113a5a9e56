import type { Uuid } from '#platform/ids'
import type { Ordered } from './ordered.ts'
import type { Union } from './unions.ts'

/** People who stand side by side: partners next to one another; somebody alone is a chain of one. */
export type Chain = { readonly row: number; members: Uuid[] }

/**
 * The rows of the drawing, each from left to right: families one after another, children from the eldest.
 * @param people eldest first
 */
export function rowsOf(
  people: readonly Ordered[],
  unions: readonly Union[],
  row: ReadonlyMap<Uuid, number>,
): readonly (readonly Chain[])[] {
  const chains = chainsOf(people, unions, row)
  const chainOf = new Map(chains.flatMap(chain => chain.members.map(id => [id, chain] as const)))
  const age = new Map(people.map(({ id }, index) => [id, index]))
  const parentsOf = new Map<Uuid, readonly Uuid[]>()
  for (const { parents, children } of unions)
    for (const { id } of children) if (parents.length > 0 && !parentsOf.has(id)) parentsOf.set(id, parents)
  const rows: Chain[][] = []
  const seen = new Set<Chain>()
  const isPlaced = (id: Uuid): boolean =>
    (parentsOf.get(id) ?? []).some(parent => seen.has(chainOf.get(parent) as Chain)) // every parent is in a chain
  const visit = (chain: Chain): void => {
    if (seen.has(chain)) return
    turn(chain, isPlaced, people)
    seen.add(chain)
    for (let at = rows.length; at <= chain.row; at += 1) rows.push([])
    rows[chain.row]?.push(chain)
    const place = (union: Union): number => Math.max(...union.parents.map(id => chain.members.indexOf(id)))
    const own = unions.filter(({ parents }) => parents.some(id => chain.members.includes(id)))
    for (const union of own.toSorted((one, other) => place(one) - place(other)))
      for (const { id } of union.children.toSorted((a, b) => (age.get(a.id) ?? 0) - (age.get(b.id) ?? 0))) {
        const child = chainOf.get(id)
        if (child && child.row > chain.row) visit(child)
      }
  }
  const isRoot = (chain: Chain): boolean => chain.members.every(id => !parentsOf.has(id))
  for (const chain of chains.toSorted((one, other) => one.row - other.row)) if (isRoot(chain)) visit(chain)
  for (const chain of chains) visit(chain)
  return rows
}

function chainsOf(
  people: readonly Ordered[],
  unions: readonly Union[],
  row: ReadonlyMap<Uuid, number>,
): readonly Chain[] {
  const beside = new Map<Uuid, Uuid[]>(people.map(({ id }) => [id, []]))
  for (const { parents } of unions) {
    const [one, other] = parents
    if (!one || !other || row.get(one) !== row.get(other) || beside.get(one)?.includes(other)) continue
    beside.get(one)?.push(other)
    beside.get(other)?.push(one)
  }
  const taken = new Set<Uuid>()
  const chains: Chain[] = []
  // An end first, so that a chain of partners is walked from one end to the other.
  const starts = people
    .map(({ id }) => id)
    .toSorted((a, b) => (beside.get(a)?.length ?? 0) - (beside.get(b)?.length ?? 0))
  for (const start of starts) {
    if (taken.has(start)) continue
    const members: Uuid[] = []
    const walk = (id: Uuid): void => {
      if (taken.has(id)) return
      taken.add(id)
      members.push(id)
      for (const next of (beside.get(id) ?? []).toSorted(
        (a, b) => (beside.get(a)?.length ?? 0) - (beside.get(b)?.length ?? 0),
      ))
        walk(next)
    }
    walk(start)
    chains.push({ row: row.get(start) ?? 0, members })
  }
  const first = new Map(people.map(({ id }, index) => [id, index]))
  const eldest = (chain: Chain): number => Math.min(...chain.members.map(id => first.get(id) ?? 0))
  return chains.toSorted((one, other) => eldest(one) - eldest(other))
}

/** Whose parents stand already comes left; else he stands left of her, as the convention has it. */
function turn(chain: Chain, isPlaced: (id: Uuid) => boolean, people: readonly Ordered[]): void {
  const weight = (members: readonly Uuid[]): number =>
    members.reduce((sum, id, index) => sum + (isPlaced(id) ? index : 0), 0)
  const turned = chain.members.toReversed()
  const placed = chain.members.filter(isPlaced).length
  const others = chain.members.length - placed
  if (placed > 0 && others > 0 && weight(turned) !== weight(chain.members)) {
    if (weight(turned) < weight(chain.members)) chain.members = turned
    return
  }
  const sex = (id: Uuid | undefined) => people.find(one => one.id === id)?.sex
  if (sex(chain.members[0]) === 'F' && sex(turned[0]) === 'M') chain.members = turned
}
