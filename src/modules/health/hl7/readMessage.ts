import type { FaultCode } from './faults.ts'
import { type Decoded, decodeText } from './read/decodeText.ts'
import { findDoubts } from './read/findDoubts.ts'
import { timeAt } from './read/places.ts'
import { readEnvelope } from './read/readEnvelope.ts'
import { readIdentifiers } from './read/readIdentifiers.ts'
import { readPerson } from './read/readPerson.ts'
import { readVisit } from './read/readVisit.ts'
import { firstSegment, type Parts, segmentsNamed, splitMessage } from './read/splitMessage.ts'
import { plainProfile, type SenderProfile } from './senderProfile.ts'
import type { Envelope, Reading, ToldEvent } from './toldEvent.ts'
import type { ToldPerson } from './toldPerson.ts'

const personEvents = ['A28', 'A31']
const mergeEvents = ['A18', 'A34', 'A35', 'A36', 'A39', 'A40', 'A41', 'A42', 'A47']

/**
 * Reads the bytes of one HL7 version 2 message as its sender's profile says. It never throws: what cannot be read is a
 * fault with its answer, and what can be read and is strange is a doubt beside the event.
 */
export function readMessage(bytes: Uint8Array, profile: SenderProfile = plainProfile): Reading {
  const decoded = decodeText(bytes)
  const parts = splitMessage(decoded.text)
  if (!parts) return { kind: 'fault', fault: notHl7(decoded), envelope: null }
  const envelope = readEnvelope(parts, decoded, profile)
  const fault = envelopeFault(envelope, profile)
  if (fault) return { kind: 'fault', fault, envelope }
  const event = readEvent(parts, envelope, profile)
  if (typeof event === 'string') return { kind: 'fault', fault: event, envelope }
  return { kind: 'told', envelope, event, doubts: findDoubts(parts, envelope, event, profile) }
}

/** MSH alone, when there is one: to know the sender before its profile is known, and to answer what cannot be read. */
export function readEnvelopeOf(bytes: Uint8Array): Envelope | null {
  const decoded = decodeText(bytes)
  const parts = splitMessage(decoded.text)
  return parts && readEnvelope(parts, decoded, plainProfile)
}

/** Whether a message comes from one whom this profile is for. Its connection's certificate proves the profile. */
export function speaksFor(profile: SenderProfile, envelope: Envelope): boolean {
  return profile.senders.some(
    ({ application, facility }) =>
      facility === envelope.sendingFacility &&
      (application === undefined || application === envelope.sendingApplication),
  )
}

function notHl7({ text }: Decoded): FaultCode {
  if (text.trim() === '') return 'empty'
  return text.trimStart().startsWith('<') ? 'not_hl7_markup' : 'not_hl7'
}

function envelopeFault(envelope: Envelope, profile: SenderProfile): FaultCode | null {
  if (envelope.controlId === '') return 'control_id_missing'
  if (!profile.versions.includes(envelope.version)) return 'version_not_accepted'
  return envelope.messageType === '' ? 'message_type_missing' : null
}

function readEvent(parts: Parts, envelope: Envelope, profile: SenderProfile): ToldEvent | FaultCode {
  const { event } = envelope
  if (envelope.messageType !== 'ADT') return { kind: 'other', event, why: 'not_adt' }
  const used = profile.events.find(code => code === event)
  const isOfPerson = personEvents.includes(event)
  if (!used && !isOfPerson && !mergeEvents.includes(event))
    return { kind: 'other', event, why: 'event_not_used' }
  const fault = contentFault(parts, envelope, profile)
  if (fault) return fault
  if (used) return readVisit(parts, used, envelope, profile)
  return {
    kind: isOfPerson ? 'person' : 'merge',
    event,
    recordedAt: timeAt(parts, 'EVN-2', profile) ?? envelope.sentAt,
    person: readPerson(parts, profile),
    gone: readIdentifiers(parts, firstSegment(parts, 'MRG'), 1, profile),
    pairs: segmentsNamed(parts, 'MRG').length,
  }
}

function contentFault(parts: Parts, { event }: Envelope, profile: SenderProfile): FaultCode | null {
  if (!firstSegment(parts, 'PID')) return 'patient_missing'
  if (namesNobody(readPerson(parts, profile))) return 'patient_empty'
  if (mergeEvents.includes(event)) return firstSegment(parts, 'MRG') ? null : 'merged_missing'
  return personEvents.includes(event) || firstSegment(parts, 'PV1') ? null : 'visit_missing'
}

function namesNobody({ identifiers, names, birthDate }: ToldPerson): boolean {
  return identifiers.length === 0 && names.length === 0 && birthDate.kind === 'unknown'
}
