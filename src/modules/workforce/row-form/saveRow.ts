import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Columns } from './rowForm.ts'

// One statement serves every form: its columns are checked by the form, not by Kysely's types.
type Rows = Record<string, Record<string, unknown>>

/** Adds a row, or changes one; the former row stays in the history. @returns its id */
export async function saveRow(work: Work, table: string, id: Uuid | null, columns: Columns): Promise<Uuid> {
  const db = work.db<Rows>()
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
export async function holdRow(work: Work, table: string, id: Uuid): Promise<void> {
  await work.db<Rows>().selectFrom(table).select('id').where('id', '=', id).forUpdate().execute()
}
