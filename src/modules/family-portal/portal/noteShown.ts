import type { Work } from '#platform/db'
import type { DoorTables } from '../keys/tables.ts'
import type { PortalShown } from './portalRoute.ts'

/** Writes what a page of the portal showed into the audit, in the page's own transaction: nothing is shown without its entry. */
export async function noteShown(work: Work, shown: PortalShown, route: string): Promise<void> {
  if (shown === 'nothing') return
  await work
    .db<DoorTables>()
    .insertInto('audit.entry')
    .values({
      actor_id: work.actor.id,
      action: shown.action ?? 'read',
      resource: shown.resource,
      row_ids: shown.rowIds,
      detail: JSON.stringify({ route }),
    })
    .execute()
}
