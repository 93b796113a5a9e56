import type { SenderProfile } from '../senderProfile.ts'
import type { Envelope } from '../toldEvent.ts'
import type { Decoded } from './decodeText.ts'
import { readTime } from './readTime.ts'
import { firstSegment, type Parts, textOf, valuesOf } from './splitMessage.ts'

/** Who speaks, to whom and of what. The event is taken from EVN-1 when MSH-9 lacks it, as some trusts send. */
export function readEnvelope(parts: Parts, decoded: Decoded, profile: SenderProfile): Envelope {
  const msh = firstSegment(parts, 'MSH')
  const type = valuesOf(parts, msh, 9)[0]
  return {
    sendingApplication: textOf(parts, msh, 3),
    sendingFacility: textOf(parts, msh, 4),
    receivingApplication: textOf(parts, msh, 5),
    receivingFacility: textOf(parts, msh, 6),
    controlId: textOf(parts, msh, 10),
    processingId: textOf(parts, msh, 11),
    version: textOf(parts, msh, 12),
    messageType: type?.at(1).toUpperCase() ?? '',
    event: (type?.at(2) || textOf(parts, firstSegment(parts, 'EVN'), 1)).toUpperCase(),
    sentAt: readTime(textOf(parts, msh, 7), profile.timeZone)?.at ?? null,
    sequence: textOf(parts, msh, 13),
    declaredCharset: textOf(parts, msh, 18),
    charset: decoded.charset,
  }
}
