import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { EnquiryWhole } from '../queries/readEnquiry.ts'
import type {
  childAgreesWords,
  consentWords,
  medicalKindWords,
  medicalOutcomeWords,
} from '../rules/enquiryWords.ts'

/** A medical as its form says it. */
export type MedicalWanted = {
  readonly kind: keyof typeof medicalKindWords
  readonly askedOn: Temporal.PlainDate
  readonly consent: keyof typeof consentWords | null
  readonly consentBy: string | null
  readonly childAgrees: keyof typeof childAgreesWords | null
  readonly doctorInvolvementId: Uuid | null
  readonly doctorName: string | null
  readonly heldAt: Temporal.Instant | null
  readonly findings: string | null
  readonly outcome: keyof typeof medicalOutcomeWords | null
  /** A stored document of the child. */
  readonly documentId: Uuid | null
}

const columns = (wanted: MedicalWanted) => ({
  kind: wanted.kind,
  asked_on: wanted.askedOn,
  consent: wanted.consent,
  consent_by: wanted.consentBy,
  child_agrees: wanted.childAgrees,
  doctor_involvement_id: wanted.doctorInvolvementId,
  doctor_name: wanted.doctorName,
  held_at: wanted.heldAt,
  findings: wanted.findings,
  outcome: wanted.outcome,
  document_id: wanted.documentId,
})

/** Asks for a medical within an enquiry. */
export async function addMedical(work: Work, enquiry: EnquiryWhole, wanted: MedicalWanted): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<ChildProtectionTables>()
    .insertInto('enquiry_medical')
    .values({ id, person_id: enquiry.personId, enquiry_id: enquiry.id, ...columns(wanted) })
    .execute()
  return id
}

/** Says more of a medical, in the version in which it was opened. */
export async function changeMedical(
  work: Work,
  medical: { readonly id: Uuid; readonly version: number },
  wanted: MedicalWanted,
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('enquiry_medical')
    .set({ ...columns(wanted), version: medical.version + 1 })
    .where('id', '=', medical.id)
    .where('version', '=', medical.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}
