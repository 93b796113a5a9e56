import type { Selectable } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FrontDoorTables } from '../tables.ts'

type Row<Table extends keyof FrontDoorTables> = Omit<
  Selectable<FrontDoorTables[Table]>,
  'recorded_from' | 'recorded_by'
>

export type ContactRow = Omit<Row<'contact'>, 'submission'>
export type NamedRow = Row<'contact_person'>
export type ContributionRow = Omit<Row<'contact_contribution'>, 'submission'>
export type DecisionRow = Row<'contact_decision'>
export type FeedbackRow = Omit<Row<'contact_feedback'>, 'submission'>

/** A contact with all that the reader may see of it: whoever sent it sees no decision, an agency its own words only. */
export type Contact = {
  readonly contact: ContactRow
  /** Everyone named, those named in error too. */
  readonly people: readonly NamedRow[]
  readonly contributions: readonly ContributionRow[]
  readonly decisions: readonly DecisionRow[]
  readonly feedback: readonly FeedbackRow[]
}

/** @returns null when it is absent or not the reader's to see */
export async function readContact(work: Work, id: Uuid): Promise<Contact | null> {
  const contact = await contactRow(work, id)
  if (contact === undefined) return null
  const db = work.db<FrontDoorTables>()
  const contributions = await db
    .selectFrom('contact_contribution')
    .select(['id', 'contact_id', 'organisation_id', 'author_id', 'body', 'rag', 'contributed_at'])
    .where('contact_id', '=', id)
    .orderBy('contributed_at')
    .orderBy('id')
    .execute()
  const decisions = await db
    .selectFrom('contact_decision')
    .select([
      'id',
      'contact_id',
      'contact_person_id',
      'outcome',
      'reasons',
      'signposted_to',
      'is_re_referral',
      'referral_id',
      'decided_by',
      'decided_at',
    ])
    .where('contact_id', '=', id)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  const feedback = await db
    .selectFrom('contact_feedback')
    .select(['id', 'contact_id', 'body', 'channel', 'sent_on', 'sent_by', 'outcome', 'threshold_reason'])
    .where('contact_id', '=', id)
    .orderBy('sent_on')
    .orderBy('id')
    .execute()
  return { contact, people: await namedIn(work, id), contributions, decisions, feedback }
}

function contactRow(work: Work, id: Uuid): Promise<ContactRow | undefined> {
  return work
    .db<FrontDoorTables>()
    .selectFrom('contact')
    .select([
      'id',
      'reference',
      'team_id',
      'channel',
      'received_at',
      'source',
      'referrer_name',
      'referrer_role',
      'referrer_organisation_id',
      'referrer_organisation',
      'referrer_telephone',
      'referrer_email',
      'is_anonymous',
      'family_knows',
      'family_knows_not_because',
      'worries',
      'strengths',
      'wanted',
      'communication',
      'is_danger',
      'danger',
      'action_taken',
      'rag',
      'rag_reason',
      'rag_at',
      'rag_by',
      'primary_need',
      'address_lines',
      'address_postcode',
      'person_ids',
      'created_by',
      'decided_at',
      'version',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

function namedIn(work: Work, id: Uuid): Promise<readonly NamedRow[]> {
  return work
    .db<FrontDoorTables>()
    .selectFrom('contact_person')
    .select([
      'id',
      'contact_id',
      'role',
      'given',
      'family',
      'date_of_birth',
      'date_of_birth_precision',
      'expected_delivery_on',
      'sex',
      'relation',
      'school',
      'identifier_kind',
      'identifier',
      'ethnicity',
      'disability',
      'person_id',
      'matched_by',
      'matched_at',
      'removed_at',
      'removed_reason',
    ])
    .where('contact_id', '=', id)
    .orderBy('id')
    .execute()
}
