import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { oracle, type Verb } from './mcdc.ts'
import type { World } from './world.ts'

/** A database that can hold a world and be asked as any of its workers. Each question runs as that worker, in a transaction of its own. */
export interface WorldDatabase {
  /** Puts the world and the rows in, in place of what was there; a row with a `fact` is that fact, written once. */
  load(world: World, rows: readonly KnownRow[]): Promise<void>
  /** The ids of the table that the worker can select; further ids that no row has are of no account. */
  readable(workerId: Uuid, table: string): Promise<ReadonlySet<Uuid>>
  /** Whether the worker can insert a row about the same people; nothing of it stays. A note comes with its people. */
  tryAdd(workerId: Uuid, row: KnownRow): Promise<boolean>
  /** Whether an update of the row by the worker touches it, its people and author left alone; nothing of it stays. */
  tryChange(workerId: Uuid, row: KnownRow): Promise<boolean>
}

/** Which rows of a table the side under test allows the worker, by id. */
export type Ask = (workerId: Uuid, table: string, verb: Verb) => Promise<ReadonlySet<Uuid>>

/** One answer in which the two differ. */
export type Disagreement = {
  readonly workerId: Uuid
  readonly row: KnownRow
  readonly verb: Verb
  readonly oracle: boolean
  readonly database: boolean
}

/** What a comparison found. */
export type Comparison = {
  /** Questions answered by both, and how many of them the oracle allowed. */
  readonly decisions: Readonly<Record<Verb, number>>
  readonly allowed: Readonly<Record<Verb, number>>
  readonly disagreements: readonly Disagreement[]
}

/** Every worker, every row, every verb: the oracle's answer beside the other's. */
export async function compareWorld(
  world: World,
  rows: readonly KnownRow[],
  ask: Ask,
  verbs: readonly Verb[] = ['read', 'add', 'change'],
): Promise<Comparison> {
  const decisions = { read: 0, add: 0, change: 0 }
  const allowed = { read: 0, add: 0, change: 0 }
  const disagreements: Disagreement[] = []
  const tables = rows.map(row => row.table).filter((table, at, all) => all.indexOf(table) === at)
  for (const verb of verbs) {
    for (const worker of world.workers) {
      for (const table of tables) {
        const ids = await ask(worker.id, table, verb)
        for (const row of rows) {
          if (row.table !== table) continue
          const expected = oracle[verb](world, worker.id, row)
          decisions[verb]++
          if (expected) allowed[verb]++
          if (expected === ids.has(row.id)) continue
          disagreements.push({ workerId: worker.id, row, verb, oracle: expected, database: !expected })
        }
      }
    }
  }
  return { decisions, allowed, disagreements }
}

/** @returns how a loaded database answers, in the form that {@link compareWorld} asks. */
export function askDatabase(database: WorldDatabase, rows: readonly KnownRow[]): Ask {
  return async (workerId, table, verb) => {
    if (verb === 'read') return database.readable(workerId, table)
    const ids = new Set<Uuid>()
    for (const row of rows) {
      if (row.table !== table) continue
      const goes =
        verb === 'add' ? await database.tryAdd(workerId, row) : await database.tryChange(workerId, row)
      if (goes) ids.add(row.id)
    }
    return ids
  }
}

/** Loads a world into a database and compares everything; the whole of one world of a differential run. */
export async function compareInDatabase(
  database: WorldDatabase,
  world: World,
  rows: readonly KnownRow[],
  verbs?: readonly Verb[],
): Promise<Comparison> {
  await database.load(world, rows)
  return compareWorld(world, rows, askDatabase(database, rows), verbs)
}
