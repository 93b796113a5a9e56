import type { FaultCode } from './faults.ts'
import type { visitEvents } from './senderProfile.ts'
import type { ToldIdentifier, ToldPerson } from './toldPerson.ts'

/** Who speaks, to whom, and how to answer: what stands in MSH. Texts are empty where the sender wrote nothing. */
export interface Envelope {
  readonly sendingApplication: string
  /** MSH-4: the organisation code of the trust or its site. */
  readonly sendingFacility: string
  readonly receivingApplication: string
  readonly receivingFacility: string
  readonly controlId: string
  /** MSH-11: P for production, T for training, D for debugging. */
  readonly processingId: string
  readonly version: string
  /** MSH-9: ADT, and A04. The event comes from EVN-1 when MSH-9 lacks it. */
  readonly messageType: string
  readonly event: string
  readonly sentAt: Temporal.Instant | null
  readonly sequence: string
  /** MSH-18 as written, and what the bytes turned out to be. */
  readonly declaredCharset: string
  readonly charset: 'utf-8' | 'iso-8859-1'
}

export const doubtCodes = [
  'birth_date_missing',
  'birth_date_unreadable',
  'birth_date_in_future',
  'nhs_number_fails_check',
  'several_nhs_numbers',
  'sex_code_unknown',
  'postcode_unreadable',
  'event_part_missing',
  'event_time_unreadable',
  'event_disagrees',
  'visit_number_missing',
  'patient_class_missing',
  'charset_not_as_declared',
] as const

/** Something a reader should know: it never stops a message. `said` is what stood there; it may identify somebody. */
export interface Doubt {
  readonly code: (typeof doubtCodes)[number]
  /** Where it stands: PID-7. */
  readonly place: string
  readonly said: string
}

export interface ToldCompanion {
  readonly name: string
  readonly relationship: string
  /** NK1-7: what they are to this visit. */
  readonly role: string
}

/**
 * What a message says of a visit. A part that is absent was not said and leaves what stands; null asks that it be taken
 * away. Source: HL7 v2.5.1, 2.5.3.6: two quotation marks take away, nothing leaves.
 */
export interface ToldDetails {
  readonly arrivedAt?: Temporal.Instant | null
  readonly leftAt?: Temporal.Instant | null
  readonly patientClass?: string | null
  /** PV1-3: ward or department, and the code of the site. */
  readonly location?: string | null
  readonly site?: string | null
  readonly complaint?: string | null
  readonly admitSource?: string | null
  readonly disposition?: string | null
  /** PR1: what was done. */
  readonly procedures?: string | null
  readonly accompaniedBy?: readonly ToldCompanion[] | null
  readonly school?: string | null
}

export interface ToldVisit {
  readonly kind: 'visit'
  readonly event: (typeof visitEvents)[number]
  /** PV1-19, unique within its authority; null when the sender gave none. */
  readonly visit: { readonly number: string; readonly authority: string } | null
  readonly isEmergency: 'yes' | 'no' | 'unknown'
  /** When it happened: EVN-6, else the visit's own time, else when it was recorded. */
  readonly happenedAt: Temporal.Instant | null
  /** When the sender recorded it: EVN-2, else MSH-7. What is newer is decided by this. */
  readonly recordedAt: Temporal.Instant | null
  readonly person: ToldPerson
  readonly details: ToldDetails
  /** Codes of the message that the profile counts as a concern for a child's safety. */
  readonly concerns: readonly string[]
}

/** What is known of a person changed (A28, A31), or two records became one (A18, A34, A40 and their kin). */
export interface ToldPersonChange {
  readonly kind: 'person' | 'merge'
  readonly event: string
  readonly recordedAt: Temporal.Instant | null
  readonly person: ToldPerson
  /** MRG-1: identifiers that gave way. */
  readonly gone: readonly ToldIdentifier[]
  /** How many merges the message tells; only the first is read. */
  readonly pairs: number
}

/** A message that is none of ours to act on: kept, and answered as kept. */
export interface ToldOther {
  readonly kind: 'other'
  readonly event: string
  readonly why: 'not_adt' | 'event_not_used'
}

export type ToldEvent = ToldVisit | ToldPersonChange | ToldOther

/** What came of reading a message. A fault keeps what could be read of MSH, so that it can be answered. */
export type Reading =
  | {
      readonly kind: 'told'
      readonly envelope: Envelope
      readonly event: ToldEvent
      readonly doubts: readonly Doubt[]
    }
  | { readonly kind: 'fault'; readonly fault: FaultCode; readonly envelope: Envelope | null }
