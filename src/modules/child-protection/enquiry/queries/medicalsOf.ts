import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** A medical examination within an enquiry. */
export type Medical = {
  readonly id: Uuid
  readonly enquiryId: Uuid
  readonly kind: string
  readonly askedOn: Temporal.PlainDate
  readonly consent: string | null
  readonly consentBy: string | null
  readonly childAgrees: string | null
  readonly doctorInvolvementId: Uuid | null
  /** From the record where the doctor is involved there, else as it was typed. */
  readonly doctorName: string | null
  readonly heldAt: Temporal.Instant | null
  readonly findings: string | null
  readonly outcome: string | null
  readonly documentId: Uuid | null
  /** Null when the report is not the reader's to see, or there is none. */
  readonly documentTitle: string | null
  readonly version: number
}

/** Its medicals, in the order in which they were asked for. */
export async function medicalsOf(work: Work, enquiryId: Uuid): Promise<readonly Medical[]> {
  const rows = await work
    .db<ChildProtectionTables & CaseworkTables>()
    .selectFrom('enquiry_medical as medical')
    .leftJoin('involvement', 'involvement.id', 'medical.doctor_involvement_id')
    .leftJoin('document', 'document.id', 'medical.document_id')
    .select([
      'medical.id',
      'medical.enquiry_id',
      'medical.kind',
      'medical.asked_on',
      'medical.consent',
      'medical.consent_by',
      'medical.child_agrees',
      'medical.doctor_involvement_id',
      'medical.doctor_name',
      'involvement.professional_name',
      'medical.held_at',
      'medical.findings',
      'medical.outcome',
      'medical.document_id',
      'document.title',
      'medical.version',
    ])
    .where('medical.enquiry_id', '=', enquiryId)
    .orderBy('medical.asked_on')
    .orderBy('medical.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    enquiryId: row.enquiry_id,
    kind: row.kind,
    askedOn: row.asked_on,
    consent: row.consent,
    consentBy: row.consent_by,
    childAgrees: row.child_agrees,
    doctorInvolvementId: row.doctor_involvement_id,
    doctorName: row.professional_name ?? row.doctor_name,
    heldAt: row.held_at,
    findings: row.findings,
    outcome: row.outcome,
    documentId: row.document_id,
    documentTitle: row.title,
    version: row.version,
  }))
}

/** When medicals of a child were asked for, in whichever enquiry. */
export async function medicalsOfChild(
  work: Work,
  personId: Uuid,
): Promise<readonly Pick<Medical, 'id' | 'askedOn'>[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('enquiry_medical')
    .select(['id', 'asked_on'])
    .where('person_id', '=', personId)
    .execute()
  return rows.map(row => ({ id: row.id, askedOn: row.asked_on }))
}
