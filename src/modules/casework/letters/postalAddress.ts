import type { AgenciesTables } from '#modules/agencies'
import { currentAddresses, type PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import type { LetterRecipient } from './letterRecipients.ts'

/** Where a letter would go today. */
export type PostalAddress =
  | {
      readonly outcome: 'known'
      /** Row of the person's address; null for an organisation's. */
      readonly addressId: Uuid | null
      readonly lines: string
      readonly postcode: string | null
      readonly isConfidential: boolean
    }
  /** There is one, and whoever writes may not know it. */
  | { readonly outcome: 'withheld' }
  | { readonly outcome: 'unknown' }

const ORDER = ['placement', 'refuge', 'temporary', 'home', 'school_term', 'other']

/**
 * Where the record says that the recipient is reached by post today. A confidential address closes every open one from
 * before at once, also where nobody has ended that yet: who may still live there is the reason.
 */
export function postalAddress(
  work: Work,
  recipient: Pick<LetterRecipient, 'kind' | 'id'>,
): Promise<PostalAddress> {
  return recipient.kind === 'person' ? ofPerson(work, recipient.id) : ofOrganisation(work, recipient)
}

async function ofPerson(work: Work, personId: Uuid): Promise<PostalAddress> {
  const current = (await currentAddresses(work, [personId])).get(personId)
  if (current?.outcome === 'withheld') return current
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person_address')
    .select(['id', 'kind', 'lines', 'postcode', 'is_confidential', 'started_on'])
    .where('person_id', '=', personId)
    .where(({ eb, or }) => or([eb('started_on', 'is', null), eb('started_on', '<=', work.today)]))
    .where(({ eb, or }) => or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .execute()
  const isProtected = rows.some(row => row.is_confidential)
  const [first] = rows
    .filter(row => row.is_confidential || !isProtected)
    .toSorted(
      (one, other) =>
        ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) ||
        (other.started_on?.toString() ?? '').localeCompare(one.started_on?.toString() ?? ''),
    )
  if (first === undefined) return { outcome: 'unknown' }
  const { id, lines, postcode, is_confidential } = first
  return { outcome: 'known', addressId: id, lines, postcode, isConfidential: is_confidential }
}

async function ofOrganisation(
  work: Work,
  { kind, id }: Pick<LetterRecipient, 'kind' | 'id'>,
): Promise<PostalAddress> {
  const db = work.db<CaseworkTables & AgenciesTables>()
  const involved =
    kind === 'organisation'
      ? { organisation: id }
      : await db
          .selectFrom('involvement')
          .leftJoin('worker', 'worker.id', 'involvement.worker_id')
          .select(({ fn, ref }) =>
            fn.coalesce(ref('involvement.organisation_id'), ref('worker.organisation_id')).as('organisation'),
          )
          .where('involvement.id', '=', id)
          .executeTakeFirst()
  if (!involved?.organisation) return { outcome: 'unknown' }
  const row = await db
    .selectFrom('organisation')
    .select(['address_lines', 'postcode'])
    .where('id', '=', involved.organisation)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!row?.address_lines) return { outcome: 'unknown' }
  return {
    outcome: 'known',
    addressId: null,
    lines: row.address_lines,
    postcode: row.postcode,
    isConfidential: false,
  }
}
