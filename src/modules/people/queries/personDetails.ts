import type { Selectable } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { codeLabel, isCode } from '#reference'
import type { PeopleTables } from '../tables.ts'
import { currentAddressIsWithheld } from './currentAddresses.ts'
import { type Family, familiesOf } from './familyOf.ts'
import { identifiersOf, type PersonIdentifier } from './identifiersOf.ts'
import { type PersonSummary, personSummaries, personSummary } from './personSummaries.ts'
import { type Relationship, relationshipsOf } from './relationshipsOf.ts'

type Row<Table extends keyof PeopleTables> = Selectable<PeopleTables[Table]>
type Facts =
  | 'sex'
  | 'gender_identity'
  | 'ethnicity'
  | 'religion'
  | 'first_language'
  | 'interpreter_needed'
  | 'communication_needs'
  | 'upn_unknown_reason'
  | 'mother_id'
  | 'recorded_from'

/** Everything recorded of who a person is. Rows carry the database's names; past ones are among them. */
export type PersonDetails = {
  readonly summary: PersonSummary
  readonly facts: Pick<Row<'person'>, Facts> & { readonly ethnicityLabel: string | null }
  readonly names: readonly Omit<Row<'person_name'>, 'recorded_by'>[]
  readonly identifiers: readonly PersonIdentifier[]
  readonly addresses: readonly Omit<Row<'person_address'>, 'recorded_by'>[]
  /** There is a present address that the acting person may not see. */
  readonly isAddressWithheld: boolean
  readonly contacts: readonly Omit<Row<'person_contact'>, 'recorded_by'>[]
  readonly disabilities: readonly (Omit<Row<'person_disability'>, 'recorded_by'> & {
    readonly label: string
  })[]
  readonly relationships: readonly Relationship[]
  /** The other people of the relationships, by id. */
  readonly others: ReadonlyMap<Uuid, PersonSummary>
  readonly families: readonly Family[]
}

/** @returns the details, or null when the person is absent or not the acting person's to see */
export async function personDetails(work: Work, personId: Uuid): Promise<PersonDetails | null> {
  const summary = await personSummary(work, personId)
  const facts = summary && (await factsOf(work, personId))
  if (!summary || !facts) return null
  const relationships = await relationshipsOf(work, [personId])
  const otherIds = relationships.map(({ personId: one, otherId }) => (one === personId ? otherId : one))
  const others = await personSummaries(work, [...new Set(otherIds)])
  return {
    summary,
    facts: { ...facts, ethnicityLabel: labelOf('ethnicity', facts.ethnicity) },
    names: await namesOf(work, personId),
    identifiers: await identifiersOf(work, personId),
    addresses: await addressesOf(work, personId),
    isAddressWithheld: await currentAddressIsWithheld(work, personId),
    contacts: await contactsOf(work, personId),
    disabilities: await disabilitiesOf(work, personId),
    relationships,
    others: new Map(others.map(other => [other.id, other])),
    families: await familiesOf(work, personId),
  }
}

function factsOf(work: Work, personId: Uuid): Promise<Pick<Row<'person'>, Facts> | undefined> {
  return work
    .db<PeopleTables>()
    .selectFrom('person')
    .select(['sex', 'gender_identity', 'ethnicity', 'religion', 'first_language', 'interpreter_needed'])
    .select(['communication_needs', 'upn_unknown_reason', 'mother_id', 'recorded_from'])
    .where('id', '=', personId)
    .executeTakeFirst()
}

/** The words for a code of the census, the code itself when it is none of them. */
function labelOf(set: 'ethnicity' | 'disability', code: string | null): string | null {
  if (code === null) return null
  return isCode(set, code) ? codeLabel(set, code) : code
}

function namesOf(work: Work, personId: Uuid) {
  return work
    .db<PeopleTables>()
    .selectFrom('person_name')
    .select([
      'id',
      'person_id',
      'kind',
      'given',
      'family',
      'is_main',
      'started_on',
      'ended_on',
      'recorded_from',
    ])
    .where('person_id', '=', personId)
    .orderBy('is_main', 'desc')
    .orderBy('id')
    .execute()
}

function addressesOf(work: Work, personId: Uuid) {
  return work
    .db<PeopleTables>()
    .selectFrom('person_address')
    .select(['id', 'person_id', 'kind', 'lines', 'postcode', 'is_confidential', 'started_on', 'ended_on'])
    .select('recorded_from')
    .where('person_id', '=', personId)
    .orderBy('ended_on', order => order.desc().nullsFirst())
    .orderBy('started_on', order => order.desc().nullsLast())
    .orderBy('id')
    .execute()
}

function contactsOf(work: Work, personId: Uuid) {
  return work
    .db<PeopleTables>()
    .selectFrom('person_contact')
    .select([
      'id',
      'person_id',
      'kind',
      'value',
      'is_safe',
      'safe_times',
      'started_on',
      'ended_on',
      'recorded_from',
    ])
    .where('person_id', '=', personId)
    .orderBy('ended_on', order => order.desc().nullsFirst())
    .orderBy('id')
    .execute()
}

async function disabilitiesOf(work: Work, personId: Uuid) {
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person_disability')
    .select(['id', 'person_id', 'code', 'started_on', 'ended_on', 'recorded_from'])
    .where('person_id', '=', personId)
    .orderBy('ended_on', order => order.desc().nullsFirst())
    .orderBy('code')
    .execute()
  return rows.map(row => ({ ...row, label: labelOf('disability', row.code) ?? row.code }))
}
