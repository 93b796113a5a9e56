import type { Uuid } from '#platform/ids'
import { type Figure, figure, formatDate, type Html, html, plural } from '#ui'
import { byAge } from '../queries/familyOf.ts'
import type { PersonSummary } from '../queries/personSummaries.ts'
import type { PregnancyEnd } from '../queries/pregnancyEndsAmong.ts'
import { drawHouseholds, type GenogramHousehold } from './drawHouseholds.ts'
import { drawUnion } from './drawLines.ts'
import { drawPregnancyEnd } from './drawPregnancyEnd.ts'
import { drawQuality, type QualityLine } from './drawQuality.ts'
import { drawSymbol } from './drawSymbol.ts'
import { layoutGenogram } from './layoutGenogram.ts'
import { type GenogramLink, unionsOf } from './unions.ts'

export type Genogram = {
  /** Whoever the viewer may see; nobody else is in the drawing. */
  readonly people: readonly PersonSummary[]
  readonly links: readonly GenogramLink[]
  readonly households: readonly GenogramHousehold[]
  /** Whom the drawing is about: a second outline. */
  readonly indexIds: ReadonlySet<Uuid>
  /** The day that it shows. */
  readonly today: Temporal.PlainDate
  /** Opinions of how people stand with one another; left out, none is drawn. */
  readonly qualities?: readonly QualityLine[]
  /** Pregnancies that had ended by the day; left out, none is drawn. */
  readonly pregnancyEnds?: readonly PregnancyEnd[]
}

/** The family drawn, as SVG without styles or scripts; the text form stands beside it on the page. */
export const genogram = (given: Genogram): Html => figure(genogramFigure(given))

/** The drawing with its name and size, for the page, a file or a print. */
export function genogramFigure(given: Genogram): Figure {
  const people = given.people.filter(person => isThere(person, given.today)).toSorted(byAge)
  const there = new Set(people.map(({ id }) => id))
  const ends = (given.pregnancyEnds ?? []).filter(({ motherId }) => there.has(motherId))
  const links = [...given.links, ...ends.map(linkToMother)]
  const placed = [...people, ...ends.map(asPlaced)].toSorted(byAge)
  const unions = unionsOf(new Set(placed.map(({ id }) => id)), links)
  const layout = layoutGenogram(placed, unions, links)
  const symbols = people.map(person => {
    const at = layout.people.get(person.id)
    return at ? drawSymbol(person, at, given.indexIds.has(person.id), given.today) : html``
  })
  const children = people.filter(({ isChild }) => isChild === true).length
  const qualities = given.qualities ?? []
  const lost = ends.flatMap(end => {
    const at = layout.people.get(end.id)
    return at ? [drawPregnancyEnd(end, at)] : []
  })
  const lived = { ...layout, people: new Map([...layout.people].filter(([id]) => there.has(id))) }
  const households = drawHouseholds(given.households, lived)
  return {
    id: 'genogram',
    title: `Family drawing as at ${formatDate(given.today)}`,
    description: `${plural(people.length, 'person', 'people')}, of whom ${children} under 18 or unborn. Squares are male, circles female, diamonds not known, triangles unborn. The list below says who is who to whom.${alsoDrawn(qualities.length, ends.length)}`,
    width: layout.width,
    height: layout.height,
    content: html`${households.enclosures}${unions.map(union => drawUnion(union, layout, links))}${qualities.map(line => drawQuality(line, layout))}${symbols}${lost}${households.names}`,
  }
}

/** Opinions and ended pregnancies, for the description. */
function alsoDrawn(opinions: number, ends: number): string {
  const said = (count: number, words: string): string =>
    count > 0 ? ` ${words} ${count === 1 ? 'is' : 'are'} drawn.` : ''
  return (
    said(opinions, `${plural(opinions, 'opinion')} of how people stand with one another`) +
    said(ends, plural(ends, 'pregnancy that ended', 'pregnancies that ended'))
  )
}

/** Hangs from the mother alone: whose else it was is not recorded. */
const linkToMother = ({ id, motherId }: PregnancyEnd): GenogramLink => ({
  personId: motherId,
  otherId: id,
  kind: 'mother',
  holds: true,
})

/** Stands among brothers and sisters by its day. */
const asPlaced = ({ id, sex, endedOn }: PregnancyEnd) => ({
  id,
  sex,
  dateOfBirth: endedOn,
  expectedDeliveryOn: null,
  isUnborn: false,
})

const WOMB = 280 // days before birth or the expected day from which a child is drawn

/** Whether a person belongs into a drawing of that day: born, or on the way. */
function isThere({ dateOfBirth, expectedDeliveryOn }: PersonSummary, day: Temporal.PlainDate): boolean {
  const comes = dateOfBirth ?? expectedDeliveryOn
  return comes === null || Temporal.PlainDate.compare(comes.subtract({ days: WOMB }), day) <= 0
}
