import { sql } from 'kysely'
import pg from 'pg'
import { parseUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { changedColumn } from './changedColumn.ts'
import { channelsAllowed, channelTrials } from './channelTrials.ts'
import { clearing, emptyTables } from './clearing.ts'
import type { WorldDatabase } from './compare.ts'
import type { KnownRow } from './knownRow.ts'
import type { Verb } from './mcdc.ts'
import { rowValues } from './rowValues.ts'
import { settledColumns } from './settledColumns.ts'
import { tablesBehindFunctions } from './tables.ts'
import { tellWorld } from './tellWorld.ts'
import { makeTrials, type Outcome, wentThrough } from './trials.ts'
import { type Triers, triersOf } from './triers.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** The record itself, holding one world at a time. */
export type RealDatabase = WorldDatabase & {
  /** The same side read by its known-at views, at an instant once the world was in. */
  asKnownNow(): Promise<Pick<WorldDatabase, 'allowed'>>
  /** Past every rule, for planting faults. */
  readonly superuser: pg.Client
  close(): Promise<void>
}

type Worker = World['workers'][number]

/** @param record of the test file's own, empty; close what this returns before the file ends */
export async function openRealDatabase(record: TestRecord): Promise<RealDatabase> {
  const [superuser, owner] = [new pg.Client(record.superuserUrl), new pg.Client(record.ownerUrl)]
  await superuser.connect()
  await owner.connect()
  await makeTrials(superuser)
  await superuser.query(channelTrials)
  const cleared = await emptyTables(superuser)
  let loads = 0
  const triers = triersOf(superuser)
  let told: Told | undefined
  return {
    superuser,
    load: async (next, rows) => {
      told = { world: next, again: new Map() }
      await superuser.query(clearing(cleared, loads++))
      await tellWorld(record, owner, next, rows)
    },
    allowed: async (worker, verb, all) => {
      if (told === undefined) throw new Error('Load a world first.')
      const [rows, channels] = apart(all)
      const ids = await (verb === 'read'
        ? readable(record, worker, rows)
        : trials({ record, triers, ...told }, worker, verb, rows))
      if (channels.length === 0) return ids
      return new Set([...ids, ...(await channelsAllowed(record, worker, verb, channels))])
    },
    asKnownNow: async () => {
      const knownAt = await record.settled()
      return {
        allowed: (worker, verb, rows) => {
          if (verb !== 'read') throw new Error('Nothing is written as known at an instant: ask to read.')
          return readable(record, worker, rows, knownAt)
        },
      }
    },
    close: async () => {
      await superuser.end()
      await owner.end()
    },
  }
}

/** Rows of tables, and those that are asked for through functions. */
function apart(rows: readonly KnownRow[]): readonly [readonly KnownRow[], readonly KnownRow[]] {
  const isBehind = ({ table }: KnownRow) => tablesBehindFunctions.some(one => one === table)
  return [rows.filter(row => !isBehind(row)), rows.filter(isBehind)]
}

/** Everything that the worker can read of these, in one transaction. */
async function readable(
  record: TestRecord,
  worker: Worker,
  rows: readonly KnownRow[],
  knownAt?: Temporal.Instant,
): Promise<ReadonlySet<Uuid>> {
  const asked: Record<string, Uuid[]> = {}
  for (const row of rows) {
    asked[row.table] ??= []
    asked[row.table]?.push(row.id)
  }
  const found = await record.as(
    worker,
    work =>
      sql<{ id: string }>`select trial.readable(${JSON.stringify(asked)}::jsonb) as id`.execute(work.db()),
    { statementSeconds: 60, ...(knownAt === undefined ? {} : { knownAt }) },
  )
  return new Set(found.rows.flatMap(row => parseUuid(row.id) ?? []))
}

/** A world that is told, and the values with which its rows would be added again: the same for whoever tries. */
type Told = { readonly world: World; readonly again: Map<KnownRow, Values> }
type Trying = Told & { readonly record: TestRecord; readonly triers: Triers }

/** Tries each of these in one transaction as the worker, and undoes it. */
async function trials(
  { record, triers, ...told }: Trying,
  worker: Worker,
  verb: Verb,
  rows: readonly KnownRow[],
): Promise<ReadonlySet<Uuid>> {
  const wished = rows.map(row => ({ id: row.id, table: row.table, ...trialOf(told, worker, row, verb) }))
  const by = await triers(
    wished.map(({ table, columns, values }) =>
      columns === undefined
        ? { table, verb: 'insert', columns: Object.keys(values) }
        : { table, verb: 'update', columns },
    ),
  )
  const tries = wished.map((one, at) => ({ ...one, trier: by[at] }))
  const { rows: outcomes } = await record.as(
    worker,
    work => sql<Outcome>`select * from trial.outcomes(${JSON.stringify(tries)}::jsonb)`.execute(work.db()),
    { statementSeconds: 100 },
  )
  const ids = new Set<Uuid>()
  for (const [at, row] of rows.entries()) {
    const outcome = outcomes[at]
    if (outcome?.id !== row.id) throw new Error(`No outcome of ${verb} ${row.table} ${row.id}`)
    if (wentThrough(outcome, `${verb} ${row.table} ${row.id}`)) ids.add(row.id)
  }
  return ids
}

function trialOf(
  { world, again }: Told,
  worker: Worker,
  row: KnownRow,
  verb: Verb,
): { readonly columns?: readonly string[]; readonly values: Values } {
  if (verb === 'add') {
    const values = again.get(row) ?? rowValues(world, row, true)
    again.set(row, values)
    return { values }
  }
  const set = verb === 'change' ? changedColumn(row) : settledColumns(world, worker.id, row, verb)
  return { columns: Object.keys(set), values: { id: row.id, ...set } }
}
