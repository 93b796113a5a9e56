import { type Database, serviceActor, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Clock } from '#platform/time'
import type { DoorTables } from './tables.ts'

/** What letting families in needs: the portal's own database, its key, the time. */
export type Door = {
  readonly database: Database
  readonly key: Uint8Array
  readonly clock: Clock
}

/** One transaction as the doorkeeper, who knows accounts and nothing of whom they are of. */
export const atTheDoor = <R>({ database }: Door, fn: (work: Work) => Promise<R>): Promise<R> =>
  database.as(serviceActor('doorkeeper'), 'sign_in', fn)

type Happening = 'sign_in' | 'sign_in_refused' | 'sign_out' | 'invitation_used' | 'invitation_refused'

/** Appends what happened at the door to the audit: the account where there is one, never what was typed. */
export async function noteAtDoor(
  work: Work,
  action: Happening,
  accountId: Uuid | null,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  await work
    .db<DoorTables>()
    .insertInto('audit.entry')
    .values({
      actor_id: work.actor.id,
      action,
      resource: 'family_session',
      row_ids: accountId === null ? [] : [accountId],
      detail: JSON.stringify(detail),
    })
    .execute()
}
