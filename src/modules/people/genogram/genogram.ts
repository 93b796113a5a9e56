import type { Uuid } from '#platform/ids'
import { figure, type Html, html, plural } from '#ui'
import { byAge } from '../queries/familyOf.ts'
import type { PersonSummary } from '../queries/personSummaries.ts'
import { drawHouseholds, type GenogramHousehold } from './drawHouseholds.ts'
import { drawUnion } from './drawLines.ts'
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
  readonly today: Temporal.PlainDate
}

/** The family drawn, as SVG without styles or scripts; the text form stands beside it on the page. */
export function genogram(given: Genogram): Html {
  const people = [...given.people].sort(byAge)
  const unions = unionsOf(new Set(people.map(({ id }) => id)), given.links)
  const layout = layoutGenogram(people, unions, given.links)
  const symbols = people.map(person => {
    const at = layout.people.get(person.id)
    return at ? drawSymbol(person, at, given.indexIds.has(person.id), given.today) : html``
  })
  const children = people.filter(({ isChild }) => isChild === true).length
  return figure({
    id: 'genogram',
    title: 'Family drawing',
    description: `${plural(people.length, 'person', 'people')}, of whom ${children} under 18 or unborn. Squares are male, circles female, diamonds not known, triangles unborn. The list below says who is who to whom.`,
    width: layout.width,
    height: layout.height,
    content: html`${drawHouseholds(given.households, layout)}${unions.map(union => drawUnion(union, layout, given.links))}${symbols}`,
  })
}
