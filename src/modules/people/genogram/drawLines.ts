import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import { drawLikenesses, twinGroups } from './drawTwins.ts'
import { BAR, type GenogramLayout, LABELS, LANE, SYMBOL } from './layoutGenogram.ts'
import type { Point } from './point.ts'
import type { Bond, CoupleState, GenogramLink, Union } from './unions.ts'

const half = SYMBOL / 2

const path = (d: string, mark: string, more = ''): Html =>
  html`<path class="kith-genogram__line${more}" data-mark="${mark}" d="${d}"></path>`

const coupleLine: Readonly<Record<CoupleState, string>> = {
  married: '',
  divorced: '',
  separated: '',
  living_together: ' kith-genogram__line--dashed',
  not_recorded: ' kith-genogram__line--dotted',
}
const slashes: Readonly<Record<CoupleState, number>> = {
  married: 0,
  living_together: 0,
  not_recorded: 0,
  separated: 1,
  divorced: 2,
}

/**
 * The lines of one union: the couple's (solid married, dashed living together, one slash separated, two divorced), and
 * the children's below (dotted for fostered, double for adopted; twins from one point).
 */
export function drawUnion(union: Union, layout: GenogramLayout, links: readonly GenogramLink[]): Html {
  const parents = pointsOf(union.parents, layout)
  const lane = layout.lanes.couple.get(union.id) ?? 0
  const y = Math.max(0, ...parents.map(point => point.y)) + half + LABELS + lane * LANE
  const hangs = childrenLines(union, layout, links, { x: middleOf(parents, lane), y })
  return html`<g data-union="${union.couple ?? (parents.length === 1 ? 'one_parent' : 'siblings')}">${coupleLines(union, parents, { y, lane })}${hangs}</g>`
}

const pointsOf = (ids: readonly Uuid[], layout: GenogramLayout): Point[] =>
  ids.flatMap(id => layout.people.get(id) ?? [])

/** Where the children's line leaves: between a couple; below one parent, each lane a little aside. */
const middleOf = (parents: readonly Point[], lane: number): number => {
  const [one, other] = parents
  if (one && other) return (one.x + other.x) / 2
  return (one?.x ?? 0) + (lane % 2 === 0 ? 1 : -1) * Math.ceil(lane / 2) * 9
}

function coupleLines(
  union: Union,
  parents: readonly Point[],
  { y, lane }: { readonly y: number; readonly lane: number },
): Html {
  const [one, other] = [...parents].sort((a, b) => a.x - b.x)
  if (!one) return nothing
  if (!other) {
    const x = middleOf(parents, lane)
    return union.children.length > 0 ? path(`M ${x} ${one.y + half + LABELS - 14} V ${y}`, 'parent') : nothing
  }
  // Lines leave a symbol at its side, so that the name below it stays free.
  const aside = half + 16 + lane * 6
  const [left, right] = [one.x + aside, other.x - aside]
  const state = union.couple ?? 'not_recorded'
  const line = `M ${one.x + half} ${one.y} H ${left} V ${y} H ${right} V ${other.y} H ${other.x - half}`
  const middle = (left + right) / 2
  const cuts = Array.from({ length: slashes[state] }, (_, index) => {
    const x = middle + 14 + index * 8
    return path(`M ${x - 6} ${y + 10} L ${x + 6} ${y - 10}`, 'slash')
  })
  const dates = union.dates
    ? html`<text class="kith-drawing__small kith-drawing__halo" data-mark="couple-dates" x="${middle - 7}" y="${y + 15}" text-anchor="end">${union.dates}</text>`
    : nothing
  return html`${path(line, `couple-${state}`, coupleLine[state])}${cuts}${dates}`
}

function childrenLines(
  union: Union,
  layout: GenogramLayout,
  links: readonly GenogramLink[],
  from: Point,
): Html {
  const children = union.children.flatMap(({ id, bond }) => {
    const at = layout.people.get(id)
    return at ? [{ id, bond, at }] : []
  })
  if (children.length === 0) return nothing
  const top =
    Math.min(...children.map(({ at }) => at.y)) - half - BAR - (layout.lanes.bar.get(union.id) ?? 0) * LANE
  const groups = twinGroups(
    children.map(({ id }) => id),
    links,
  )
  const ends = groups.map(group => {
    const members = children.filter(({ id }) => group.includes(id))
    const x = members.reduce((sum, { at }) => sum + at.x, 0) / members.length
    return { x, members }
  })
  const hasParents = union.parents.length > 0
  const xs = [...ends.map(({ x }) => x), ...(hasParents ? [from.x] : [])]
  const stem = hasParents ? path(`M ${from.x} ${from.y} V ${top}`, 'descent') : nothing
  const bar = path(`M ${Math.min(...xs)} ${top} H ${Math.max(...xs)}`, 'siblings')
  const drops = ends.flatMap(({ x, members }) =>
    members.map(({ id, at, bond }) => ({ id, bond, from: { x, y: top }, to: { x: at.x, y: at.y - half } })),
  )
  const lines = drops.map(drop => childLine(drop.from, drop.to, drop.bond))
  return html`${stem}${bar}${lines}${drawLikenesses(drops, links)}`
}

function childLine(from: Point, to: Point, bond: Bond): Html {
  const line = (shift: number): string => `M ${from.x + shift} ${from.y} L ${to.x + shift} ${to.y}`
  if (bond === 'adopted') return path(`${line(-3)} ${line(3)}`, 'child-adopted')
  return path(line(0), `child-${bond}`, bond === 'foster' ? ' kith-genogram__line--dotted' : '')
}
