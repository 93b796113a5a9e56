import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid } from '#platform/ids'
import type { PartPlace, PartValues } from '../parts/part.ts'
import { partRow } from '../queries/partRow.ts'
import { followFacts } from '../registry/factFollowers.ts'
import type { PeopleTables } from '../tables.ts'

export type SavedPart =
  | { readonly outcome: 'saved' }
  /** Someone changed it since the form was opened; `now` is what is recorded. */
  | { readonly outcome: 'stale'; readonly now: PartValues; readonly recordedFrom: string }

/** Any of the parts' tables: names of tables and columns come from the parts, which are source code. */
type AnyTables = Record<string, Record<string, unknown>>

/**
 * Adds a row of a part, or changes the one of `rowId` if it is still the version that the form was opened with.
 * @param recordedFrom of that version, as the form carried it
 */
export async function savePart(
  work: Work,
  place: PartPlace,
  values: PartValues,
  recordedFrom: string | null,
): Promise<SavedPart> {
  const { part, personId, rowId } = place
  if (part.table === 'person_name' && values['is_main'] === true)
    await makeRoomForMainName(work, place, recordedFrom)
  if (rowId === null) {
    const row = { id: makeUuid(), person_id: personId, ...values }
    await work.db<AnyTables>().insertInto(part.table).values(row).execute()
    return { outcome: 'saved' }
  }
  const subject = part.isOwnRow ? 'id' : 'person_id'
  const changed = await work
    .db<AnyTables>()
    .updateTable(part.table)
    .set(values)
    .where('id', '=', rowId)
    .where(subject, '=', personId)
    .where('recorded_from', '=', sql`${recordedFrom}::timestamptz`)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n) {
    if (part.table === 'person') await followFacts(work, [personId]) // clocks run from a birth, or back from one expected
    return { outcome: 'saved' }
  }
  const now = await partRow(work, place)
  return { outcome: 'stale', now: now?.values ?? {}, recordedFrom: now?.recordedFrom ?? '' }
}

/** One name is used on every page: the former one stays, as another name. */
async function makeRoomForMainName(work: Work, place: PartPlace, recordedFrom: string | null): Promise<void> {
  if (place.rowId !== null) {
    const now = await partRow(work, place)
    if (now?.recordedFrom !== recordedFrom) return // stale: it will be shown, so nothing may change
  }
  await work
    .db<PeopleTables>()
    .updateTable('person_name')
    .set({ is_main: false })
    .where('person_id', '=', place.personId)
    .where('is_main', '=', true)
    .where('ended_on', 'is', null)
    .$if(place.rowId !== null, query => query.where('id', '<>', place.rowId ?? place.personId))
    .execute()
}
