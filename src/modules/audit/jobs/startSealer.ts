import { sql } from 'kysely'
import { type Database, serviceActor } from '#platform/db'
import type { Log } from '#platform/log'
import { systemClock } from '#platform/time'
import { lastSeal } from '../queries/sealsAfter.ts'
import { fromTheBeginning, type Place, seal } from './seal.ts'
import { appendWitness } from './witness.ts'

const PAUSE = 500
/** A seal goes to the witness at most this often: each line is synced to the disk. */
const WITNESS_EVERY = Temporal.Duration.from({ seconds: 10 })

/** What the sealer works on. */
export type SealerParts = {
  readonly database: Database
  /** File outside the database to which seals are appended. */
  readonly witness: string
  readonly log: Log
}

/**
 * Seals the audit every half second, notes the clock for known-at answers (platform.take_tick), and tells the witness.
 * A failure is logged and tried again; stopping seals and witnesses what is left.
 */
export function startSealer(parts: SealerParts): { stop(): Promise<void> } {
  const stopping = Promise.withResolvers<void>()
  let isStopping = false
  const running = run(parts, () => isStopping, stopping.promise)
  return {
    async stop() {
      isStopping = true
      stopping.resolve()
      await running
    },
  }
}

async function run(parts: SealerParts, isStopping: () => boolean, stopped: Promise<void>): Promise<void> {
  let place = fromTheBeginning
  const witness = witnessKeeper(parts)
  for (;;) {
    const isLast = isStopping()
    try {
      place = await round(parts.database, place)
      await witness(isLast)
    } catch (error) {
      place = fromTheBeginning // the database may be another one by now
      parts.log.error('The audit was not sealed; it is tried again', { error: String(error) })
    }
    if (isLast) return
    await pause(stopped)
  }
}

async function round(database: Database, place: Place): Promise<Place> {
  await database.as(serviceActor('sealer'), 'tick', work =>
    sql`select platform.take_tick()`.execute(work.db()),
  )
  let { next } = await seal(database, place)
  while (next.series !== null) next = (await seal(database, next)).next
  return next
}

/** Tells the witness of the latest seal when there is a new one: at once when stopping, else now and then. */
function witnessKeeper({ database, witness }: SealerParts): (isLast: boolean) => Promise<void> {
  let told = -1
  let toldAt: Temporal.Instant | null = null
  return async isLast => {
    const now = systemClock.now()
    const isEarly = toldAt !== null && Temporal.Instant.compare(now, toldAt.add(WITNESS_EVERY)) < 0
    if (isEarly && !isLast) return
    const last = await database.as(serviceActor('sealer'), 'seal', lastSeal)
    toldAt = now
    if (last === null || last.size === told) return
    await appendWitness(witness, last)
    told = last.size
  }
}

async function pause(stopped: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, PAUSE)
  await Promise.race([promise, stopped])
  clearTimeout(timer)
}
