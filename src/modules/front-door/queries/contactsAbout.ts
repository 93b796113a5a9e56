import { sql } from 'kysely'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Channel } from '../rules/contactWanted.ts'
import type { Outcome } from '../rules/contactWords.ts'
import type { FrontDoorTables } from '../tables.ts'

/** A contact about somebody of the record, as their page and chronology tell it. */
export type ContactAbout = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly receivedAt: Temporal.Instant
  readonly source: string | null
  readonly channel: Channel
  readonly isDanger: boolean
  /** Of this person; null until then, for adults, and for readers who see no decisions. */
  readonly outcome: Outcome | null
  readonly isReReferral: boolean
  readonly decidedAt: Temporal.Instant | null
  readonly toldOn: Temporal.PlainDate | null
}

/** Contacts that were matched with these people, oldest first, as far as the reader may see them. */
export const contactsAbout = readOnce(readContactsAbout)

async function readContactsAbout(work: Work, personIds: readonly Uuid[]): Promise<readonly ContactAbout[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<FrontDoorTables>()
    .selectFrom('contact_person as named')
    .innerJoin('contact', 'contact.id', 'named.contact_id')
    .leftJoin('contact_decision as decision', 'decision.contact_person_id', 'named.id')
    .select([
      'contact.id',
      'named.person_id',
      'contact.received_at',
      'contact.source',
      'contact.channel',
      'contact.is_danger',
      'contact.decided_at',
      'decision.outcome',
      'decision.is_re_referral',
    ])
    .select(
      sql<Temporal.PlainDate | null>`(select min(told.sent_on) from contact_feedback told
        where told.contact_id = contact.id)`.as('told_on'),
    )
    .where('named.person_id', 'in', personIds)
    .where('named.removed_at', 'is', null)
    .orderBy('contact.received_at')
    .orderBy('contact.id')
    .execute()
  return rows.flatMap(row =>
    row.person_id === null
      ? []
      : [
          {
            id: row.id,
            personId: row.person_id,
            receivedAt: row.received_at,
            source: row.source,
            channel: row.channel,
            isDanger: row.is_danger,
            outcome: row.outcome,
            isReReferral: row.is_re_referral ?? false,
            decidedAt: row.decided_at,
            toldOn: row.told_on,
          },
        ],
  )
}
