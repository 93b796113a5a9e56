import type { Work } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { Shown } from './reply.ts'

interface AuditTables {
  'audit.entry': {
    actor_id: Uuid
    action: string
    resource: string
    subject_ids: readonly Uuid[]
    relationship: string | null
    detail: string
  }
  'access.entry': { subject_id: Uuid; actor_id: Uuid; reason: string; starts_at: unknown; ends_at: unknown }
}

/**
 * Writes what a page showed, of whom and why its reader could see it, into the audit: in the page's own transaction,
 * so that nothing is shown without its entry. Time, class and purpose are stamped by the database.
 * @param route pattern of the route, for the entry's detail
 */
export async function recordShown(work: Work, shown: Shown, route: string): Promise<void> {
  if (shown === 'nothing') return
  await work
    .db<AuditTables>()
    .insertInto('audit.entry')
    .values({
      actor_id: work.actor.id,
      action: shown.action ?? 'read',
      resource: shown.resource,
      subject_ids: shown.subjectIds,
      relationship: await relationship(work, shown.subjectIds),
      detail: JSON.stringify({ route }),
    })
    .execute()
}

/** The reasons of the reader's live access to these people, or null when their class alone let them see. */
async function relationship(work: Work, subjects: readonly Uuid[]): Promise<string | null> {
  if (subjects.length === 0) return null
  const rows = await work
    .db<AuditTables>()
    .selectFrom('access.entry')
    .select('reason')
    .distinct()
    .where('actor_id', '=', work.actor.id)
    .where(eb => eb('subject_id', '=', eb.fn.any(eb.val(subjects))))
    .where(eb => eb('starts_at', '<=', eb.fn('now')))
    .where(eb => eb('ends_at', '>', eb.fn('now')))
    .orderBy('reason')
    .execute()
  return rows.length === 0 ? null : rows.map(row => row.reason).join(', ')
}
