import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Channel, NamedRole } from '../rules/contactWanted.ts'
import type { Rag } from '../rules/contactWords.ts'
import type { FrontDoorTables } from '../tables.ts'

/** How far a contact is: nobody has decided; nobody has told the referrer; both are done. */
export const queueStates = ['waiting', 'feedback', 'done'] as const
export type QueueState = (typeof queueStates)[number]

export type QueueChoice = {
  readonly state: QueueState
  readonly rag?: Rag | 'none' | undefined
  readonly channel?: Channel | undefined
}

/** Somebody named, as far as a list needs them. */
export type QueueName = {
  readonly role: NamedRole
  readonly given: string | null
  readonly family: string | null
  readonly personId: Uuid | null
}

export type QueueContact = {
  readonly id: Uuid
  readonly reference: string
  readonly teamId: Uuid
  readonly channel: Channel
  readonly receivedAt: Temporal.Instant
  readonly source: string | null
  readonly isDanger: boolean
  readonly actionTaken: string | null
  readonly rag: Rag | null
  readonly decidedAt: Temporal.Instant | null
  readonly isAnswered: boolean
  readonly names: readonly QueueName[]
}

/**
 * Contacts that the acting person may see: danger first, then red, amber, not rated and green, then the one that has waited
 * longest, which is also the one due first.
 */
export async function contactQueue(
  work: Work,
  choice: QueueChoice,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<readonly QueueContact[]> {
  let query = chosen(work, choice)
    .select([
      'contact.id',
      'reference',
      'team_id',
      'channel',
      'received_at',
      'source',
      'is_danger',
      'action_taken',
      'contact.rag',
      'decided_at',
    ])
    .select(answered.as('is_answered'))
  if (choice.state === 'waiting')
    query = query
      .orderBy(sql`case when is_danger and action_taken is null then 0 when is_danger then 1 else 2 end`)
      .orderBy(sql`case contact.rag when 'red' then 0 when 'amber' then 1 when 'green' then 3 else 2 end`)
      .orderBy('received_at')
  else query = query.orderBy('decided_at', choice.state === 'feedback' ? 'asc' : 'desc')
  query = query.orderBy('contact.id')
  if (page) query = query.offset(page.offset).limit(page.limit)
  const rows = await query.execute()
  const names = await namesOf(
    work,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({
    id: row.id,
    reference: row.reference,
    teamId: row.team_id,
    channel: row.channel,
    receivedAt: row.received_at,
    source: row.source,
    isDanger: row.is_danger,
    actionTaken: row.action_taken,
    rag: row.rag,
    decidedAt: row.decided_at,
    isAnswered: row.is_answered,
    names: names.get(row.id) ?? [],
  }))
}

/** How many there are of a choice. */
export async function countContacts(work: Work, choice: QueueChoice): Promise<number> {
  const row = await chosen(work, choice)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

const answered = sql<boolean>`exists (select from contact_feedback told where told.contact_id = contact.id)`

function chosen(work: Work, { state, rag, channel }: QueueChoice) {
  let query = work.db<FrontDoorTables>().selectFrom('contact')
  query = query.where('decided_at', state === 'waiting' ? 'is' : 'is not', null)
  if (state !== 'waiting') query = query.where(answered, '=', state === 'done')
  if (rag === 'none') query = query.where('contact.rag', 'is', null)
  else if (rag) query = query.where('contact.rag', '=', rag)
  if (channel) query = query.where('channel', '=', channel)
  return query
}

async function namesOf(work: Work, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, readonly QueueName[]>> {
  if (ids.length === 0) return new Map()
  const rows = await work
    .db<FrontDoorTables>()
    .selectFrom('contact_person')
    .select(['contact_id', 'role', 'given', 'family', 'person_id'])
    .where('contact_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return Map.groupBy(
    rows.map(row => ({ ...row, personId: row.person_id })),
    row => row.contact_id,
  )
}
