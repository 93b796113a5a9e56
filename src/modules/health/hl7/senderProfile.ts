import { z } from 'zod'
import { concernCodes } from '../rules/concerns.ts'

/** Events of a visit that HL7 tells, by their code. */
export const visitEvents = ['A01', 'A03', 'A04', 'A08', 'A11', 'A13'] as const

/** A place in a message: `PV1-19`, or `PD1-3.3` for the third component. */
const place = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9]{2}-[1-9][0-9]?([.][1-9][0-9]?)?$/,
    'Write a segment and a field, such as PV1-19, and a component when it is not the first: PD1-3.3.',
  )
const codes = (defaults: readonly string[]) => z.array(z.string().min(1)).default([...defaults])

const plainSexCodes: Record<string, 'M' | 'F' | 'U'> = {
  ...{ M: 'M', F: 'F', U: 'U', MALE: 'M', FEMALE: 'F', UNKNOWN: 'U' },
  // NHS Data Dictionary, PERSON STATED GENDER CODE.
  ...{ '1': 'M', '2': 'F', '0': 'U', '9': 'U' },
}

const timeZone = z.string().refine(isTimeZone, 'Write a time zone, such as Europe/London or +00:00.')

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone))
  } catch {
    return false
  }
}

/**
 * How one sender writes HL7. Trusts follow one specification and differ: what differs is data here, so that a new sender
 * is a row and not a change of code. The defaults read the ITK specification and the dialects seen so far.
 * Source: HSCIC, ITK HL7 v2 message specifications 1.0.15, and its reference tables.
 */
export const senderProfileSchema = z.strictObject({
  /** Whom this profile is for: MSH-3 and MSH-4 that may speak by it. An application left out may be any. */
  senders: z.array(z.strictObject({ application: z.string().optional(), facility: z.string() })).default([]),
  versions: codes(['2.3', '2.3.1', '2.4', '2.5', '2.5.1']),
  /** PID-3 component 4, or its first part, for an NHS number. */
  nhsNumberAuthorities: codes(['NHS', 'NHSNBR', 'NHSNMBR', 'NHSNO']),
  /** PID-3 component 5 for an NHS number whose authority is not named. */
  nhsNumberTypes: codes(['NH', 'NHS', 'NHSNMBR']),
  /** PID-3 component 5 of the sender's own number of a person; one that names no type is theirs too. */
  hospitalNumberTypes: codes(['PI', 'MR', 'MRN', 'PT', 'PE']),
  /** Where some trusts put an NHS number besides PID-3. It counts when it has ten digits and PID-3 has none. */
  nhsNumberAlsoIn: z.array(place).default(['PID-19']),
  /** PID-8, in capitals, to the codes of the children in need census. A code that is not here is kept as it was said. */
  sexCodes: z.record(z.string(), z.enum(['M', 'F', 'U'])).default({ ...plainSexCodes }),
  /** The zone of times that name no offset. */
  timeZone: timeZone.default('Europe/London'),
  /** Which events are read as visits; others are kept and not acted on. */
  events: z.array(z.enum(visitEvents)).default([...visitEvents]),
  /** PV1-2 of a visit to emergency or urgent care. */
  emergencyClasses: codes(['E', 'EMER', 'EMERGENCY']),
  /** PV1-3 components 1 and 2 of emergency or urgent care, for senders whose class does not say. */
  emergencyLocations: codes(['ED', 'AE', 'A&E', 'UTC', 'MIU', 'WIC']),
  /** PV1-10 of emergency care: treatment function 180, and its names. */
  emergencyServices: codes(['180', 'ACCIDENT AND EMERGENCY', 'EMERGENCY MEDICINE', 'A&E']),
  /** The code of the GP practice. */
  practiceIn: place.default('PD1-3.3'),
  visitNumberIn: place.default('PV1-19'),
  /** Where a sender writes the school, when it does. */
  schoolIn: place.nullable().default(null),
  /** OBX-3 of an observation that is the presenting complaint. */
  complaintCodes: codes([]),
  /** Codes in DG1-3 and OBX that are a concern for a child's safety (SNOMED CT). */
  concernCodes: codes(concernCodes),
  /** PV1-16 of a patient whose whereabouts are kept from view; PD1-12 of Y always says so. */
  sensitiveCodes: codes(['S', 'SENSITIVE', 'RESTRICTED']),
})

/** A profile with every default filled in. */
export type SenderProfile = z.infer<typeof senderProfileSchema>

/** What a sender that follows the specification needs. */
export const plainProfile: SenderProfile = senderProfileSchema.parse({})
