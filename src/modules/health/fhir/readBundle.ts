import type { z } from 'zod'
import { readJson } from '#platform/http'
import type { ToldVisit } from '../rules/told.ts'
import type { FhirFault } from './fhirFaults.ts'
import { lookUp, type Resolve } from './lookUp.ts'
import { organisationCode } from './readCodes.ts'
import { readEncounter } from './readEncounter.ts'
import { type Bundle, bundle, encounter, messageHeader, patient } from './resources.ts'

/** Events that tell of a child at emergency or urgent care, by the code of MessageHeader.event. */
export const readEvents = [
  'emergency-care-attendance-1', // Digital Child Health, ED attendance event
  'emergency-care-attendance',
  'CH011', // the same, as it was called before
  ...['uec-arrival', 'uec-triage', 'uec-discharge'], // urgent and emergency care bundles, Wales, draft of December 2025
] as const

/** What a bundle says, and who says it. */
export type FhirReading =
  | {
      readonly kind: 'fault'
      readonly fault: FhirFault
      readonly controlId: string
      readonly expression: readonly string[]
    }
  | {
      readonly kind: 'told'
      /** The sender's own name for the message; empty when it has none. */
      readonly controlId: string
      readonly type: 'message' | 'transaction'
      /** Every organisation that it names as its sender or as whose care it was. */
      readonly senders: readonly [string, ...string[]]
      readonly isEmergency: boolean
      readonly visit: ToldVisit
      readonly entries: number
    }

/**
 * Reads a Bundle: a message about an attendance, or a transaction that creates its Encounter. It never throws; structure that cannot be read
 * is a fault, anything else that is strange leaves its part untold.
 * @param receivedAt stands for a time that the sender did not give
 */
export function readBundle(bytes: Uint8Array, receivedAt: Temporal.Instant): FhirReading {
  const read = readJson(bytes)
  if ('fault' in read) return fault(read.fault)
  const parsed = bundle.safeParse(read.json)
  if (!parsed.success) return fault('not_a_bundle', '', expressionOf(parsed.error, 'Bundle'))
  const { type } = parsed.data
  const controlId = controlIdOf(parsed.data)
  if (type !== 'message' && type !== 'transaction') return fault('wrong_bundle_type', controlId)
  const against = type === 'message' ? headerFault(parsed.data) : null
  return against === null ? readVisitOf(parsed.data, controlId, receivedAt) : fault(against, controlId)
}

function readVisitOf(data: Bundle, controlId: string, receivedAt: Temporal.Instant): FhirReading {
  const resolve = lookUp(data)
  const one = encounterOf(data, resolve)
  if (one === null) return fault('encounter_missing', controlId)
  const visit = encounter.safeParse(one)
  if (!visit.success) return fault('resource_wrong', controlId, expressionOf(visit.error, 'Encounter'))
  const subject = resolve(visit.data.subject) ?? only(data, 'Patient')
  const person = patient.safeParse(subject)
  if (subject === null || subject.resourceType !== 'Patient') return fault('patient_missing', controlId)
  if (!person.success) return fault('resource_wrong', controlId, expressionOf(person.error, 'Patient'))
  if (person.data.identifier.length + person.data.name.length === 0 && person.data.birthDate === undefined)
    return fault('patient_empty', controlId)
  const [sender, ...more] = sendersOf(data, visit.data.serviceProvider, resolve)
  if (sender === undefined) return fault('sender_missing', controlId)
  return {
    kind: 'told',
    controlId,
    type: data.type === 'message' ? 'message' : 'transaction',
    senders: [sender, ...more],
    isEmergency: data.type === 'message' || (visit.data.class?.code ?? 'EMER') === 'EMER',
    visit: readEncounter(data, visit.data, person.data, { resolve, receivedAt }),
    entries: data.entry.length,
  }
}

const fault = (code: FhirFault, controlId = '', expression: readonly string[] = []): FhirReading => ({
  kind: 'fault',
  fault: code,
  controlId,
  expression,
})

function controlIdOf({ identifier, entry }: Bundle): string {
  const header = entry.find(({ resource }) => resource.resourceType === 'MessageHeader')
  return (identifier?.value ?? header?.resource.id ?? header?.fullUrl ?? '').slice(0, 200)
}

function headerFault({ entry: [first] }: Bundle): FhirFault | null {
  const header = messageHeader.safeParse(first?.resource)
  if (!header.success) return 'header_missing'
  const { eventCoding, eventUri, event: ofStu3 } = header.data
  const event = eventCoding?.code ?? ofStu3?.code ?? eventUri?.split(/[/:#]/).at(-1) ?? ''
  return readEvents.some(known => known === event) ? null : 'event_not_used'
}

function sendersOf({ entry }: Bundle, provider: Parameters<Resolve>[0], resolve: Resolve): readonly string[] {
  const header = messageHeader.safeParse(entry[0]?.resource)
  const named = [header.data?.sender ?? header.data?.responsible, provider]
  return named.flatMap(reference => organisationCode(reference, resolve) ?? [])
}

/** The encounter of the message: the one that its header is about, where it carries others beside it. */
function encounterOf(data: Bundle, resolve: Resolve) {
  const header = messageHeader.safeParse(data.entry[0]?.resource)
  const focus = (header.data?.focus ?? []).map(resolve).filter(one => one?.resourceType === 'Encounter')
  return (focus.length === 1 ? focus[0] : null) ?? only(data, 'Encounter')
}

function only({ entry }: Bundle, type: string) {
  const found = entry.filter(({ resource }) => resource.resourceType === type)
  return found.length === 1 ? (found[0]?.resource ?? null) : null
}

/** Where a resource is wrong, without what stood there. */
const expressionOf = (error: z.ZodError, resource: string): readonly string[] =>
  error.issues.slice(0, 10).map(({ path }) => [resource, ...path.map(String)].join('.'))
