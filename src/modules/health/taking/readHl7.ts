import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type OpenMessage, UnreadableMessage } from '#platform/messages'
import { readMessage } from '../hl7/readMessage.ts'
import { readPersonMessage } from '../persons/readPersonMessage.ts'
import { isAdult } from '../rules/isAdult.ts'
import type { HealthTables } from '../tables.ts'
import { readVisit } from '../visits/readVisit.ts'
import { visitFromHl7 } from './fromHl7.ts'
import { senderById } from './senders.ts'

/**
 * Makes of a kept HL7 message what it is for. Visits of children to emergency and urgent care are told on, and what is told
 * of a person by itself changes them; of adults, of planned visits and of what is neither nothing is kept but the sealed message itself.
 */
export async function readHl7(work: Work, message: OpenMessage): Promise<void> {
  const { profile } = await senderById(work, message.senderId)
  const reading = readMessage(message.bytes, profile)
  if (reading.kind === 'fault') throw new UnreadableMessage(reading.fault)
  const { event } = reading
  const source = { messageId: message.id, senderId: message.senderId, receivedAt: message.receivedAt }
  if (event.kind === 'person' || event.kind === 'merge')
    return await readPersonMessage(work, source, event, profile)
  if (event.kind !== 'visit') return
  const told = visitFromHl7(event, message.receivedAt, profile)
  if (isAdult(told)) return
  if (event.isEmergency === 'no' && !(await isStanding(work, message.senderId, told.visitKey))) return
  await readVisit(work, source, told)
}

/** Whether the visit began at emergency or urgent care: what becomes of it on a ward then belongs to it. */
async function isStanding(work: Work, senderId: Uuid, visitKey: string): Promise<boolean> {
  const row = await work
    .db<HealthTables>()
    .selectFrom('attendance')
    .select('id')
    .where('sender_id', '=', senderId)
    .where('visit_key', '=', visitKey)
    .executeTakeFirst()
  return row !== undefined
}
