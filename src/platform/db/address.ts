import pg from 'pg'

/** @returns the database and the login that an address names, read as pg reads it */
export function namesIn(url: string): { readonly database: string; readonly login: string } {
  const client = new pg.Client({ connectionString: url }) // never connected
  return { database: client.database ?? '', login: client.user ?? '' }
}

/** Makes an empty database unless there is one. @param url of any database of the server, with a login that may */
export async function ensureDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
}
