import { sql } from 'kysely'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ContactWanted, NamedWanted } from '../rules/contactWanted.ts'
import type { FrontDoorTables } from '../tables.ts'
import { referenceFor } from './referenceFor.ts'

/** What a receipt says. */
export type Received = { readonly reference: string; readonly receivedAt: Temporal.Instant }

/**
 * Writes down what arrived, with everyone it names, in the caller's transaction. A form sent twice is one contact and gets one
 * reference; nothing is read back, since whoever fills in the public form may read nothing.
 * @param teamId the team that receives it
 * @param createdBy the signed-in author; null for the public form
 */
export async function receiveContact(
  work: Work,
  wanted: ContactWanted,
  teamId: Uuid,
  createdBy: Uuid | null,
): Promise<Received> {
  const id = makeUuid()
  const made = await insertOnce(
    work,
    reference => contactRow(wanted, { id, reference, teamId, createdBy }),
    wanted,
  )
  if (made.isFirst) {
    await addNamed(work, id, wanted.people)
    const body = JSON.stringify({ contactId: id, teamId, channel: wanted.channel, isDanger: wanted.isDanger })
    await work
      .db<ServiceTables>()
      .insertInto('app.outbox')
      .values({ event: 'contact.received', body })
      .execute()
  }
  return { reference: made.reference, receivedAt: wanted.receivedAt }
}

type Kept = {
  readonly id: Uuid
  readonly reference: string
  readonly teamId: Uuid
  readonly createdBy: Uuid | null
}

function contactRow(wanted: ContactWanted, kept: Kept) {
  const { referrer } = wanted
  return {
    id: kept.id,
    reference: kept.reference,
    team_id: kept.teamId,
    created_by: kept.createdBy,
    channel: wanted.channel,
    received_at: wanted.receivedAt,
    source: referrer.source,
    referrer_name: referrer.name,
    referrer_role: referrer.role,
    referrer_organisation_id: referrer.organisationId,
    referrer_organisation: referrer.organisation,
    referrer_telephone: referrer.telephone,
    referrer_email: referrer.email,
    is_anonymous: referrer.isAnonymous,
    family_knows: wanted.familyKnows,
    family_knows_not_because: wanted.familyKnowsNotBecause,
    worries: wanted.worries,
    strengths: wanted.strengths,
    wanted: wanted.wanted,
    communication: wanted.communication,
    is_danger: wanted.isDanger,
    danger: wanted.danger,
    address_lines: wanted.addressLines,
    address_postcode: wanted.addressPostcode,
    submission: wanted.submission,
  }
}

/** References that are tried: that one is another contact's already happens once in millions. */
const ATTEMPTS = 4

/**
 * Writes the row. A form received before is told by its key, once a reference of nobody's is tried with it: its own reference is
 * taken too, by itself. Any other refusal is thrown: no referral is ever lost in silence.
 */
async function insertOnce(
  work: Work,
  rowFor: (reference: string) => ReturnType<typeof contactRow>,
  { submission }: ContactWanted,
): Promise<{ readonly isFirst: boolean; readonly reference: string }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const reference = referenceFor(submission, attempt)
    const taken = await insertRow(work, rowFor(reference))
    if (taken === null) return { isFirst: true, reference }
    if (taken === 'contact_submission_key') return { isFirst: false, reference: referenceFor(submission) }
  }
  throw new Error(`${ATTEMPTS} references in a row were another contact's`)
}

/** Null when written, or the name of what was taken. */
async function insertRow(work: Work, row: ReturnType<typeof contactRow>): Promise<string | null> {
  await sql`savepoint receiving`.execute(work.db())
  try {
    await work.db<FrontDoorTables>().insertInto('contact').values(row).execute()
    await sql`release savepoint receiving`.execute(work.db())
    return null
  } catch (error) {
    const { constraint } = error as { constraint?: string } // of the database's own errors
    if (constraint !== 'contact_submission_key' && constraint !== 'contact_reference_key') throw error
    await sql`rollback to savepoint receiving`.execute(work.db())
    return constraint
  }
}

/** Adds people to a contact as it names them: matched with nobody yet. */
export async function addNamed(work: Work, contactId: Uuid, people: readonly NamedWanted[]): Promise<void> {
  if (people.length === 0) return
  const ids = people.map(() => makeUuid()).toSorted() // lists go by id: in the order of the form
  await work
    .db<FrontDoorTables>()
    .insertInto('contact_person')
    .values(
      people.map((person, place) => ({
        id: ids[place] ?? makeUuid(),
        contact_id: contactId,
        role: person.role,
        given: person.given,
        family: person.family,
        date_of_birth: person.dateOfBirth,
        date_of_birth_precision: person.dateOfBirthPrecision,
        expected_delivery_on: person.expectedDeliveryOn,
        sex: person.sex,
        relation: person.relation,
        school: person.school,
        identifier_kind: person.identifierKind,
        identifier: person.identifier,
        ethnicity: person.ethnicity,
        disability: person.disability,
      })),
    )
    .execute()
}
