import type { Uuid } from '#platform/ids'
import { type Html, html } from '#ui'
import { type GenogramLayout, SYMBOL } from './layoutGenogram.ts'
import type { Point } from './point.ts'

export type GenogramHousehold = { readonly label: string; readonly personIds: readonly Uuid[] }

const SIDE = 80 // takes in the year of birth above a symbol's left
const ABOVE = SYMBOL / 2 + 12
const BELOW = SYMBOL / 2 + 48

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Enclosures, drawn behind everything, and their names, drawn before everything: lines that cross a name break at it. */
export type HouseholdsDrawn = { readonly enclosures: Html; readonly names: Html }

/**
 * A dashed enclosure around those who live together: one where nobody else stands between them, else one for each
 * unbroken run of a row.
 */
export function drawHouseholds(
  households: readonly GenogramHousehold[],
  layout: GenogramLayout,
): HouseholdsDrawn {
  const boxes = households.flatMap(household => {
    const inside = new Set<Uuid>(household.personIds)
    const members = [...layout.people].filter(([id]) => inside.has(id)).map(([, at]) => at)
    if (members.length === 0) return []
    const others = [...layout.people].filter(([id]) => !inside.has(id)).map(([, at]) => at)
    const whole = boxAround(members)
    const parted = others.some(at => isIn(at, whole)) ? runs(members, others) : [whole]
    return parted.map(box => ({ box, label: household.label }))
  })
  return {
    enclosures: html`${boxes.map(({ box, label }) => enclosure(box, label))}`,
    names: html`${boxes.map(({ box, label }) => nameOf(box, label))}`,
  }
}

function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return {
    left: Math.min(...xs) - SIDE,
    right: Math.max(...xs) + SIDE,
    top: Math.min(...ys) - ABOVE,
    bottom: Math.max(...ys) + BELOW,
  }
}

const isIn = ({ x, y }: Point, box: Box): boolean =>
  x > box.left && x < box.right && y > box.top && y < box.bottom

function runs(members: readonly Point[], others: readonly Point[]): readonly Box[] {
  const groups: Point[][] = []
  for (const point of [...members].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const isBroken =
      !before ||
      before.y !== point.y ||
      others.some(other => other.y === point.y && other.x > before.x && other.x < point.x)
    if (isBroken) groups.push([point])
    else last?.push(point)
  }
  return groups.map(boxAround)
}

const enclosure = ({ left, right, top, bottom }: Box, label: string): Html =>
  html`<rect class="kith-genogram__household" data-mark="household" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="14"><title>Household: ${label}</title></rect>`

const nameOf = ({ left, top }: Box, label: string): Html =>
  html`<text class="kith-drawing__small kith-drawing__halo" x="${left + 14}" y="${top - 5}">${label}</text>`
