import type { Uuid } from '#platform/ids'
import { ofOrganisation, organisationAt } from './partnerFacts.ts'
import { personAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import { dated } from './sketchDates.ts'
import type { World } from './world.ts'

type Told = Sketch['agencies'][number]

/** @returns who tells, who works beside them, of which organisation and of whom. */
export function tellingOf(sketch: Sketch, one: Told): Readonly<Record<Part, Uuid>> {
  const of = (at: number) => workerAt(sketch, ofOrganisation(sketch, one.organisation, at))
  return {
    ...{ authorId: of(one.author), colleagueId: of(one.colleague) },
    ...{ originatorId: organisationAt(sketch, one.organisation), personId: personAt(sketch, one.person) },
  }
}

type Part = 'authorId' | 'colleagueId' | 'originatorId' | 'personId'

/** @returns their work with the child, each on days of their own. */
export function involvementsOfAgencies(sketch: Sketch, today: Temporal.PlainDate): World['involvements'] {
  return sketch.agencies.flatMap(one => {
    const { authorId, colleagueId, personId } = tellingOf(sketch, one)
    const own = { personId, workerId: authorId, ...dated(one.dates, today) }
    if (colleagueId === authorId) return [own]
    return [own, { personId, workerId: colleagueId, ...dated(one.beside, today) }]
  })
}
