import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** What every table holds, as `rows:hash` over which transaction wrote each row where: no row is written unnoticed. */
export type Contents = Readonly<Record<string, string>>

/** Reads what a record holds, past every rule. */
export type Reader = {
  read(): Promise<Contents>
  /** Waits until no other connection is at work: one that was cut may still be committing. */
  settled(): Promise<void>
  end(): Promise<void>
}

/** A session says when it was last used, which every request may do in a transaction of its own. */
const notRead = ['app.session']

const schemas = ['record', 'history', 'access', 'app', 'search', 'audit', 'platform', 'graphile_worker']

const atWork = `select from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'`

/** Opens a reader of the whole database: rows, past rows, access, notices, outbox, submissions, jobs and the audit. */
export async function readerOf(superuserUrl: string): Promise<Reader> {
  const client = new pg.Client({
    connectionString: superuserUrl,
    options: '-c jit=off -c max_parallel_workers_per_gather=0 -c search_path=pg_catalog',
  })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = any ($1) and schemaname || '.' || tablename <> all ($2) order by 1`,
    [schemas, notRead],
  )
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtidextended(ctid, xmin::text::bigint)), 0) as held from ${name}`,
  )
  const text = each.join(' union all ')
  return {
    read: async () => {
      const { rows } = await client.query<{ name: string; held: string }>({ name: 'contents', text })
      return Object.fromEntries(rows.map(({ name, held }) => [name, held]))
    },
    settled: async () => {
      while ((await client.query(atWork)).rowCount !== 0) await pause(2)
    },
    end: () => client.end(),
  }
}

/** By how many rows each table grew, or `changed` where as many rows hold something else. */
export type Change = Readonly<Record<string, number | 'changed'>>

/** What a second write may do otherwise than the first: access follows from facts, and a kind of job is noted once. */
const derived = ['access.entry', 'graphile_worker._private_tasks']

/** What is otherwise than before; tables that stayed are left out. */
export function changeOf(before: Contents, after: Contents): Change {
  const rows = (held: string | undefined) => Number((held ?? '0:0').split(':')[0])
  const differing = Object.keys(after).filter(name => before[name] !== after[name])
  return Object.fromEntries(
    differing.map(name => {
      const growth = rows(after[name]) - rows(before[name])
      return [name, growth === 0 ? ('changed' as const) : growth]
    }),
  )
}

export const isNothing = (change: Change): boolean => Object.keys(change).length === 0

/** Whether two writes of one kind did the same. */
export function isAlike(one: Change, other: Change): boolean {
  const text = (change: Change) =>
    JSON.stringify(Object.entries(change).filter(([name]) => !derived.includes(name)))
  return text(one) === text(other)
}
