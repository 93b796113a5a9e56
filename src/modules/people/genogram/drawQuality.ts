import type { Uuid } from '#platform/ids'
import { along, type Html, html, nothing, straightStroke, zigzagStroke } from '#ui'
import type { RelationshipQuality } from '../rules/qualityWords.ts'
import { type GenogramLayout, SYMBOL } from './layoutGenogram.ts'
import type { Point } from './point.ts'

/** Somebody's opinion of how two people stand with one another. */
export type QualityLine = {
  readonly personId: Uuid
  readonly otherId: Uuid
  readonly quality: RelationshipQuality
}

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
  const line = (shift: number): string => straightStroke(from, to, shift)
  const drawn: Readonly<Record<RelationshipQuality, readonly string[]>> = {
    close: [line(-APART / 2), line(APART / 2)],
    very_close: [line(-APART), line(0), line(APART)],
    conflict: [zigzagStroke(from, to)],
    close_and_conflict: [line(-TOOTH - 2), zigzagStroke(from, to), line(TOOTH + 2)],
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
  const cut = SYMBOL / 2 + 10
  return [along(a, b, cut), along(b, a, cut)]
}

function cutOff(from: Point, to: Point): readonly string[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const at = (far: number, aside = 0) => along(from, to, far, aside)
  const bar = (far: number): string => straightStroke(at(far, -10), at(far, 10))
  const half = length / 2
  return [straightStroke(from, at(half - 5)), bar(half - 5), bar(half + 5), straightStroke(at(half + 5), to)]
}
