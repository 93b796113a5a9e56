import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { everyOne, peopleAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { World } from './world.ts'

/** @returns of some children, and of all who ever had a lead practitioner, a task for who holds them, one set by them and one of others. */
export function taskRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const led = world.allocations.filter(one => one.role === 'lead_practitioner').map(one => one.personId)
  const owners = peopleAt(sketch, sketch.owners[2] ?? [])
  return everyOne([...owners, ...led]).flatMap((personId, place) => {
    const task = { table: 'task', personIds: [personId] }
    const somebody = workerAt(sketch, place)
    const holder = holderOf(world, personId) ?? somebody
    return [
      { ...task, id: next(), workerId: holder, authorId: somebody },
      { ...task, id: next(), workerId: somebody, authorId: holder },
      { ...task, id: next(), workerId: somebody, authorId: workerAt(sketch, place + 1) },
    ]
  })
}

/** Somebody who ever held the person, a lead practitioner before others. */
function holderOf(world: World, personId: Uuid): Uuid | undefined {
  const held = world.allocations.filter(one => one.personId === personId && one.workerId !== null)
  return (held.find(one => one.role === 'lead_practitioner') ?? held[0])?.workerId ?? undefined
}
