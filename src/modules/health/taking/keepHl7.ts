import { type Database, serviceActor } from '#platform/db'
import type { Sealer } from '#platform/files'
import { type Arrival, keepMessages } from '#platform/messages'
import type { FaultCode } from '../hl7/faults.ts'
import { readEnvelopeOf } from '../hl7/readMessage.ts'
import { type Hl7Arrival, hl7Arrival } from './hl7Arrival.ts'
import { type Proof, saidOf, senderOf } from './senders.ts'

/** Where messages of one authority are kept. */
export type Keeping = { readonly database: Database; readonly sealer: Sealer }

/** One HL7 message as it came, and by what its sender proves that they may send. */
export type Sent = Pick<Arrival, 'cameAt'> & { readonly raw: Buffer; readonly proof: Proof }

/** What was kept of an HL7 message: its answer, and what stands against it. */
export type Taken = { readonly answer: Buffer; readonly fault: FaultCode | null }

/**
 * Keeps HL7 messages as they came, with their answers, in one commit; only then are the answers given. The same message again has the same
 * answer, byte for byte. What cannot be read, or comes from nobody who may send, is kept too, and refused.
 * @returns of each, in their order
 * @throws when they could not be stored: the door then tells the senders to send again
 */
export async function keepHl7(
  { database, sealer }: Keeping,
  messages: readonly Sent[],
  channel: 'mllp' | 'hl7_http',
): Promise<readonly Taken[]> {
  return await database.as(serviceActor('listener'), 'messages', async work => {
    const arrivals: Hl7Arrival[] = []
    for (const { raw, proof, ...came } of messages) {
      const envelope = readEnvelopeOf(raw)
      const sender = envelope === null ? null : await senderOf(work, saidOf(envelope), proof)
      arrivals.push({ ...hl7Arrival(work, raw, envelope, sender), ...came, channel })
    }
    const kept = await keepMessages(work, sealer, arrivals)
    return kept.map(({ answer }, place) => ({ answer, fault: arrivals[place]?.fault ?? null }))
  })
}
