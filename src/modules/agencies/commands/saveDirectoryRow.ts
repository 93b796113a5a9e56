import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'

/** A table of schema record that an administrator keeps as a directory: named by code, never by what somebody typed. */
export type DirectoryTable =
  | Exclude<keyof AgenciesTables, 'setting' | 'worker_registration'>
  | `${'health' | 'nursing' | 'neighbour'}_${string}`
  | 'subscription'
  | 'school_placement'

/** What is kept of one row: values as the database reads them. */
export type DirectoryColumns = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/**
 * Adds a row to a directory, or changes one; the former row stays in the history.
 * @returns its id
 */
export async function saveDirectoryRow(
  work: Work,
  table: DirectoryTable,
  id: Uuid | null,
  columns: DirectoryColumns,
): Promise<Uuid> {
  // One statement serves every directory: its columns are checked by the form of that directory, not by Kysely's types.
  const db = work.db<Record<string, Record<string, unknown>>>()
  if (id !== null) {
    await db.updateTable(table).set(columns).where('id', '=', id).execute()
    return id
  }
  const made = makeUuid()
  await db
    .insertInto(table)
    .values({ id: made, ...columns })
    .execute()
  return made
}

/** Holds a row until the transaction ends, so that of two who save it the second sees what the first did. */
export async function holdDirectoryRow(work: Work, table: DirectoryTable, id: Uuid): Promise<void> {
  const db = work.db<Record<string, Record<string, unknown>>>()
  await db.selectFrom(table).select('id').where('id', '=', id).forUpdate().execute()
}

/** Whether another row of the directory has the same value there: names are told apart without regard to capitals. */
export async function isTaken(
  work: Work,
  table: DirectoryTable,
  columns: Readonly<Record<string, string>>,
  id: Uuid | null,
): Promise<boolean> {
  const db = work.db<Record<string, Record<string, unknown>>>()
  let query = db.selectFrom(table).select('id').limit(1)
  for (const [column, value] of Object.entries(columns))
    query = query.where(({ eb, fn }) => eb(fn('lower', [column]), '=', value.toLowerCase()))
  if (id !== null) query = query.where('id', '!=', id)
  return (await query.executeTakeFirst()) !== undefined
}
