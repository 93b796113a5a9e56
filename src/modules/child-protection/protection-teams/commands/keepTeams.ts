import type { Insertable } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

type Kept = Pick<ChildProtectionTables, 'protection_team' | 'protection_team_member'>
type Said<T extends keyof Kept> = Omit<Insertable<Kept[T]>, 'id' | 'version'>

/** Adds a row of the teams' directory. For administrators: the database refuses anybody else. */
export async function addRow<T extends keyof Kept>(work: Work, table: T, said: Said<T>): Promise<void> {
  const into: string = table
  await work
    .db<Record<string, Record<string, unknown>>>()
    .insertInto(into)
    .values({ ...said, id: makeUuid() })
    .execute()
}

/** Changes a row in the version it was opened with. @returns false when somebody else changed it meanwhile */
export async function changeRow<T extends keyof Kept>(
  work: Work,
  table: T,
  { id, version }: { readonly id: Uuid; readonly version: number },
  said: Said<T>,
): Promise<boolean> {
  const name: string = table
  const { numUpdatedRows } = await work
    .db<Record<string, Record<string, unknown>>>()
    .updateTable(name)
    .set({ ...said, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
