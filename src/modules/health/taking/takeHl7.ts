import { type Database, serviceActor, type Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import { makeUuid } from '#platform/ids'
import { type Arrival, keepMessage } from '#platform/messages'
import { answer, answerCodeOf } from '../hl7/answer.ts'
import type { Peer } from '../hl7/door/doorSettings.ts'
import type { FaultCode } from '../hl7/faults.ts'
import { readEnvelopeOf, readMessage } from '../hl7/readMessage.ts'
import type { Envelope } from '../hl7/toldEvent.ts'
import { type Proof, type Sender, senderOf } from './senders.ts'

/** Where messages of one authority are kept. */
export type Keeping = { readonly database: Database; readonly sealer: Sealer }

/** Whether somebody who may send to this authority sends it. */
async function isTheirs(
  { database }: Keeping,
  envelope: Envelope,
  { fingerprint256 }: Peer,
): Promise<boolean> {
  return await database.as(
    serviceActor('listener'),
    'messages',
    async work => (await senderOf(work, envelope, { fingerprint: fingerprint256 })) !== null,
  )
}

/** Takes a message for the authority to which its sender may send; one from nobody who may is the first authority's to refuse. */
export async function takeForOneOf(
  keepings: readonly [Keeping, ...Keeping[]],
  raw: Buffer,
  peer: Peer,
): Promise<Buffer> {
  const envelope = readEnvelopeOf(raw)
  for (const keeping of keepings.slice(envelope === null ? keepings.length : 1))
    if (envelope !== null && (await isTheirs(keeping, envelope, peer)))
      return await takeHl7(keeping, raw, peer)
  return await takeHl7(keepings[0], raw, peer)
}

/** Length of the id of an answer: MSH-10 has 20 characters. */
const ANSWER_ID = 20

/** What was kept of an HL7 message: its answer, and what stands against it. */
export type Taken = { readonly answer: Buffer; readonly fault: FaultCode | null }

/** Takes one HL7 message by the door for hospitals, from whoever the certificate says. See {@link keepHl7}. */
export async function takeHl7(keeping: Keeping, raw: Buffer, { fingerprint256 }: Peer): Promise<Buffer> {
  return (await keepHl7(keeping, raw, { fingerprint: fingerprint256 }, 'mllp')).answer
}

/**
 * Keeps one HL7 message as it came, with its answer, in one commit; only then is the answer given. The same message again has the same
 * answer, byte for byte. What cannot be read, or comes from nobody who may send, is kept too, and refused.
 * @throws when it could not be stored: the door then tells the sender to send again
 */
export async function keepHl7(
  { database, sealer }: Keeping,
  raw: Buffer,
  proof: Proof,
  channel: 'mllp' | 'hl7_http',
): Promise<Taken> {
  return await database.as(serviceActor('listener'), 'messages', async work => {
    const envelope = readEnvelopeOf(raw)
    const sender = envelope === null ? null : await senderOf(work, envelope, proof)
    const arrival = arrivalOf(work, raw, envelope, sender)
    const { answer: bytes } = await keepMessage(work, sealer, { ...arrival, channel })
    return { answer: bytes, fault: faultOf(raw, envelope, sender) ?? null }
  })
}

/** What is kept of a message, and the answer to it. */
export function arrivalOf(
  work: Work,
  raw: Buffer,
  envelope: Envelope | null,
  sender: Sender | null,
): Arrival {
  const fault = faultOf(raw, envelope, sender)
  return {
    senderId: sender?.id ?? null,
    saidSender: envelope?.sendingFacility.slice(0, 60) || null,
    channel: 'mllp',
    controlId: envelope?.controlId ?? '',
    bytes: raw,
    answerCode: answerCodeOf(fault),
    answer: answer({
      envelope,
      ...(fault === undefined ? {} : { fault }),
      id: makeUuid().replaceAll('-', '').slice(-ANSWER_ID),
      at: work.now,
    }),
    fault: fault ?? null,
  }
}

/** What cannot be read is said first: a sender is known by what can. */
function faultOf(raw: Buffer, envelope: Envelope | null, sender: Sender | null): FaultCode | undefined {
  if (envelope !== null && sender === null) return 'sender_not_accepted'
  const reading = readMessage(raw, sender?.profile)
  return reading.kind === 'fault' ? reading.fault : undefined
}
