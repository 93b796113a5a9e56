import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/**
 * Writes an act on the access to a person into the audit, in its own transaction: these rows are not part of the record,
 * so no history keeps them.
 */
export async function auditOpening(
  work: Work,
  action:
    | 'open'
    | 'give_reference'
    | 'use_reference'
    | 'restrict'
    | 'change_list'
    | 'review_opening'
    | 'declare_conflict'
    | 'end_conflict',
  personId: Uuid,
  detail: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  await sql`insert into audit.entry (actor_id, action, resource, subject_ids, detail)
    values (${work.actor.id}, ${action}, 'access', ${[personId]}::uuid[], ${JSON.stringify(detail)}::jsonb)`.execute(
    work.db(),
  )
}
