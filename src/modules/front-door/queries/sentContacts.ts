import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Outcome } from '../rules/contactWords.ts'
import type { FrontDoorTables } from '../tables.ts'

/** Something that the acting person sent, and how far it is. The reasons, in the council’s own words, are not theirs to read. */
export type SentContact = {
  readonly id: Uuid
  readonly reference: string
  readonly receivedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
  /** What the front door answered, with its day. */
  readonly feedback: SentAnswer | null
  /** Whom to ring about it: the team that received it. */
  readonly team: { readonly name: string; readonly telephone: string | null } | null
}

/** What the front door answered: to a professional with what was decided and why. */
export type SentAnswer = {
  readonly body: string
  readonly on: Temporal.PlainDate
  readonly outcome: Outcome | null
  readonly thresholdReason: string | null
}

/** What the acting person sent, newest first. @param reference one of them alone */
export async function sentContacts(
  work: Work,
  reference: string | null = null,
): Promise<readonly SentContact[]> {
  let query = work
    .db<FrontDoorTables & AgenciesTables>()
    .selectFrom('contact')
    .leftJoin('team', 'team.id', 'contact.team_id')
    .select(['contact.id', 'contact.reference', 'contact.received_at', 'contact.decided_at'])
    .select(['team.name as team_name', 'team.telephone as team_telephone'])
    .where('contact.created_by', '=', work.actor.id)
    .orderBy('contact.received_at', 'desc')
    .orderBy('contact.id', 'desc')
  if (reference !== null) query = query.where('contact.reference', '=', reference)
  const rows = await query.execute()
  const last = await answersTo(
    work,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({
    id: row.id,
    reference: row.reference,
    receivedAt: row.received_at,
    decidedAt: row.decided_at,
    feedback: last.get(row.id) ?? null,
    team: row.team_name === null ? null : { name: row.team_name, telephone: row.team_telephone },
  }))
}

/** The last answer to each. */
async function answersTo(work: Work, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, SentAnswer>> {
  if (ids.length === 0) return new Map()
  const answers = await work
    .db<FrontDoorTables>()
    .selectFrom('contact_feedback')
    .select(['contact_id', 'body', 'sent_on', 'outcome', 'threshold_reason'])
    .where('contact_id', 'in', ids)
    .orderBy('sent_on')
    .orderBy('id')
    .execute()
  return new Map(
    answers.map(({ contact_id, body, sent_on, outcome, threshold_reason }) => [
      contact_id,
      { body, on: sent_on, outcome, thresholdReason: threshold_reason },
    ]),
  )
}
