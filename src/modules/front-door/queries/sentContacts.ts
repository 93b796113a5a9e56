import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FrontDoorTables } from '../tables.ts'

/** Something that the acting person sent, and how far it is. What was decided, and why, is not theirs to read. */
export type SentContact = {
  readonly id: Uuid
  readonly reference: string
  readonly receivedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
  /** What the front door answered, with its day. */
  readonly feedback: { readonly body: string; readonly on: Temporal.PlainDate } | null
}

/** What the acting person sent, newest first. @param reference one of them alone */
export async function sentContacts(
  work: Work,
  reference: string | null = null,
): Promise<readonly SentContact[]> {
  const db = work.db<FrontDoorTables>()
  let query = db
    .selectFrom('contact')
    .select(['id', 'reference', 'received_at', 'decided_at'])
    .where('created_by', '=', work.actor.id)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
  if (reference !== null) query = query.where('reference', '=', reference)
  const rows = await query.execute()
  const answers =
    rows.length === 0
      ? []
      : await db
          .selectFrom('contact_feedback')
          .select(['contact_id', 'body', 'sent_on'])
          .where(
            'contact_id',
            'in',
            rows.map(({ id }) => id),
          )
          .orderBy('sent_on')
          .orderBy('id')
          .execute()
  const last = new Map(answers.map(row => [row.contact_id, { body: row.body, on: row.sent_on }]))
  return rows.map(row => ({
    id: row.id,
    reference: row.reference,
    receivedAt: row.received_at,
    decidedAt: row.decided_at,
    feedback: last.get(row.id) ?? null,
  }))
}
