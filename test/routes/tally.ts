import pg from 'pg'

/** How often each table was written: its rows, past ones too; and how many acts the audit holds. */
export type Tally = Readonly<Record<string, number>>

/** What any request leaves behind, and what follows from facts that are counted themselves. */
const notCounted = new Set(['app.session', 'app.submission', 'access.entry'])

/** Acts other than looking. */
const acts = `select 'acts' as name, count(*)::integer as rows from audit.entry
  where action not in ('read', 'list', 'search', 'export', 'refused')`

/** Counts every row of the record, its history, its access and what the service keeps, past every rule. */
export async function tally(superuserUrl: string): Promise<Tally> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%s.%s', schemaname, tablename) as name from pg_tables
       where schemaname in ('record', 'history', 'access', 'app', 'search') order by 1`,
    )
    const counted = tables.rows.filter(({ name }) => !notCounted.has(name))
    const each = counted.map(({ name }) => `select '${name}' as name, count(*)::integer as rows from ${name}`)
    const { rows } = await client.query<{ name: string; rows: number }>([...each, acts].join(' union all '))
    const tally: Record<string, number> = {}
    // A row that was changed is written once more, whether it was there before or not.
    for (const { name, rows: count } of rows) {
      const table = name.replace(/^(record|history)\./, '')
      tally[table] = (tally[table] ?? 0) + count
    }
    return tally
  } finally {
    await client.end()
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
