import type pg from 'pg'

/** After how many worlds the tables are made anew. */
const untilAnew = 40

/**
 * @param loads how many worlds were in them so far
 * @returns statements that take a world out of these tables: few rows in many tables, which to delete costs a fifth of making the tables
 *   anew; that is done for what is left behind
 */
export function clearing(tables: readonly string[], loads: number): string {
  const emptied =
    loads % untilAnew === untilAnew - 1
      ? `truncate ${tables.join(', ')}`
      : tables.map(table => `delete from ${table}`).join(';')
  return `set session_replication_role = replica; ${emptied}; reset session_replication_role`
}

/** Every table with rows in a database that holds no world: they stay when a world is taken out. */
export async function emptyTables(superuser: pg.Client): Promise<readonly string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('record', 'history', 'access', 'search', 'app')`,
  )
  const empty: string[] = []
  for (const { name } of rows) {
    const found = await superuser.query(`select from ${name} limit 1`) // a name from the catalogue, quoted there
    if (found.rowCount === 0) empty.push(name)
  }
  return empty
}
