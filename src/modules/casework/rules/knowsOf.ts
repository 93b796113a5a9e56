import type { Uuid } from '#platform/ids'

/** A protected thing that was met in a text: of whom, where the reader may know of them. */
export type MetThing = { readonly personId: Uuid | null; readonly kind: string }

const keyOf = ({ kind, personId }: MetThing): string => `${kind} ${personId}`

/**
 * Whether whoever knew of some things knew of each of these: of two people whom they may not know of, two are known only when two
 * were.
 */
export function knowsOf(known: readonly MetThing[], met: readonly MetThing[]): boolean {
  const left = known.map(keyOf)
  return met.every(one => {
    const place = left.indexOf(keyOf(one))
    if (place !== -1) left.splice(place, 1)
    return place !== -1
  })
}
