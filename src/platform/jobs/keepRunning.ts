import { setTimeout as pause } from 'node:timers/promises'
import type { Runner } from 'graphile-worker'
import type { Log } from '../log/index.ts'

const PAUSE = 1000 // milliseconds

/**
 * Begins the runner again whenever it gives up, as it does where the database ends under a job: the service goes on,
 * and the job is tried again once its lock has run out.
 * @returns `beginAgain` for a runner that goes on and has lost its hold of jobs
 * @param runner at work now; `begin` makes another and may fail as long as the database is away
 */
export function keepRunning(
  runner: Runner,
  begin: () => Promise<Runner>,
  log: Log,
): { beginAgain(): void; stop(): Promise<void> } {
  let current: Runner | null = runner
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      try {
        current ??= await begin()
        await current.promise
      } catch (error) {
        log.error('the jobs have ended and are begun again', { error })
      }
      if (isOver) return
      current = null
      await pause(PAUSE)
    }
  })()
  return {
    beginAgain: () => void current?.stop().catch(() => {}), // what it works on it finishes first
    stop: async () => {
      isOver = true
      await current?.stop().catch(() => {}) // one that gave up already is not stopped twice
      await watching
    },
  }
}
