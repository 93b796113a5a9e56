import type { ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Marks one of the acting person's notices as read, or all of them. Another's notices are never touched. */
export async function markNoticesRead(work: Work, id: Uuid | 'all'): Promise<void> {
  let query = work
    .db<ServiceTables>()
    .updateTable('app.notice')
    .set({ read_at: work.now })
    .where('worker_id', '=', work.actor.id)
    .where('read_at', 'is', null)
  if (id !== 'all') query = query.where('id', '=', id)
  await query.execute()
}
