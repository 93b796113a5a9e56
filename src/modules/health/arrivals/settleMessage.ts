import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { enqueue } from '#platform/jobs'
import { READ_MESSAGE } from '#platform/messages'
import type { StuckMessage } from './stuckMessages.ts'

/** What is to become of a message that waits. */
export type Settlement =
  | { readonly kind: 'read_again'; readonly senderId: Uuid | null }
  | { readonly kind: 'close'; readonly why: string }

/**
 * What came by the mailbox has no sender to name: whoever has it read again says that it is about plans. What came by a form was sent by
 * somebody who had signed in, and never by a hospital.
 */
export const readsApart = ({ channel }: Pick<StuckMessage, 'channel'>): boolean =>
  channel === 'mesh' || channel === 'form'

/**
 * Has a message read again, as of the sender whom somebody names, or closes it with a reason. The message itself stays as it came.
 * @returns false when it waits no longer: somebody else was first
 */
export async function settleMessage(work: Work, id: Uuid, settlement: Settlement): Promise<boolean> {
  const by = work.actor.id
  const { rows } =
    settlement.kind === 'close'
      ? await sql`update app.message_work set state = 'closed', closed_by = ${by}, closed_why = ${settlement.why}, ended_at = ${work.now}
          where message_id = ${id} and state in ('refused', 'dead') returning message_id`.execute(work.db())
      : await sql`update app.message_work set state = 'waiting', tries = 0, next_try_at = ${work.now}, ended_at = null, replayed_by = ${by},
            sender_id = coalesce(${settlement.senderId}::uuid, sender_id)
          where message_id = ${id} and state in ('refused', 'dead') returning message_id`.execute(work.db())
  if (rows.length === 0) return false
  if (settlement.kind === 'read_again') await enqueue(work, READ_MESSAGE, { id }, { key: `message ${id}` })
  await sql`insert into audit.entry (actor_id, action, resource, row_ids, detail)
    values (${by}, 'update', 'message', ${[id]}::uuid[], ${JSON.stringify({ did: settlement.kind })})`.execute(
    work.db(),
  )
  return true
}
