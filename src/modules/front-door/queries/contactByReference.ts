import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FrontDoorTables } from '../tables.ts'

/** A contact that the acting person may see, by its receipt's reference; null otherwise. */
export async function contactByReference(
  work: Work,
  reference: string,
): Promise<{ readonly id: Uuid; readonly receivedAt: Temporal.Instant; readonly isDanger: boolean } | null> {
  const row = await work
    .db<FrontDoorTables>()
    .selectFrom('contact')
    .select(['id', 'received_at', 'is_danger'])
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row ? { id: row.id, receivedAt: row.received_at, isDanger: row.is_danger } : null
}
