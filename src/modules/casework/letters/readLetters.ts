import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import { type Held, type LetterBody, readBody, readHeld } from './letterBody.ts'
import type { LetterRecipient } from './letterRecipients.ts'

type Plain<T> = T extends { readonly __select__: infer S } ? S : T
export type LetterStatus = Plain<CaseworkTables['letter']['status']>

/** A letter as its pages and commands know it. */
export type Letter = {
  readonly id: Uuid
  readonly personIds: readonly Uuid[]
  readonly template: string
  readonly recipient: Pick<LetterRecipient, 'kind' | 'id' | 'relation'>
  readonly body: LetterBody
  readonly status: LetterStatus
  readonly held: Held | null
  readonly releasedBy: readonly Uuid[]
  readonly releasedHash: Buffer | null
  readonly documentId: Uuid | null
  readonly sentOn: Temporal.PlainDate | null
  readonly sentHow: string | null
  readonly stoppedReason: string | null
  readonly madeBy: Uuid | null
  readonly version: number
}

/** One that is neither sent nor stopped. */
export type OpenLetter = {
  readonly id: Uuid
  readonly subject: string
  readonly recipientRelation: string
  readonly status: LetterStatus
}

/** A person's letters that are not sent yet, and stopped ones of the last month, newest first. */
export async function openLetters(work: Work, personId: Uuid): Promise<readonly OpenLetter[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('letter')
    .innerJoin('letter_person', 'letter_person.letter_id', 'letter.id')
    .select([
      'letter.id',
      'letter.body',
      'letter.recipient_relation',
      'letter.status',
      'letter.recorded_from',
    ])
    .where('letter_person.person_id', '=', personId)
    .where('letter.status', '<>', 'sent')
    .where(({ eb, or }) =>
      or([
        eb('letter.status', '<>', 'stopped'),
        eb('letter.recorded_from', '>', work.now.subtract({ hours: 30 * 24 })),
      ]),
    )
    .orderBy('letter.id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    subject: readBody(row.body).subject,
    recipientRelation: row.recipient_relation,
    status: row.status,
  }))
}

/** One letter by an address that names the person too. @returns null when it is absent, another's or hidden */
export async function letterOf(work: Work, personId: Uuid, letterId: Uuid): Promise<Letter | null> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('letter')
    .innerJoin('letter_person', 'letter_person.letter_id', 'letter.id')
    .select([
      'letter.id',
      'letter.person_ids',
      'letter.template',
      'letter.recipient_person_id',
      'letter.recipient_organisation_id',
      'letter.recipient_involvement_id',
      'letter.recipient_relation',
      'letter.body',
      'letter.status',
      'letter.held_because',
      'letter.released_by',
      'letter.released_hash',
      'letter.document_id',
      'letter.sent_on',
      'letter.sent_how',
      'letter.stopped_reason',
      'letter.made_by',
      'letter.version',
    ])
    .where('letter_person.person_id', '=', personId)
    .where('letter.id', '=', letterId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    personIds: row.person_ids,
    template: row.template,
    recipient: { ...recipientOf(row), relation: row.recipient_relation },
    body: readBody(row.body),
    status: row.status,
    held: readHeld(row.held_because),
    releasedBy: row.released_by,
    releasedHash: row.released_hash,
    documentId: row.document_id,
    sentOn: row.sent_on,
    sentHow: row.sent_how,
    stoppedReason: row.stopped_reason,
    madeBy: row.made_by,
    version: row.version,
  }
}

type Columns = Pick<
  CaseworkTables['letter'],
  'recipient_person_id' | 'recipient_organisation_id' | 'recipient_involvement_id'
>

function recipientOf(row: Columns): Pick<LetterRecipient, 'kind' | 'id'> {
  if (row.recipient_person_id !== null) return { kind: 'person', id: row.recipient_person_id }
  if (row.recipient_organisation_id !== null)
    return { kind: 'organisation', id: row.recipient_organisation_id }
  if (row.recipient_involvement_id !== null) return { kind: 'involvement', id: row.recipient_involvement_id }
  throw new Error('A letter without a recipient') // the table's own check allows none
}
