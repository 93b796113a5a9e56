import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

interface AuditTables {
  'audit.entry': { actor_id: Uuid; action: string; resource: string; row_ids: readonly Uuid[] }
}

/**
 * Writes into the audit who read which advice. It names the row and nobody: who has looked at a child is told to more people than may
 * know that there is advice.
 */
export async function noteAdviceRead(work: Work, ids: readonly Uuid[]): Promise<void> {
  if (ids.length === 0) return
  await work
    .db<AuditTables>()
    .insertInto('audit.entry')
    .values({ actor_id: work.actor.id, action: 'read', resource: 'legal_advice', row_ids: ids })
    .execute()
}
