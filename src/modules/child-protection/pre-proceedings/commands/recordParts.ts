import type { Insertable, Updateable } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'
import { settleCases } from './settleCases.ts'

type Parts = Pick<
  ChildProtectionTables,
  'family_group_offer' | 'family_group_meeting' | 'pre_proceedings_meeting' | 'pre_proceedings_extension'
>
type Said<T extends keyof Parts> = Omit<Insertable<Parts[T]>, 'id' | 'person_id' | 'pre_proceedings_id'>

/** Records the same for each of these children: an offer, a meeting, an extension; and what follows from it. */
export async function recordParts<T extends keyof Parts>(
  work: Work,
  table: T,
  cases: readonly PreProceedings[],
  said: Said<T>,
): Promise<void> {
  // One statement serves the four tables: what is said is held to each table's columns by the type above.
  const db = work.db<Record<string, Record<string, unknown>>>()
  const into: string = table
  await db
    .insertInto(into)
    .values(cases.map(of => ({ ...said, id: makeUuid(), person_id: of.personId, pre_proceedings_id: of.id })))
    .execute()
  await settleCases(work, cases)
}

/** Changes one part in the version it was read with. @returns false when somebody else changed it meanwhile */
export async function changePart<T extends Exclude<keyof Parts, 'pre_proceedings_extension'>>(
  work: Work,
  table: T,
  of: PreProceedings,
  { id, version }: { readonly id: Uuid; readonly version: number },
  said: Updateable<Parts[T]>,
): Promise<boolean> {
  const db = work.db<Record<string, Record<string, unknown>>>()
  const name: string = table
  const { numUpdatedRows } = await db
    .updateTable(name)
    .set({ ...said, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await settleCases(work, [of])
  return true
}
