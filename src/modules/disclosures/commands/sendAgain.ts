import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A dead letter waits again, as if it had never been tried. @returns false when it is not dead */
export async function sendAgain(work: Work, deliveryId: Uuid): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select access.send_disclosure_again(${deliveryId}) as done`.execute(work.db())
  return rows[0]?.done === true
}
