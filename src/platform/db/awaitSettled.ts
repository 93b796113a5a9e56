import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { serviceActor } from './classes.ts'
import type { Database } from './database.ts'
import { NotSettledError } from './notSettledError.ts'

const PAUSE = 200 // milliseconds
const TRIES = 25

/**
 * Waits until the record may be asked as it stood at the instant. The worker notes the clock each half second; where none
 * runs, as after `kith demo`, this notes it itself: that is no part of the record.
 * @throws NotSettledError after five seconds, when work begun before the instant is still open
 */
export async function awaitSettled(database: Database, instant: Temporal.Instant): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { rows } = await database.as(serviceActor('verifier'), 'tick', work =>
      sql<{ settled: boolean }>`select platform.take_tick() >= ${instant} as settled`.execute(work.db()),
    )
    if (rows[0]?.settled) return
    await setTimeout(PAUSE)
  }
  throw new NotSettledError(instant)
}
