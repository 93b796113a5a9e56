import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { DocumentRow } from '../documents/readDocuments.ts'
import type { CaseworkTables } from '../tables.ts'
import { readBody } from './letterBody.ts'
import type { Letter } from './readLetters.ts'

/**
 * Whether a letter tells its reader where somebody is whom they may not find: the letter stands in the record of those it is about, the
 * address that is copied into it in that of its recipient. Whoever no longer reads the one does not read its copy.
 */
export async function keepsAddressBack(
  work: Work,
  { recipient, body }: Pick<Letter, 'recipient' | 'body'>,
): Promise<boolean> {
  const { address } = body
  if (recipient.kind !== 'person' || address === null) return false
  if (address.addressId === null) return address.isConfidential
  const row = await work
    .db<PeopleTables>()
    .selectFrom('person_address')
    .select('id')
    .where('id', '=', address.addressId)
    .executeTakeFirst()
  return row === undefined
}

/** The same of the print of a letter that went, by whose it is: it is no file of the record to whoever may not read it. */
export async function printKeptBack(
  work: Work,
  personId: Uuid,
  document: Pick<DocumentRow, 'id' | 'kind' | 'direction'>,
): Promise<boolean> {
  if (document.kind !== 'letter' || document.direction !== 'out') return false
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('letter')
    .innerJoin('letter_person', 'letter_person.letter_id', 'letter.id')
    .select(['letter.recipient_person_id', 'letter.body'])
    .where('letter_person.person_id', '=', personId)
    .where('letter.document_id', '=', document.id)
    .executeTakeFirst()
  if (!row?.recipient_person_id) return false
  const recipient = { kind: 'person', id: row.recipient_person_id, relation: '' } as const
  return keepsAddressBack(work, { recipient, body: readBody(row.body) })
}

/** The letter as its reader may print it. */
export const withoutAddress = <L extends Pick<Letter, 'body'>>(letter: L): L => ({
  ...letter,
  body: {
    ...letter.body,
    address: letter.body.address && {
      ...letter.body.address,
      lines: 'Address kept back from you',
      postcode: null,
    },
  },
})
