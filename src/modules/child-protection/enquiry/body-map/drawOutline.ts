import { type Figure, type Html, html, nothing } from '#ui'
import { type Outline, type Point, placeOf } from './outlines/index.ts'
import type { Shape } from './outlines/shapes.ts'

/** A mark as the drawing needs it. */
export type DrawnMark = {
  readonly number: number
  readonly region: string
  readonly x: number | null
  readonly y: number | null
  readonly isStruck: boolean
}

const MARK = 11
const points = (all: readonly Point[]): string => all.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')
const round = (value: number): number => Math.round(value * 10) / 10

const drawn = (shape: Shape): Html =>
  shape.kind === 'ellipse'
    ? html`<ellipse cx="${round(shape.at[0])}" cy="${round(shape.at[1])}" rx="${round(shape.rx)}" ry="${round(shape.ry)}"></ellipse>`
    : html`<polygon points="${points(shape.points)}"></polygon>`

/** The outline with its regions: the shapes drawn first with their edge and then without are one silhouette. */
export function outlineContent(outline: Outline, chosen: string | null = null): Html {
  const clip = `inside-${outline.code}`
  return html`<defs><clipPath id="${clip}">${outline.silhouette.map(drawn)}</clipPath></defs>
<g fill="#0b0c0c" stroke="#0b0c0c" stroke-width="5" stroke-linejoin="round">${outline.silhouette.map(drawn)}</g>
<g fill="#ffffff" stroke="none">${outline.silhouette.map(drawn)}</g>
<g clip-path="url(#${clip})" fill="none" stroke="#858686" stroke-width="1" stroke-dasharray="3 3">${outline.regions.map(
    ({ code, points: edge }) =>
      code === chosen
        ? html`<polygon points="${points(edge)}" fill="#d2e2f1" stroke="#0b0c0c" stroke-dasharray="none"></polygon>`
        : html`<polygon points="${points(edge)}"></polygon>`,
  )}</g>
<g fill="none" stroke="#484949" stroke-width="1.5">${outline.guides.map(guide =>
    guide.isClosed
      ? html`<polygon points="${points(guide.points)}"></polygon>`
      : html`<polyline points="${points(guide.points)}"></polyline>`,
  )}</g>
${outline.sides === null ? nothing : html`<text x="6" y="20" font-size="14" fill="#0b0c0c">${outline.sides[0]}</text><text x="${outline.width - 6}" y="20" font-size="14" fill="#0b0c0c" text-anchor="end">${outline.sides[1]}</text>`}`
}

/** An outline with the marks on it, each by its number; what was corrected is struck through. */
export function outlineFigure(outline: Outline, marks: readonly DrawnMark[]): Figure {
  const places = spread(outline, marks)
  const numbers = marks.map(({ number, isStruck }) => (isStruck ? `${number}, corrected` : `${number}`))
  return {
    id: `outline-${outline.code}`,
    title: outline.words,
    description:
      marks.length === 0
        ? `Outline of a body without a mark: ${outline.words}.`
        : `Outline of a body, ${outline.words}, with the marks numbered ${numbers.join('; ')}. The table says what each is and where.`,
    width: outline.width,
    height: outline.height,
    content: html`${outlineContent(outline)}${marks.map((mark, index) => dot(mark, places[index] ?? [0, 0]))}`,
  }
}

function dot({ number, isStruck }: DrawnMark, [x, y]: Point): Html {
  const line = isStruck
    ? html`<path d="M ${round(x - 9)} ${round(y + 9)} L ${round(x + 9)} ${round(y - 9)}" stroke="#0b0c0c" stroke-width="2"></path>`
    : nothing
  // Black on white whatever the page's own styles say of text: a number must never vanish into its circle.
  const edge = isStruck ? html`stroke-width="1.5" stroke-dasharray="3 2"` : html`stroke-width="3"`
  return html`<circle cx="${round(x)}" cy="${round(y)}" r="${MARK}" fill="#ffffff" stroke="#0b0c0c" ${edge}></circle>
<text x="${round(x)}" y="${round(y + 4.5)}" font-size="13" font-weight="bold" fill="#0b0c0c" text-anchor="middle">${number}</text>${line}`
}

/** Where each mark stands, none over another: one that would is moved aside. */
function spread(outline: Outline, marks: readonly DrawnMark[]): readonly Point[] {
  const taken: Point[] = []
  for (const mark of marks) {
    const wanted = placeOf(outline, mark)
    let place = wanted
    for (let turn = 0; turn < 40 && taken.some(one => isNear(one, place)); turn += 1) {
      const far = (2 * MARK + 3) * (1 + Math.floor(turn / 8))
      const angle = (turn % 8) * (Math.PI / 4)
      place = [wanted[0] + far * Math.cos(angle), wanted[1] + far * Math.sin(angle)]
    }
    taken.push(place)
  }
  return taken
}

const isNear = ([ax, ay]: Point, [bx, by]: Point): boolean => Math.hypot(ax - bx, ay - by) < 2 * MARK
