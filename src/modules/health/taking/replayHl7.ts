import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { Uuid } from '#platform/ids'
import { keepMessage } from '#platform/messages'
import { readEnvelopeOf } from '../hl7/readMessage.ts'
import { hl7Arrival } from './hl7Arrival.ts'
import { readHl7 } from './readHl7.ts'
import { senderById } from './senders.ts'

/** A message of the past, and when it came. */
export type PastMessage = { readonly bytes: Buffer; readonly receivedAt: Temporal.Instant }

/**
 * Keeps a message of a known sender and reads it at once, in the listener's transaction, as it would have been when it came: how an invented
 * county has a past.
 * @throws when the message would not have been taken
 */
export async function replayHl7(
  work: Work,
  sealer: Sealer,
  senderId: Uuid,
  { bytes, receivedAt }: PastMessage,
): Promise<void> {
  const arrival = hl7Arrival(work, bytes, readEnvelopeOf(bytes), await senderById(work, senderId))
  if (arrival.fault !== null)
    throw new Error(`A message of the past would have been refused: ${arrival.fault}`)
  const { id, isNew } = await keepMessage(work, sealer, arrival)
  if (!isNew) return
  await readHl7(work, { id, senderId, channel: arrival.channel, bytes, receivedAt })
  await sql`update app.message_work set state = 'done', tries = 1, ended_at = clock_timestamp() where message_id = ${id}`.execute(
    work.db(),
  )
}
