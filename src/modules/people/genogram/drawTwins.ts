import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import type { Point } from './point.ts'
import type { GenogramLink } from './unions.ts'

/** Twins (and triplets) of one union together, everyone else alone. */
export function twinGroups(
  ids: readonly Uuid[],
  links: readonly GenogramLink[],
): readonly (readonly Uuid[])[] {
  let groups: Uuid[][] = ids.map(id => [id])
  for (const { personId, otherId } of twinLinks(ids, links)) {
    const both = groups.filter(group => group.includes(personId) || group.includes(otherId))
    groups = [...groups.filter(group => !both.includes(group)), both.flat()]
  }
  return groups
}

const twinLinks = (ids: readonly Uuid[], links: readonly GenogramLink[]): readonly GenogramLink[] =>
  links.filter(
    ({ kind, personId, otherId }) => kind === 'twin' && ids.includes(personId) && ids.includes(otherId),
  )

/** Two ends of the line to each child: where twins meet, and the child's symbol. */
type Drop = { readonly id: Uuid; readonly from: Point; readonly to: Point }

/** Between the lines of twins: a bar when they are identical, a question mark when nobody knows, else nothing. */
export function drawLikenesses(drops: readonly Drop[], links: readonly GenogramLink[]): Html {
  const ids = drops.map(({ id }) => id)
  const between = twinLinks(ids, links).map(({ personId, otherId, likeness }) => {
    const ends = [personId, otherId].flatMap(id => drops.filter(drop => drop.id === id).map(halfWay))
    const [one, other] = ends.toSorted((a, b) => a.x - b.x)
    if (!one || !other || likeness === undefined || likeness === 'not_identical') return nothing
    if (likeness === 'identical')
      return html`<path class="kith-genogram__line" data-mark="twins-identical" d="M ${one.x} ${one.y} L ${other.x} ${other.y}"></path>`
    return html`<text class="kith-drawing__small kith-drawing__halo" data-mark="twins-not_known" x="${(one.x + other.x) / 2}" y="${one.y + 9}" text-anchor="middle">?</text>`
  })
  return html`${between}`
}

const halfWay = ({ from, to }: Drop): Point => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
