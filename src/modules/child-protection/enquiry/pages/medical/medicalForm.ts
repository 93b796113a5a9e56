import {
  dayValues,
  type Fields,
  type FormValues,
  lineField,
  momentFields,
  momentValues,
  oneOf,
  oneOfMany,
  parseMoment,
  textField,
  typedOf,
} from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html, nothing } from '#ui'
import type { MedicalWanted } from '../../commands/medicals.ts'
import type { Medical } from '../../queries/medicalsOf.ts'
import {
  childAgreesWords,
  codesIn,
  consentWords,
  medicalKindWords,
  medicalOutcomeWords,
} from '../../rules/enquiryWords.ts'
import type { EnquiryContext } from '../frame/enquiryFrame.ts'

/** What the form of a medical chooses from. */
export type MedicalContext = EnquiryContext & {
  readonly medical: Medical | null
  /** Professionals known from the record, by their involvement. */
  readonly doctors: Readonly<Record<string, string>>
  /** The child's stored documents that are medical reports. */
  readonly documents: Readonly<Record<string, string>>
}

export const medicalOrder = [
  'ended',
  'kind',
  'asked',
  'consent',
  'consentBy',
  'childAgrees',
  'doctor',
  'doctorName',
  'held',
  'held-time',
  'findings',
  'outcome',
  'document',
] as const
export const medicalTargets = { asked: 'asked-day', held: 'held-day', ended: 'main-content' }
export const medicalLabels = {
  kind: 'What was asked for',
  consent: 'Consent',
  consentBy: 'Who consents or refuses',
  doctorName: 'Doctor',
  findings: 'What was found',
  outcome: 'Outcome',
}

export const freshMedical = ({ medical, today }: MedicalContext): FormValues =>
  medical === null
    ? dayValues('asked', today)
    : {
        version: `${medical.version}`,
        kind: medical.kind,
        ...dayValues('asked', medical.askedOn),
        consent: medical.consent ?? '',
        consentBy: medical.consentBy ?? '',
        childAgrees: medical.childAgrees ?? '',
        doctor: medical.doctorInvolvementId ?? '',
        doctorName: medical.doctorInvolvementId === null ? (medical.doctorName ?? '') : '',
        ...momentValues('held', medical.heldAt),
        findings: medical.findings ?? '',
        outcome: medical.outcome ?? '',
        document: medical.documentId ?? '',
      }

/** What was asked for, who consents, who examines, what was found. */
export function medicalFields(
  { enquiry, doctors, documents }: MedicalContext,
  values: FormValues,
  errors: FieldErrors,
): Html {
  const of = { values, errors }
  const known = Object.keys(doctors).length > 0
  return html`${oneOf('kind', 'What is asked for?', medicalKindWords, of)}
${dateFields({ name: 'asked', legend: 'Asked for on', value: dateFieldsFrom(values, 'asked'), error: errors.of('asked') })}
${oneOf('consent', 'Consent', consentWords, of)}
${lineField('consentBy', 'Who consents or refuses, and as what (optional)', of, 'For example, the mother, who has parental responsibility')}
${oneOf('childAgrees', 'Does the child agree?', childAgreesWords, of)}
${known ? oneOfMany('doctor', 'Doctor known from the record', doctors, of) : nothing}
${lineField('doctorName', known ? 'Or another doctor' : 'Doctor (optional)', of, 'Name and where they work')}
<h2 class="govuk-heading-m">When it has been held</h2>
${momentFields('held', { legend: 'Held on' }, values, errors)}
${textField('findings', 'What was found, in the doctor’s words', of, 'A summary: the report itself is kept as a document')}
${oneOf('outcome', 'Outcome', medicalOutcomeWords, of)}
${Object.keys(documents).length > 0 ? oneOfMany('document', 'The report', documents, of) : html`<p class="govuk-body">The report is a stored document: <a class="govuk-link" href="/people/${enquiry.personId}/documents/new">add the file</a> as a medical document, and it can be chosen here.</p>`}`
}

/** Reads a medical; null with the problems noted. */
export function parseMedical(
  fields: Fields,
  context: MedicalContext,
  sent: FormValues,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): MedicalWanted | null {
  const kind = fields.choice('kind', codesIn(medicalKindWords), 'Select what is asked for')
  const askedOn = fields.date('asked', 'The day', 'Enter the day on which it was asked for')
  if (askedOn !== null && Temporal.PlainDate.compare(askedOn, today) > 0)
    fields.problem('asked', 'The day must be today or in the past')
  const heldAt = parseMoment(fields, 'held', { label: 'When it was held' }, now)
  const outcome = optional(fields, 'outcome', codesIn(medicalOutcomeWords))
  if (outcome !== null && outcome !== 'not_held' && heldAt === null && fields.issues.length === 0)
    fields.problem('held', 'Enter when it was held, or select that it was not held')
  const findings = fields.text('findings', 20_000)
  const wanted = {
    consent: optional(fields, 'consent', codesIn(consentWords)),
    consentBy: fields.text('consentBy', 200),
    childAgrees: optional(fields, 'childAgrees', codesIn(childAgreesWords)),
    doctorInvolvementId: known(sent, 'doctor', context.doctors),
    doctorName: fields.text('doctorName', 200),
    documentId: known(sent, 'document', context.documents),
  }
  if (fields.issues.length > 0 || kind === null || askedOn === null) return null
  return { ...wanted, kind, askedOn, heldAt, findings, outcome }
}

const optional = <T extends string>(fields: Fields, name: string, codes: readonly T[]): T | null =>
  codes.find(code => code === fields.typed(name)) ?? null

/** An id that the form offered. */
function known(sent: FormValues, name: string, offered: Readonly<Record<string, string>>): Uuid | null {
  const typed = typedOf(sent, name)
  return typed in offered ? parseUuid(typed) : null
}
