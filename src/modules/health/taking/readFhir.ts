import type { Work } from '#platform/db'
import { type OpenMessage, UnreadableMessage } from '#platform/messages'
import { readBundle } from '../fhir/readBundle.ts'
import { isAdult } from '../rules/isAdult.ts'
import { readVisit } from '../visits/readVisit.ts'

/** Makes of a kept FHIR bundle what it is for, as {@link readHl7} does of a message of HL7: a child at emergency or urgent care is told on. */
export async function readFhir(work: Work, { id, senderId, bytes, receivedAt }: OpenMessage): Promise<void> {
  const reading = readBundle(bytes, receivedAt)
  if (reading.kind === 'fault') throw new UnreadableMessage(reading.fault)
  if (!reading.isEmergency || isAdult(reading.visit)) return
  await readVisit(work, { messageId: id, senderId, receivedAt }, reading.visit)
}
