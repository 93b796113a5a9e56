import { z } from 'zod'

/**
 * The parts of FHIR R4 that an attendance is read from, and no others: what is not named here is not looked at and never stops a message.
 * The event that the NHS published for attendances is of STU3, where the header's event and the reason have other names: both are read.
 * Source: hl7.org/fhir/R4 and STU3, resources Bundle, MessageHeader, Encounter, Patient, Location, RelatedPerson, Organization, Procedure,
 * Communication, Condition and Flag.
 */
const text = z.string().max(4000)
const list = <T extends z.ZodType>(item: T) => z.array(item).max(100).default([])

const coding = z.object({ system: text.optional(), code: text.optional(), display: text.optional() })
const concept = z.object({ coding: list(coding), text: text.optional() })
const identifier = z.object({ system: text.optional(), value: text.optional() })
const reference = z.object({
  reference: text.optional(),
  identifier: identifier.optional(),
  display: text.optional(),
})
const name = z.object({
  use: text.optional(),
  text: text.optional(),
  family: text.optional(),
  given: list(text),
})
const meta = z.object({ lastUpdated: text.optional(), security: list(coding) })
const extension = z.object({ url: text.optional(), valueCodeableConcept: concept.optional() })

export const messageHeader = z.object({
  resourceType: z.literal('MessageHeader'),
  id: text.optional(),
  meta: meta.optional(),
  extension: list(extension),
  eventCoding: coding.optional(),
  eventUri: text.optional(),
  event: coding.optional(), // STU3
  timestamp: text.optional(), // STU3
  sender: reference.optional(),
  responsible: reference.optional(),
  focus: list(reference),
})

export const encounter = z.object({
  resourceType: z.literal('Encounter'),
  id: text.optional(),
  meta: meta.optional(),
  extension: list(extension),
  identifier: list(identifier),
  status: z.enum([
    'planned',
    'arrived',
    'triaged',
    'in-progress',
    'onleave',
    'finished',
    'cancelled',
    'entered-in-error',
    'unknown',
  ]),
  class: coding.optional(),
  subject: reference.optional(),
  period: z.object({ start: text.optional(), end: text.optional() }).optional(),
  reasonCode: list(concept),
  reason: list(concept), // STU3
  hospitalization: z
    .object({ admitSource: concept.optional(), dischargeDisposition: concept.optional() })
    .optional(),
  location: list(z.object({ location: reference })),
  serviceProvider: reference.optional(),
})

export const patient = z.object({
  resourceType: z.literal('Patient'),
  id: text.optional(),
  meta: meta.optional(),
  identifier: list(identifier),
  name: list(name),
  gender: text.optional(),
  birthDate: text.optional(),
  address: list(
    z.object({
      use: text.optional(),
      line: list(text),
      city: text.optional(),
      postalCode: text.optional(),
      text: text.optional(),
    }),
  ),
  generalPractitioner: list(reference),
})

export const place = z.object({
  resourceType: z.literal('Location'),
  name: text.optional(),
  identifier: list(identifier),
})

export const companion = z.object({
  resourceType: z.literal('RelatedPerson'),
  relationship: list(concept),
  name: list(name),
})

export const procedure = z.object({
  resourceType: z.literal('Procedure'),
  status: text.optional(),
  code: concept.optional(),
})

export const communication = z.object({
  resourceType: z.literal('Communication'),
  payload: list(z.object({ contentString: text.optional() })),
})

/** A condition or a flag: read for nothing but whether its code is a concern for the child's safety. */
export const coded = z.object({ resourceType: z.enum(['Condition', 'Flag']), code: concept.optional() })

export const organisation = z.object({
  resourceType: z.literal('Organization'),
  identifier: list(identifier),
})

export const bundle = z.object({
  resourceType: z.literal('Bundle'),
  type: text,
  identifier: identifier.optional(),
  timestamp: text.optional(),
  entry: z
    .array(
      z.object({
        fullUrl: text.optional(),
        resource: z.looseObject({ resourceType: text, id: text.optional() }),
        request: z.object({ method: text, url: text, ifNoneExist: text.optional() }).optional(),
      }),
    )
    .max(200),
})

export type Bundle = z.infer<typeof bundle>
export type MessageHeader = z.infer<typeof messageHeader>
export type Encounter = z.infer<typeof encounter>
export type Patient = z.infer<typeof patient>
export type Identifier = z.infer<typeof identifier>
export type Reference = z.infer<typeof reference>
export type Concept = z.infer<typeof concept>
export type HumanName = z.infer<typeof name>
