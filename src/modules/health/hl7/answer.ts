import { type FaultCode, faults } from './faults.ts'
import type { Envelope } from './toldEvent.ts'

/**
 * What an answer means. `AA`: the message is stored and will outlive a crash. `AE`: its content is at fault, and the
 * same again will be too. `AR`: it was not accepted, whatever its content: send it again, to the right place or later.
 * Source: HL7 v2.5.1, table 0008, read as engines of trusts act on it.
 */
export type AnswerCode = 'AA' | 'AE' | 'AR'

export interface Answer {
  /** What could be read of the message; null when nothing could, and then the answer names no message. */
  readonly envelope: Envelope | null
  /** Absent: the message is stored. */
  readonly fault?: FaultCode
  /** The id of the answer itself, at most 20 characters. */
  readonly id: string
  readonly at: Temporal.Instant
}

/** Table 0357: what kind of error an ERR segment tells. */
const errorCodes: Partial<Record<FaultCode, readonly [code: string, words: string, place: string]>> = {
  control_id_missing: ['101', 'Required field missing', 'MSH^1^10'],
  message_type_missing: ['101', 'Required field missing', 'MSH^1^9'],
  version_not_accepted: ['203', 'Unsupported version id', 'MSH^1^12'],
  patient_missing: ['100', 'Segment sequence error', 'PID^1'],
  patient_empty: ['101', 'Required field missing', 'PID^1^3'],
  visit_missing: ['100', 'Segment sequence error', 'PV1^1'],
  merged_missing: ['100', 'Segment sequence error', 'MRG^1'],
}
const otherError = ['207', 'Application internal error', ''] as const

/** The acknowledgement of a message, in original mode, without the bytes that frame it. */
export function answer(given: Answer): Buffer {
  const version = given.envelope?.version || '2.4'
  const segments = [header(given, version), result(given), ...error(given.fault, version)]
  return Buffer.from(`${segments.join('\r')}\r`, 'utf8')
}

export function answerCodeOf(fault: FaultCode | undefined): AnswerCode {
  return fault === undefined ? 'AA' : faults[fault].answer
}

function header({ envelope, id, at }: Answer, version: string): string {
  const fields = [
    envelope?.receivingApplication,
    envelope?.receivingFacility,
    envelope?.sendingApplication,
    envelope?.sendingFacility,
    stamp(at),
    '',
  ].map(text => asText(text ?? ''))
  return [
    'MSH',
    '^~\\&',
    ...fields,
    typeOf(envelope, version),
    id,
    processing(envelope),
    asText(version),
  ].join('|')
}

/** The parts of MSH-9 came one after the other: ACK, then its event from 2.3.1, then its structure from 2.4. */
function typeOf(envelope: Envelope | null, version: string): string {
  if (!envelope?.event || version === '2.3') return 'ACK'
  const event = asText(envelope.event)
  return version === '2.3.1' ? `ACK^${event}` : `ACK^${event}^ACK`
}

function processing(envelope: Envelope | null): string {
  return asText(envelope?.processingId || 'P')
}

function result({ envelope, fault }: Answer): string {
  const words = fault ? [asText(faults[fault].words)] : []
  return ['MSA', answerCodeOf(fault), asText(envelope?.controlId ?? ''), ...words].join('|')
}

/** From 2.5 an error has fields of its own; before, its place and code share the first. */
function error(fault: FaultCode | undefined, version: string): readonly string[] {
  if (!fault) return []
  const [code, words, place] = errorCodes[fault] ?? otherError
  if (!version.startsWith('2.5')) {
    const [segment = '', sequence = '', field = ''] = place.split('^')
    return [`ERR|${segment}^${sequence}^${field}^${code}&${words}&HL70357`]
  }
  return [`ERR||${place}|${code}^${words}^HL70357|E||||${asText(faults[fault].words)}`]
}

function asText(text: string): string {
  const sequences: Record<string, string> = { '|': 'F', '^': 'S', '&': 'T', '~': 'R', '\\': 'E' }
  return text.replaceAll(/[|^&~\\]/g, found => `\\${sequences[found]}\\`).replaceAll(/\p{Cc}/gu, ' ')
}

function stamp(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Europe/London')
  const digits = local.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '')
  return `${digits}${local.offset.replace(':', '')}`
}
