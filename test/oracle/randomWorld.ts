import type fc from 'fast-check'
import type { KnownRow } from './knownRow.ts'
import { withMeetings } from './meetingFacts.ts'
import { rowsFromSketch } from './rowsFromSketch.ts'
import { sketches } from './sketch.ts'
import type { World } from './world.ts'
import { worldFromSketch } from './worldFromSketch.ts'

/** A world and rows of every table in it. */
export type Scene = { readonly world: World; readonly rows: readonly KnownRow[] }

/**
 * Worlds of 8 to 14 workers, 3 to 5 teams and 10 to 16 people in 3 to 5 families, with every kind of fact before, around and
 * after `now`, biased so that at least a tenth of what is asked is allowed.
 * @param now the instant of the world; for a real database its present time. Nothing lies nearer to it than an hour, but days
 *   turn at midnight in London: do not run across it
 */
export function randomScene(now: Temporal.Instant): fc.Arbitrary<Scene> {
  return sketches.map(sketch => {
    const world = withMeetings(sketch, worldFromSketch(sketch, now))
    return { world, rows: rowsFromSketch(sketch, world) }
  })
}
