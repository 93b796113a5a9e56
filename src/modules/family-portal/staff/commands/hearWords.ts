import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { StaffTables } from '../queries/tables.ts'

/** Says that a child's words were read: by whom first stands. @returns false when there are none of this child to read */
export async function hearWord(
  work: Work,
  of: { readonly wordId: Uuid; readonly personId: Uuid },
): Promise<boolean> {
  const db = work.db<StaffTables>()
  await db
    .updateTable('family_word')
    .set({ heard_by: work.actor.id, heard_at: work.now })
    .where('id', '=', of.wordId)
    .where('person_id', '=', of.personId)
    .where('heard_at', 'is', null)
    .execute()
  const word = await db
    .selectFrom('family_word')
    .select('id')
    .where('id', '=', of.wordId)
    .where('person_id', '=', of.personId)
    .where('heard_at', 'is not', null)
    .executeTakeFirst()
  return word !== undefined
}

/** Says what was found: the copy shows again to whoever pressed the button, unless it was withdrawn meanwhile. */
export async function settleAlarm(
  work: Work,
  of: { readonly alarmId: Uuid; readonly personId: Uuid; readonly because: string },
): Promise<'settled' | 'was settled' | 'none'> {
  const db = work.db<StaffTables>()
  const alarm = await db
    .selectFrom('portal_alarm')
    .select('settled_at')
    .where('id', '=', of.alarmId)
    .where(sql<boolean>`person_ids @> array[${of.personId}::uuid]`)
    .executeTakeFirst()
  if (alarm === undefined) return 'none'
  const { numUpdatedRows } = await db
    .updateTable('portal_alarm')
    .set({ settled_by: work.actor.id, settled_at: work.now, settled_because: of.because })
    .where('id', '=', of.alarmId)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'settled' : 'was settled'
}
