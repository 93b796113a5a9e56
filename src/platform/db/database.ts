import { setTimeout } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { makeUuid } from '../ids/index.ts'
import type { Actor } from './classes.ts'
import type { DoorKey } from './door.ts'
import { beginning } from './entering.ts'
import { NotSettledError } from './notSettledError.ts'
import { openPool } from './pool.ts'
import type { Options, Work } from './work.ts'

/** The one door to the data. */
export type Database = {
  /**
   * Runs `fn` in one transaction as the actor: the database role of their class, their signed identity, one purpose.
   * @param purpose short code of why: 'casework', 'import', 'sign_in' ...
   * @returns what fn returns, once committed
   * @throws NotSettledError when options.knownAt is so recent that work begun before it may still be open
   */
  as<R>(actor: Actor, purpose: string, fn: (work: Work) => Promise<R>, options?: Options): Promise<R>
  close(): Promise<void>
}

/** Serialization failure, deadlock: the whole transaction may simply run again. */
const worthAnotherTry = new Set(['40001', '40P01'])
const TRIES = 5
const PAUSE_MS = 5

/** @param url of the serving login; `max` transactions at once */
export function openDatabase(url: string, door: DoorKey, max = 10): Database {
  const pool = openPool(url, max)
  return {
    as: (actor, purpose, fn, options = {}) =>
      withRetries(() => withClient(pool, client => transact(client, door, actor, purpose, fn, options))),
    close: () => pool.end(),
  }
}

async function withRetries<R>(run: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt === TRIES || !worthAnotherTry.has((error as pg.DatabaseError).code ?? '')) throw error
      await setTimeout(Math.random() * PAUSE_MS * 2 ** attempt) // those who met each other must not meet again
    }
  }
}

/** A connection whose state is in doubt (a failed rollback, a changed table) is thrown away, not reused. */
async function withClient<R>(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.connect()
  let doubt = true
  try {
    const answer = await run(client)
    doubt = false
    return answer
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '0A000') {
      doubt = await client.query('rollback').then(
        () => false,
        () => true,
      )
    }
    throw error
  } finally {
    client.release(doubt)
  }
}

async function transact<R>(
  client: pg.PoolClient,
  door: DoorKey,
  actor: Actor,
  purpose: string,
  fn: (work: Work) => Promise<R>,
  options: Options,
): Promise<R> {
  const correlation = options.correlation ?? makeUuid()
  const answers = await client.query(beginning(client, door, actor, purpose, { ...options, correlation }))
  const [, , answer] = answers as unknown as { rows: Started[] }[] // three statements, three answers
  const { started, settled } = (answer as { rows: Started[] }).rows[0] as Started
  const knownAt = options.knownAt ?? null
  if (knownAt !== null && !settled) throw new NotSettledError(knownAt)
  const now = knownAt ?? started
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const builder = builderOver(client)
  const work: Work = {
    actor,
    purpose,
    correlation,
    now,
    today,
    knownAt,
    db: <T>() => builder as unknown as Kysely<T>,
  }
  const result = await fn(work)
  await client.query('commit')
  return result
}

type Started = { started: Temporal.Instant; settled: boolean }

const builders = new WeakMap<pg.PoolClient, Kysely<unknown>>()

/** Kysely over this one connection, kept for as long as the connection is. */
function builderOver(client: pg.PoolClient): Kysely<unknown> {
  const known = builders.get(client)
  if (known) return known
  const held = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => held, end: async () => {} } as unknown as pg.Pool // the two members Kysely uses
  const builder = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  builders.set(client, builder)
  return builder
}
