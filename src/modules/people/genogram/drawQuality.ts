import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import type { RelationshipQuality } from '../rules/qualityWords.ts'
import { type GenogramLayout, SYMBOL } from './layoutGenogram.ts'
import type { Point } from './point.ts'

/** Somebody's opinion of how two people stand with one another. */
export type QualityLine = {
  readonly personId: Uuid
  readonly otherId: Uuid
  readonly quality: RelationshipQuality
}

const STEP = 10 // between the teeth of a zig-zag
const TOOTH = 6
const APART = 4

/**
 * Between two people: two lines for close, three for very close, a zig-zag for conflict (between two lines when both),
 * dotted for distant, broken by two bars where they no longer see one another.
 */
export function drawQuality({ personId, otherId, quality }: QualityLine, layout: GenogramLayout): Html {
  const [one, other] = [layout.people.get(personId), layout.people.get(otherId)]
  if (!one || !other) return nothing
  const [from, to] = shorten(one, other)
  const line = (shift: number): string => straight(from, to, shift)
  const drawn: Readonly<Record<RelationshipQuality, readonly string[]>> = {
    close: [line(-APART / 2), line(APART / 2)],
    very_close: [line(-APART), line(0), line(APART)],
    conflict: [zigzag(from, to)],
    close_and_conflict: [line(-TOOTH - 2), zigzag(from, to), line(TOOTH + 2)],
    distant: [line(0)],
    cut_off: cutOff(from, to),
  }
  const kind = quality === 'distant' ? ' kith-genogram__quality--distant' : ''
  return html`<g data-quality="${quality}">${drawn[quality].map(d => html`<path class="kith-genogram__quality${kind}" d="${d}"></path>`)}</g>`
}

/** Leaves the symbols free; where both stand side by side it runs a little below their middle, clear of the years and the couple's line. */
function shorten(one: Point, other: Point): readonly [Point, Point] {
  const lift = one.y === other.y ? 14 : 0
  const [a, b] = [
    { x: one.x, y: one.y + lift },
    { x: other.x, y: other.y + lift },
  ]
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const cut = SYMBOL / 2 + 10
  const along = (from: Point, to: Point): Point => ({
    x: from.x + ((to.x - from.x) / length) * cut,
    y: from.y + ((to.y - from.y) / length) * cut,
  })
  return [along(a, b), along(b, a)]
}

/** Unit vector along and across. */
function ways(from: Point, to: Point) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  return { length, along, across: { x: -along.y, y: along.x } }
}

const round = (value: number): number => Math.round(value * 10) / 10
const spot = (x: number, y: number): string => `${round(x)} ${round(y)}`

function straight(from: Point, to: Point, shift: number): string {
  const { across } = ways(from, to)
  const at = ({ x, y }: Point): string => spot(x + across.x * shift, y + across.y * shift)
  return `M ${at(from)} L ${at(to)}`
}

function zigzag(from: Point, to: Point): string {
  const { length, along, across } = ways(from, to)
  const teeth = Math.max(2, Math.floor(length / STEP))
  const points = Array.from({ length: teeth - 1 }, (_, index) => {
    const far = ((index + 1) * length) / teeth
    const side = index % 2 === 0 ? TOOTH : -TOOTH
    return spot(from.x + along.x * far + across.x * side, from.y + along.y * far + across.y * side)
  })
  return `M ${spot(from.x, from.y)} L ${points.join(' L ')} L ${spot(to.x, to.y)}`
}

function cutOff(from: Point, to: Point): readonly string[] {
  const { length, along, across } = ways(from, to)
  const at = (far: number, side = 0): string =>
    spot(from.x + along.x * far + across.x * side, from.y + along.y * far + across.y * side)
  const half = length / 2
  return [
    `M ${at(0)} L ${at(half - 5)}`,
    `M ${at(half - 5, -10)} L ${at(half - 5, 10)}`,
    `M ${at(half + 5, -10)} L ${at(half + 5, 10)}`,
    `M ${at(half + 5)} L ${at(length)}`,
  ]
}
