/** A child as the hospital has them in its own books. */
export type Patient = {
  readonly nhsNumber: string | null
  readonly given: string
  readonly family: string
  /** Eight digits; or what somebody at the desk typed instead. */
  readonly birth: string
  readonly sex: string | null
  readonly lines: string
  readonly postcode: string
  readonly isSensitive?: boolean
  /** The hospital's own number of them. */
  readonly hospitalNumber?: string
}

/** A visit as the hospital's system tells it, event by event. */
export type HospitalVisit = {
  readonly number: string
  readonly patient: Patient
  readonly arrivedAt: Temporal.Instant
  readonly complaint: string
  /** What whoever came with the child is to them. */
  readonly companion: string | null
  /** Code of a concern for the child's safety, and its words. */
  readonly concern?: readonly [code: string, words: string] | undefined
}

/** Registered, changed, left, cancelled: HL7 version 2, chapter 3. */
export type VisitEvent = 'A04' | 'A08' | 'A03' | 'A11'

export type Telling = {
  readonly event: VisitEvent
  readonly controlId: string
  readonly at: Temporal.Instant
  readonly outcome?: string
}

/** As the hospital of an authority names itself. */
export const facilityOf = (authorityCode: string): string => `DEMO${authorityCode}`

/** One message of a visit, as a hospital's engine writes it: version 2.4, local times, segments ended by a carriage return. */
export function hl7Text(
  facility: string,
  { number, patient, arrivedAt, complaint, companion, concern }: HospitalVisit,
  { event, controlId, at, outcome }: Telling,
): string {
  const left = event === 'A03' ? stamp(at) : ''
  const pv1 = [
    ...['PV1', '1', 'E', `Emergency department^^^${facility}`],
    ...Array.from({ length: 15 }, () => ''),
    asText(number),
    ...Array.from({ length: 16 }, () => ''),
    asText(outcome ?? ''),
    ...Array.from({ length: 7 }, () => ''),
    stamp(arrivedAt),
    left,
  ]
  return [
    ...beginning(facility, event, controlId, at),
    pid(patient),
    ...(patient.isSensitive ? ['PD1||||||||||||Y'] : []),
    ...(companion ? [`NK1|1||^${asText(companion)}`] : []),
    pv1.join('|'),
    `PV2|||^${asText(complaint)}`,
    ...(concern ? [`DG1|1||${concern[0]}^${asText(concern[1])}^SCT`] : []),
  ].join('\r')
}

/** A message that one of the hospital's own numbers gave way to that of this patient. */
export function mergeText(
  facility: string,
  gone: string,
  { patient, controlId, at }: { readonly patient: Patient } & Pick<Telling, 'controlId' | 'at'>,
): string {
  return [
    ...beginning(facility, 'A40', controlId, at),
    pid(patient),
    `MRG|${asText(gone)}^^^DEMO-ED^PI`,
  ].join('\r')
}

const beginning = (facility: string, event: string, controlId: string, at: Temporal.Instant): string[] => [
  `MSH|^~\\&|DEMO-ED|${facility}|KITH|COUNTY|${stamp(at)}||ADT^${event}|${controlId}|P|2.4`,
  `EVN|${event}|${stamp(at)}`,
]

function pid({ nhsNumber, hospitalNumber, given, family, birth, sex, lines, postcode }: Patient): string {
  const [street = '', town = ''] = lines.split('\n')
  const identifiers = [
    ...(nhsNumber === null ? [] : [`${nhsNumber}^^^NHS^NH`]),
    ...(hospitalNumber === undefined ? [] : [`${asText(hospitalNumber)}^^^DEMO-ED^PI`]),
  ].join('~')
  const address = [street, '', town, '', postcode].map(asText).join('^')
  return `PID|1||${identifiers}||${asText(family)}^${asText(given)}^^^^^L||${birth}|${sex ?? ''}|||${address}`
}

/** The signs that part a message, written so that they part nothing. */
function asText(text: string): string {
  const sequences: Readonly<Record<string, string>> = { '|': 'F', '^': 'S', '&': 'T', '~': 'R', '\\': 'E' }
  return text.replaceAll(/[|^&~\\]/g, found => `\\${sequences[found]}\\`)
}

function stamp(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Europe/London').toPlainDateTime()
  return local.toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '')
}
