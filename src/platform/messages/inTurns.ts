import { setTimeout as pause } from 'node:timers/promises'

/** How long one that has nothing to do keeps its place: at a hundred messages a second a job would be fetched for each. */
const REST = 100 // milliseconds

/**
 * Runs for one lane one after the other, of which never more than one waits: whoever waits reads all that came until it begins, also what later ones
 * were asked for. Jobs that wait for the same lane would otherwise hold the places in which the other lane is read.
 * @returns runs for a lane once it is that one's turn; ends soon where another waits already
 */
export function inTurns(): (lane: number, run: () => Promise<void>) => Promise<void> {
  const waiting = new Set<number>()
  const running = new Map<number, Promise<void>>()
  return async (lane, run) => {
    if (waiting.has(lane)) return await pause(REST)
    waiting.add(lane)
    await running.get(lane)
    waiting.delete(lane)
    const mine = run()
    running.set(
      lane,
      mine.catch(() => {}), // its own job tells of it
    )
    await mine
  }
}
