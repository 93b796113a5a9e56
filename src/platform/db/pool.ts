import { createHash } from 'node:crypto'
import pg from 'pg'
import { readValues, writeValue } from './values.ts'

/** More statements than this run unnamed: named ones stay in the server's memory per connection. */
const MOST_NAMES = 3000
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

type Query = (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>

/** Statements sent with parameters are prepared once per connection: three times faster than as Kysely sends them. */
function nameStatements(client: pg.PoolClient): void {
  const send = client.query.bind(client) as unknown as (
    config: unknown,
    values?: unknown,
  ) => Promise<pg.QueryResult>
  const named: Query = (text, values) => {
    if (typeof text !== 'string' || values === undefined || values.length === 0) return send(text, values)
    return send({ name: nameOf(text), text, values: values.map(writeValue) })
  }
  client.query = named as unknown as pg.PoolClient['query'] // pg's many overloads; Kysely uses this one
}

/**
 * A pool of connections that read Temporal values and name their statements.
 * @param url of the server and the login; `max` connections at once
 */
export function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: readValues,
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601',
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('connect', client => {
    nameStatements(client)
    // A connection lost between two statements: the next one fails and says so. Unheard, it would end the process.
    client.on('error', () => {})
  })
  pool.on('error', () => {}) // an idle connection that ends is replaced by the next request, which reports if it cannot
  return pool
}
