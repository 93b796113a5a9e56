import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import { readNhsMessage } from '../message/readNhsMessage.ts'
import { actOn } from './readTaken.ts'
import { type Arrived, keepArrived } from './takeMessage.ts'

/**
 * Keeps a message and reads it at once, in the listener's transaction: how an invented county has a past.
 * @throws when it is no message of the NHS
 */
export async function replayNhs(work: Work, sealer: Sealer, arrived: Arrived): Promise<void> {
  const message = readNhsMessage(arrived.bytes)
  if (message === null) throw new Error('A message of the past would have been refused')
  const id = await keepArrived(work, sealer, arrived, message.kind)
  if (id === null) return
  await actOn(work, { messageId: id, teamId: arrived.teamId }, message)
  await sql`update protection_message set read_at = ${work.now} where id = ${id}`.execute(work.db())
}
