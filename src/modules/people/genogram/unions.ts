import type { Uuid } from '#platform/ids'
import type { RelationshipKind } from '../rules/relationshipWords.ts'
import type { TwinLikeness } from '../rules/twinWords.ts'

/** A relationship as the drawing needs it: "person is <kind> of other". */
export type GenogramLink = {
  readonly personId: Uuid
  readonly otherId: Uuid
  readonly kind: RelationshipKind
  /** False once it has ended. */
  readonly holds: boolean
  readonly startedOn?: Temporal.PlainDate | null
  readonly endedOn?: Temporal.PlainDate | null
  /** Of twins, when it is to be drawn: whether they are identical. */
  readonly likeness?: TwinLikeness
}

export type CoupleState = 'married' | 'living_together' | 'separated' | 'divorced' | 'not_recorded'
export type Bond = 'birth' | 'foster' | 'adopted'

/** One line from which children hang: the couple or the one parent above it, and who hangs there by which bond. */
export type Union = {
  readonly id: string
  readonly parents: readonly Uuid[]
  readonly couple: CoupleState | null
  /** Since when, and until when, they have been a couple: "2009 to 2016". */
  readonly dates: string | null
  readonly children: readonly { readonly id: Uuid; readonly bond: Bond }[]
}

const bonds: Partial<Record<RelationshipKind, Bond>> = {
  mother: 'birth',
  father: 'birth',
  parent: 'birth',
  adoptive_parent: 'adopted',
  foster_carer: 'foster',
}
const coupleKinds = new Set<RelationshipKind>(['spouse', 'partner', 'former_partner'])
const siblingKinds = new Set<RelationshipKind>(['sibling', 'twin'])

/**
 * The lines of a family drawing. Children of the same parents by the same bond share a line; a couple without children
 * has one too; siblings whose parents are not shown hang from a line of their own.
 */
export function unionsOf(people: ReadonlySet<Uuid>, links: readonly GenogramLink[]): readonly Union[] {
  const shown = links.filter(({ personId, otherId }) => people.has(personId) && people.has(otherId))
  const unions = new Map<string, Union>()
  const keep = (parents: readonly Uuid[], child?: Union['children'][number]): void => {
    const id = `${child && child.bond !== 'birth' ? `${child.bond}:` : ''}${[...parents].sort().join('+')}`
    const known = unions.get(id) ?? {
      id,
      parents,
      couple: coupleState(parents, shown),
      dates: coupleDates(parents, shown),
      children: [],
    }
    unions.set(id, child ? { ...known, children: [...known.children, child] } : known)
  }
  for (const childId of people)
    for (const bond of ['birth', 'adopted', 'foster'] as const) {
      const parents = parentsBy(bond, childId, shown)
      if (parents.length > 0) keep(parents, { id: childId, bond })
    }
  for (const { personId, otherId, kind } of shown) if (coupleKinds.has(kind)) keepCouple([personId, otherId])
  function keepCouple(pair: readonly Uuid[]): void {
    const key = [...pair].sort().join('+')
    if (![...unions.values()].some(({ parents }) => [...parents].sort().join('+') === key)) keep(pair)
  }
  return [...unions.values(), ...orphanSiblings(people, shown, [...unions.values()])]
}

/** At most two parents share a line: a third (two mothers and a known father, say) is in the list beneath the drawing. */
function parentsBy(bond: Bond, childId: Uuid, links: readonly GenogramLink[]): readonly Uuid[] {
  const found = links
    .filter(link => link.otherId === childId && bonds[link.kind] === bond)
    .map(({ personId }) => personId)
  return [...new Set(found)].slice(0, 2)
}

const betweenThem = (pair: readonly Uuid[], links: readonly GenogramLink[]): readonly GenogramLink[] =>
  pair.length < 2
    ? []
    : links.filter(
        ({ personId, otherId, kind }) =>
          coupleKinds.has(kind) && pair.includes(personId) && pair.includes(otherId),
      )

function coupleDates(pair: readonly Uuid[], links: readonly GenogramLink[]): string | null {
  const between = betweenThem(pair, links)
  const begun = between.flatMap(({ startedOn }) => startedOn?.year ?? []).toSorted((a, b) => a - b)[0]
  const isOver = between.length > 0 && between.every(({ holds, kind }) => !holds || kind === 'former_partner')
  const over = isOver
    ? between.flatMap(({ endedOn }) => endedOn?.year ?? []).toSorted((a, b) => b - a)[0]
    : undefined
  if (begun === undefined) return over === undefined ? null : `to ${over}`
  return over === undefined ? String(begun) : `${begun} to ${over}`
}

function coupleState(pair: readonly Uuid[], links: readonly GenogramLink[]): CoupleState | null {
  if (pair.length < 2) return null
  const between = betweenThem(pair, links)
  const has = (kind: RelationshipKind, holds?: boolean): boolean =>
    between.some(link => link.kind === kind && (holds === undefined || link.holds === holds))
  if (has('spouse', true)) return 'married'
  if (has('partner', true)) return 'living_together'
  if (has('spouse')) return 'divorced'
  return has('partner') || has('former_partner') ? 'separated' : 'not_recorded'
}

function orphanSiblings(
  people: ReadonlySet<Uuid>,
  links: readonly GenogramLink[],
  unions: readonly Union[],
): readonly Union[] {
  const placed = new Set(unions.flatMap(({ children }) => children.map(({ id }) => id)))
  const groups: Set<Uuid>[] = []
  for (const { personId, otherId, kind } of links) {
    if (!siblingKinds.has(kind) || placed.has(personId) || placed.has(otherId)) continue
    const touching = groups.filter(group => group.has(personId) || group.has(otherId))
    const merged = new Set([personId, otherId, ...touching.flatMap(group => [...group])])
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map((group, index) => ({
    id: `siblings:${index}`,
    parents: [],
    couple: null,
    dates: null,
    children: [...group].filter(id => people.has(id)).map(id => ({ id, bond: 'birth' as const })),
  }))
}
