import { type Html, html, nothing } from '../html.ts'
import type { Figure } from './figure.ts'
import { along, arrowHead, type Place, straightStroke, zigzagStroke } from './strokes.ts'

export type TieStrength = 'strong' | 'ordinary' | 'tenuous' | 'stressful'
export type TieDirection = 'to_child' | 'from_child' | 'both' | 'none'

/** What stands around the child: a person, an agency or a place. */
export interface EcomapTie {
  readonly label: string
  /** What it is to the child: "Grandmother", "Health visitor". */
  readonly role: string | null
  /** Null where nobody has said: a thin line without an arrow. */
  readonly strength: TieStrength | null
  /** Which way support flows. */
  readonly direction: TieDirection
}

export interface Ecomap {
  readonly title: string
  readonly middle: string
  readonly ties: readonly EcomapTie[]
}

const CIRCLE = 56
const MIDDLE = 66
const APART = 2 * CIRCLE + 18
const MARGIN = 12
const LINE = 16
/** Letters of a line inside a circle, and lines of a name. */
const LETTERS = 13
const FLAT = 0.68 // height of the ring to its width: screens and landscape paper are wide

/** The child in the middle, and everything that holds or strains around them: no two circles overlap. */
export function ecomapFigure({ title, middle, ties }: Ecomap): Figure {
  const ring = ringOf(ties.length)
  const centre = { x: ring.a + CIRCLE + MARGIN, y: ring.b + CIRCLE + MARGIN }
  const spots = ring.spots.map(({ x, y }) => ({ x: x + centre.x, y: y + centre.y }))
  const lines = ties.map((tie, index) => lineOf(tie, centre, spots[index] ?? centre))
  const circles = ties.map((tie, index) => circleOf(tie, spots[index] ?? centre))
  return {
    id: 'ecomap',
    title,
    description: `${ties.length} people, agencies and places around the middle. Thick lines are strong ties, dotted ones tenuous, jagged ones stressful; arrows show which way support flows. The table below says the same.`,
    width: Math.ceil(centre.x * 2),
    height: Math.ceil(centre.y * 2),
    content: html`${lines}
  <circle class="kith-ecomap__circle kith-ecomap__circle--middle" cx="${centre.x}" cy="${centre.y}" r="${MIDDLE}"></circle>
  ${words(wrapped(middle, LETTERS + 3, 4), centre)}${circles}`,
  }
}

/** Places on an ellipse at equal steps of its line, long enough for all. */
function ringOf(count: number): { readonly a: number; readonly b: number; readonly spots: readonly Place[] } {
  for (let a = 250; ; a += 10) {
    const b = Math.max(a * FLAT, CIRCLE + MIDDLE + 50)
    const spots = evenly(count, a, b)
    const isFree = spots.every((one, index) => {
      const next = spots[(index + 1) % spots.length]
      return !next || next === one || Math.hypot(next.x - one.x, next.y - one.y) >= APART - 0.5
    })
    if (isFree) return { a, b, spots }
  }
}

function evenly(count: number, a: number, b: number): readonly Place[] {
  const steps = 1440
  const at = (step: number): Place => {
    const angle = (step / steps) * 2 * Math.PI - Math.PI / 2
    return { x: a * Math.cos(angle), y: b * Math.sin(angle) }
  }
  const far = [0]
  for (let step = 1; step <= steps; step += 1) {
    const [one, other] = [at(step - 1), at(step)]
    far.push((far.at(-1) ?? 0) + Math.hypot(other.x - one.x, other.y - one.y))
  }
  const whole = far.at(-1) ?? 0
  return Array.from({ length: count }, (_, index) => at(far.findIndex(one => one >= (whole * index) / count)))
}

function lineOf({ strength, direction }: EcomapTie, centre: Place, spot: Place): Html {
  const length = Math.hypot(spot.x - centre.x, spot.y - centre.y)
  const [inner, outer] = [along(centre, spot, MIDDLE + 4), along(centre, spot, length - CIRCLE - 4)]
  if (strength === null)
    return html`<path class="kith-ecomap__line kith-ecomap__line--unsaid" d="${straightStroke(inner, outer)}"></path>`
  const toChild = direction === 'to_child' || direction === 'both'
  const fromChild = direction === 'from_child' || direction === 'both'
  // The line ends where an arrow begins, so that a thick one does not stand out beside its head.
  const [start, end] = [along(inner, outer, toChild ? 10 : 0), along(outer, inner, fromChild ? 10 : 0)]
  const d = strength === 'stressful' ? zigzagStroke(start, end) : straightStroke(start, end)
  return html`<path class="kith-ecomap__line kith-ecomap__line--${strength}" data-tie="${strength}" d="${d}"></path>
  ${toChild ? html`<polygon class="kith-ecomap__arrow" data-arrow="to_child" points="${arrowHead(outer, inner)}"></polygon>` : nothing}
  ${fromChild ? html`<polygon class="kith-ecomap__arrow" data-arrow="from_child" points="${arrowHead(inner, outer)}"></polygon>` : nothing}`
}

function circleOf({ label, role }: EcomapTie, spot: Place): Html {
  const lines = [
    ...wrapped(label, LETTERS, role === null ? 4 : 3),
    ...(role === null ? [] : wrapped(role, LETTERS, 2)),
  ]
  return html`<circle class="kith-ecomap__circle" cx="${spot.x}" cy="${spot.y}" r="${CIRCLE}"><title>${label}${role === null ? '' : `, ${role}`}</title></circle>
  ${words(lines, spot)}`
}

const words = (lines: readonly string[], { x, y }: Place): Html =>
  html`${lines.map((line, index) => html`<text class="kith-drawing__small" x="${x}" y="${Math.round(y + (index - (lines.length - 1) / 2) * LINE + 5)}" text-anchor="middle">${line}</text>`)}`

/** Text in lines of so many letters at most; what does not fit is cut and stands whole in the table. */
export function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines
    .slice(0, most)
    .map(line => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line))
  if (lines.length > most) kept[most - 1] = `${(kept[most - 1] ?? '').slice(0, letters - 1)}…`
  return kept
}
