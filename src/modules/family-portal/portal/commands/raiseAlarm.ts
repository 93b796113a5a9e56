import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { InsideTables } from '../queries/tables.ts'

/**
 * "I can see something I should not": the copy is hidden from this account from this moment, and those who answer for it are told
 * (triggers of the table).
 */
export async function raiseAlarm(work: Work, copyId: Uuid | null, words: string | null): Promise<void> {
  await work
    .db<InsideTables>()
    .insertInto('portal_alarm')
    .values({ id: makeUuid(), account_id: work.actor.id, copy_id: copyId, words })
    .execute()
}
