import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { adultsBeside } from './needRows.ts'
import { everyOne, peopleAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { World } from './world.ts'

/** @returns what is said of adults in the record of some people: adults beside them where there are any, else whoever comes. */
export function adultRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const owners = peopleAt(sketch, sketch.owners[2] ?? [])
  return owners.flatMap(personId => {
    const others = [...adultsBeside(world, personId), ...world.people.map(({ id }) => id)]
    const [aboutId, alsoAboutId] = everyOne(others).filter(id => id !== personId)
    if (aboutId === undefined || alsoAboutId === undefined) return []
    const of = { personIds: [personId], aboutId }
    return [
      { table: 'pregnancy_end', id: next(), ...of },
      { table: 'adult_relationship_quality', id: next(), ...of, alsoAboutId },
    ]
  })
}
