import type { Uuid } from '#platform/ids'
import type { RelationshipKind } from '../rules/relationshipWords.ts'
import type { GenogramLink, Union } from './unions.ts'

/** How many rows below somebody stands whom they are this to, where no line of descent says it. */
const below: Partial<Record<RelationshipKind, number>> = {
  grandparent: 2,
  step_parent: 1,
  aunt_or_uncle: 1,
  guardian: 1,
  carer: 1,
  half_sibling: 0,
  step_sibling: 0,
}

/**
 * The row of each person, 0 at the top: children below their parents, partners and siblings side by side, and parents who
 * have none themselves just above their eldest generation.
 */
export function generationsOf(
  people: readonly Uuid[],
  unions: readonly Union[],
  links: readonly GenogramLink[],
): ReadonlyMap<Uuid, number> {
  const row = new Map(people.map(id => [id, 0]))
  const of = (id: Uuid): number => row.get(id) ?? 0
  const push = (id: Uuid, least: number): boolean => {
    if (!row.has(id) || of(id) >= least || least > people.length) return false
    row.set(id, least)
    return true
  }
  const descend = (): boolean => {
    let moved = false
    for (const { parents, children } of unions) {
      const top = Math.max(0, ...parents.map(of))
      for (const id of parents) moved = push(id, top) || moved
      const least = parents.length > 0 ? top + 1 : Math.max(0, ...children.map(({ id }) => of(id)))
      for (const { id } of children) moved = push(id, least) || moved
    }
    for (const { personId, otherId, kind } of links) {
      const step = below[kind]
      if (step === undefined || !row.has(personId) || !row.has(otherId)) continue
      moved = push(otherId, of(personId) + step) || moved
      if (step === 0) moved = push(personId, of(otherId)) || moved
    }
    return moved
  }
  for (let turn = 0; turn <= people.length && descend(); turn += 1);
  return lowered(row, unions)
}

/** Brings those without parents here down to just above their children: a partner's parents stand beside one's own. */
function lowered(row: Map<Uuid, number>, unions: readonly Union[]): ReadonlyMap<Uuid, number> {
  const born = new Set(
    unions.flatMap(({ parents, children }) => (parents.length > 0 ? children.map(({ id }) => id) : [])),
  )
  for (let turn = 0; turn < row.size; turn += 1) {
    let moved = false
    for (const { parents } of unions) {
      if (parents.length === 0 || parents.some(id => born.has(id))) continue
      const own = unions.filter(union => union.parents.some(id => parents.includes(id)))
      const partners = own.flatMap(union => union.parents)
      if (partners.some(id => born.has(id))) continue
      const least = Math.min(...own.flatMap(({ children }) => children.map(({ id }) => row.get(id) ?? 0)))
      for (const id of parents)
        if (Number.isFinite(least) && (row.get(id) ?? 0) < least - 1) {
          row.set(id, least - 1)
          moved = true
        }
    }
    if (!moved) break
  }
  return row
}
