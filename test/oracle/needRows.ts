import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { everyOne, peopleAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { World } from './world.ts'

/** @returns what some people need: of each a need of their own, and one of an adult beside them. */
export function needRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const owners = peopleAt(sketch, sketch.owners[1] ?? [])
  return owners.flatMap((personId, place) => {
    const need = { table: 'need', personIds: [personId] }
    const aboutId = adultsBeside(world, personId)[0] ?? owners.at(place - 1)
    const own = { ...need, id: next() }
    return aboutId === undefined || aboutId === personId ? [own] : [own, { ...need, id: next(), aboutId }]
  })
}

/** Those who were ever an adult of a family in which the person ever was. */
export function adultsBeside(world: World, personId: Uuid): readonly Uuid[] {
  const mine = world.familyMembers.filter(one => one.personId === personId).map(one => one.familyId)
  const isBeside = (one: World['familyMembers'][number]) =>
    one.role === 'adult' && one.personId !== personId && mine.includes(one.familyId)
  return everyOne(world.familyMembers.filter(isBeside).map(one => one.personId))
}
