import pg from 'pg'

/** How often each table was written: its rows, past ones too; and how many acts the audit holds. */
export type Tally = Readonly<Record<string, number>>

/** What any request leaves behind, and what follows from facts that are counted themselves. */
const notCounted = new Set(['app.session', 'app.submission', 'access.entry'])

/** Acts other than looking. */
const acts = `select 'acts' as name, count(*)::integer as rows from audit.entry
  where action not in ('read', 'list', 'search', 'export', 'refused')`

/** Counts what a database holds, on a connection of its own. */
export type Counter = { tally(): Promise<Tally>; end(): Promise<void> }

/** Counts every row of the record, its history, its access and what the service keeps, past every rule. */
export async function counterOf(superuserUrl: string): Promise<Counter> {
  const client = new pg.Client({
    connectionString: superuserUrl,
    options: '-c jit=off -c max_parallel_workers_per_gather=0',
  })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select format('%s.%s', schemaname, tablename) as name from pg_tables
     where schemaname in ('record', 'history', 'access', 'app', 'search') order by 1`,
  )
  const counted = tables.rows.filter(({ name }) => !notCounted.has(name))
  const each = counted.map(({ name }) => `select '${name}' as name, count(*)::integer as rows from ${name}`)
  const text = [...each, acts].join(' union all ')
  return {
    tally: async () => {
      const { rows } = await client.query<{ name: string; rows: number }>({ name: 'tally', text })
      const tally: Record<string, number> = {}
      // A row that was changed is written once more, whether it was there before or not.
      for (const { name, rows: count } of rows) {
        const table = name.replace(/^(record|history)\./, '')
        tally[table] = (tally[table] ?? 0) + count
      }
      return tally
    },
    end: () => client.end(),
  }
}

/** By how many rows each table grew or shrank; tables that stayed are left out. */
export function grown(before: Tally, after: Tally): Tally {
  const changes = Object.entries(after).map(([name, rows]): [string, number] => [
    name,
    rows - (before[name] ?? 0),
  ])
  return Object.fromEntries(changes.filter(([, change]) => change !== 0))
}
