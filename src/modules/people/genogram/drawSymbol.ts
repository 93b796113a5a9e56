import { type Html, html, nothing } from '#ui'
import type { PersonSummary } from '../queries/personSummaries.ts'
import { yearsOld } from '../rules/describeAge.ts'
import { fullName } from '../rules/displayName.ts'
import { SYMBOL } from './layoutGenogram.ts'
import type { Point } from './point.ts'

const half = SYMBOL / 2
/** Half of the symbol of a pregnancy that ended. */
export const SMALL = 14

/**
 * A person by the genogram's conventions: square for a man or boy, circle for a woman or girl, diamond when the sex is
 * not known, triangle before birth, on a day before it too; an X through who has died; a second outline for whom the drawing is about.
 */
export function drawSymbol(
  person: PersonSummary,
  at: Point,
  isIndex: boolean,
  today: Temporal.PlainDate,
): Html {
  const hasDied = person.diedOn !== null && Temporal.PlainDate.compare(person.diedOn, today) <= 0
  const isBorn = person.dateOfBirth !== null && Temporal.PlainDate.compare(person.dateOfBirth, today) <= 0
  const kind = isBorn || person.dateOfBirth === null ? shapeOf(person) : 'triangle' // carried on that day
  const cross = hasDied
    ? html`<path class="kith-genogram__line" data-mark="died" d="M ${at.x - half} ${at.y - half} L ${at.x + half} ${at.y + half} M ${at.x + half} ${at.y - half} L ${at.x - half} ${at.y + half}"></path>`
    : nothing
  return html`<g data-person="${person.id}" data-shape="${kind}">
  ${isIndex ? outline(kind, at, half + 6) : nothing}
  ${outline(kind, at, half)}${cross}
  ${middle(ageInside(person, hasDied, today), at.x, at.y + (kind === 'triangle' ? 16 : 6))}
  ${isBorn && person.dateOfBirth ? years(String(person.dateOfBirth.year), at.x - half - 10, at.y - half + 6, 'end') : nothing}
  ${hasDied && person.diedOn ? years(String(person.diedOn.year), at.x + half + 10, at.y - half + 6, 'start') : nothing}
  ${nameLines(person).map((line, index) => middle(line, at.x, at.y + half + 22 + index * 19))}
</g>`
}

export type Shape = 'square' | 'circle' | 'diamond' | 'triangle'

export function shapeOf({ isUnborn, sex }: Pick<PersonSummary, 'isUnborn' | 'sex'>): Shape {
  if (isUnborn) return 'triangle'
  return sex === 'M' ? 'square' : sex === 'F' ? 'circle' : 'diamond'
}

/** The shape around a point, so far to each side. */
export function outline(kind: Shape, { x, y }: Point, r: number): Html {
  if (kind === 'circle')
    return html`<circle class="kith-genogram__symbol" cx="${x}" cy="${y}" r="${r}"></circle>`
  if (kind === 'square')
    return html`<rect class="kith-genogram__symbol" x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}"></rect>`
  const points =
    kind === 'triangle'
      ? `${x},${y - r} ${x + r},${y + r} ${x - r},${y + r}`
      : `${x},${y - r} ${x + r},${y} ${x},${y + r} ${x - r},${y}`
  return html`<polygon class="kith-genogram__symbol" points="${points}"></polygon>`
}

const middle = (text: string, x: number, y: number): Html =>
  text === ''
    ? nothing
    : html`<text class="kith-drawing__halo" x="${x}" y="${y}" text-anchor="middle">${text}</text>`
const years = (text: string, x: number, y: number, anchor: 'start' | 'end'): Html =>
  html`<text class="kith-drawing__halo" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`

function ageInside(person: PersonSummary, hasDied: boolean, today: Temporal.PlainDate): string {
  const on = hasDied && person.diedOn ? person.diedOn : today
  const age = yearsOld(person.dateOfBirth, on)
  return age === null || age < 0 ? '' : String(age)
}

const most = 15

/** Given name over family name, so that a name fits its place; longer ones are cut and stand whole in the list below. */
function nameLines(person: PersonSummary): readonly string[] {
  const cut = (text: string): string =>
    [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text
  if (fullName(person.name) === '')
    return person.isUnborn ? ['Unborn child'] : [cut(person.laChildId ?? 'No name')]
  return [person.name?.given, person.name?.family].flatMap(part => (part ? [cut(part)] : []))
}
