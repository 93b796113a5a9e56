import type { Uuid } from '#platform/ids'
import { idOf } from './idOf.ts'
import type { Sketch } from './sketch.ts'

/** @returns the id of the person at this place, counted round. */
export function personAt(sketch: Sketch, at: number): Uuid {
  return idOf(sketch.salt, 'person', at % sketch.people.length)
}

/** @returns the id of the worker at this place, counted round. */
export function workerAt(sketch: Sketch, at: number): Uuid {
  return idOf(sketch.salt, 'worker', at % sketch.workers.length)
}

/** @returns the id of the team at this place, counted round. */
export function teamAt(sketch: Sketch, at: number): Uuid {
  return idOf(sketch.salt, 'team', at % sketch.teams.length)
}

/** @returns the ids in their order, each once. */
export function everyOne(ids: readonly Uuid[]): readonly Uuid[] {
  return ids.filter((id, at) => ids.indexOf(id) === at)
}

/** @returns the people at these places, each once, counted round. */
export function peopleAt(sketch: Sketch, places: readonly number[]): readonly Uuid[] {
  return everyOne(places.map(at => personAt(sketch, at)))
}
