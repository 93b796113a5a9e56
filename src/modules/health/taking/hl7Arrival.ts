import type { Work } from '#platform/db'
import { makeUuid } from '#platform/ids'
import type { Arrival } from '#platform/messages'
import { answer, answerCodeOf } from '../hl7/answer.ts'
import type { FaultCode } from '../hl7/faults.ts'
import { readMessage } from '../hl7/readMessage.ts'
import type { Envelope } from '../hl7/toldEvent.ts'
import { visitKeyOf } from './fromHl7.ts'
import type { Sender } from './senders.ts'

/** Length of the id of an answer: MSH-10 has 20 characters. */
const ANSWER_ID = 20

/** An HL7 message as it is kept, with why it is not taken. */
export type Hl7Arrival = Arrival & { readonly fault: FaultCode | null }

/** What is kept of a message, and the answer to it. */
export function hl7Arrival(
  work: Work,
  raw: Buffer,
  envelope: Envelope | null,
  sender: Sender | null,
): Hl7Arrival {
  const reading = readMessage(raw, sender?.profile)
  const fault = faultOf(reading, envelope, sender)
  return {
    ...(reading.kind !== 'fault' && reading.event.kind === 'visit'
      ? { about: visitKeyOf(reading.event) }
      : {}),
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
function faultOf(
  reading: ReturnType<typeof readMessage>,
  envelope: Envelope | null,
  sender: Sender | null,
): FaultCode | undefined {
  if (envelope !== null && sender === null) return 'sender_not_accepted'
  return reading.kind === 'fault' ? reading.fault : undefined
}
