import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { enqueue } from '#platform/jobs'

/** The job that queues a line again. */
export const SEND_AGAIN = 'send_protection_again'

/**
 * Closes a work item with what was done, and asks for the line to be sent again.
 * @returns false when it was closed meanwhile, or is not the reader's to close
 */
export async function closeWork(
  work: Work,
  id: Uuid,
  { note, again }: { readonly note: string; readonly again: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ id: Uuid }>`
    update protection_work set closed_at = ${work.now}, closed_how = 'person', closed_by = ${work.actor.id}::uuid, note = ${note}
    where id = ${id} and closed_at is null returning id`.execute(work.db())
  if (rows.length === 0) return false
  if (again) await enqueue(work, SEND_AGAIN, { id }, { key: `protection again ${id}` })
  return true
}
