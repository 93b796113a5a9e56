import { type Html, html, nothing } from '../html.ts'
import type { Figure } from './figure.ts'
import { along, arrowHead, type Place, straightStroke, zigzagStroke } from './strokes.ts'
import { wrapped } from './wrapped.ts'

export type TieStrength = 'strong' | 'ordinary' | 'tenuous' | 'stressful'
export type TieDirection = 'to_child' | 'from_child' | 'both' | 'none'

/** What stands around the child: a person, an agency or a place. */
export interface EcomapTie {
  readonly label: string
  /** What it is to the child: "Grandmother", "Health visitor". */
  readonly role: string | null
  /** Lives with the child: drawn beside them, inside the circle of the household. */
  readonly isHousehold?: boolean
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
/** Circles of the child and of those who live with them, where somebody does. */
const HOME = 52
const APART = 2 * CIRCLE + 18
const MARGIN = 12
const LINE = 16
/** Letters of a line inside a circle, and lines of a name. */
const LETTERS = 13
const FLAT = 0.68 // height of the ring to its width: screens and landscape paper are wide

/**
 * The household in the middle, with the child in the middle of it, and round it everything that holds or strains: no two circles
 * overlap.
 */
export function ecomapFigure({ title, middle, ties }: Ecomap): Figure {
  const home = ties.filter(({ isHousehold }) => isHousehold)
  const around = ties.filter(({ isHousehold }) => !isHousehold)
  const inner = homeRing(home.length)
  const edge = home.length === 0 ? MIDDLE : inner + HOME + 10
  const ring = ringOf(around.length, edge)
  const centre = { x: ring.a + CIRCLE + MARGIN, y: ring.b + CIRCLE + MARGIN }
  const placed = (spots: readonly Place[], index: number): Place => {
    const { x, y } = spots[index] ?? { x: 0, y: 0 }
    return { x: x + centre.x, y: y + centre.y }
  }
  const near = home.map((_, index) => onCircle(inner, index / home.length))
  const household =
    home.length === 0
      ? nothing
      : html`<circle class="kith-ecomap__household" data-household="${home.length}" cx="${centre.x}" cy="${centre.y}" r="${edge}"></circle>
  ${home.map((tie, index) => lineOf(tie, centre, placed(near, index), { from: HOME, to: HOME }))}
  ${home.map((tie, index) => circleOf(tie, placed(near, index), HOME))}`
  return {
    id: 'ecomap',
    title,
    description: `${home.length === 0 ? 'The child' : `The child and ${home.length} who live with them`} in the middle, ${around.length} people, agencies and places around. Thick lines are strong ties, dotted ones tenuous, jagged ones stressful; arrows show which way support flows. The table below says the same.`,
    width: Math.ceil(centre.x * 2),
    height: Math.ceil(centre.y * 2),
    content: html`${household}${around.map((tie, index) => lineOf(tie, centre, placed(ring.spots, index), { from: edge, to: CIRCLE }))}
  <circle class="kith-ecomap__circle kith-ecomap__circle--middle" cx="${centre.x}" cy="${centre.y}" r="${home.length === 0 ? MIDDLE : HOME}"></circle>
  ${words(wrapped(middle, home.length === 0 ? LETTERS + 3 : LETTERS, 4), centre)}${around.map((tie, index) => circleOf(tie, placed(ring.spots, index)))}`,
  }
}

/** How far from the child those who live with them stand: a line fits between, and none touches the next. */
const homeRing = (count: number): number =>
  Math.max(2 * HOME + 44, count < 2 ? 0 : (HOME + 5) / Math.sin(Math.PI / count))

const onCircle = (radius: number, part: number): Place => {
  const angle = part * 2 * Math.PI - Math.PI / 2
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

type Ring = { readonly a: number; readonly b: number; readonly spots: readonly Place[] }

/** Places on an ellipse at equal steps of its line, long enough for all, and clear of the middle. */
function ringOf(count: number, edge: number): Ring {
  for (let a = Math.max(250, edge + CIRCLE + 70); ; a += 10) {
    const b = Math.max(a * FLAT, CIRCLE + edge + 50)
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

/** @param radius of the circles between which the line runs */
function lineOf(
  { strength, direction }: EcomapTie,
  centre: Place,
  spot: Place,
  radius: { readonly from: number; readonly to: number },
): Html {
  const length = Math.hypot(spot.x - centre.x, spot.y - centre.y)
  const [inner, outer] = [along(centre, spot, radius.from + 4), along(centre, spot, length - radius.to - 4)]
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

function circleOf({ label, role }: EcomapTie, spot: Place, radius = CIRCLE): Html {
  const lines = [
    ...wrapped(label, radius < CIRCLE ? LETTERS - 1 : LETTERS, role === null ? 4 : 3),
    ...(role === null ? [] : wrapped(role, radius < CIRCLE ? LETTERS - 1 : LETTERS, 2)),
  ]
  return html`<circle class="kith-ecomap__circle" cx="${spot.x}" cy="${spot.y}" r="${radius}"><title>${label}${role === null ? '' : `, ${role}`}</title></circle>
  ${words(lines, spot)}`
}

const words = (lines: readonly string[], { x, y }: Place): Html =>
  html`${lines.map((line, index) => html`<text class="kith-drawing__small" x="${x}" y="${Math.round(y + (index - (lines.length - 1) / 2) * LINE + 5)}" text-anchor="middle">${line}</text>`)}`
