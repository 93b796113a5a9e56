import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A dead letter waits again, as if it had never been tried. @returns false when it is not dead */
export async function sendAgain(work: Work, deliveryId: Uuid): Promise<boolean> {
  const { rows } = await sql<{ id: Uuid }>`
    update disclosure_delivery set state = 'waiting', tries = 0, first_tried_at = null, next_try_at = ${work.now}
    where id = ${deliveryId} and state = 'dead' returning id`.execute(work.db())
  return rows.length > 0
}
