import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** How many children a worker holds now: as lead, and in any role. */
export type Caseload = { readonly led: number; readonly held: number }

/**
 * Numbers of children held by workers, also by those whose children the asker may not see; nobody restricted is counted.
 * Workers who hold no child are left out. Always of the present: a number at a past moment is not told.
 */
export async function caseloads(
  work: Work,
  workerIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Caseload>> {
  if (workerIds.length === 0 || work.knownAt !== null) return new Map()
  const { rows } = await sql<{ worker_id: Uuid; led: number; held: number }>`
    select worker_id, led, held from access.caseloads(${[...workerIds]}::uuid[])`.execute(work.db())
  return new Map(rows.map(row => [row.worker_id, { led: row.led, held: row.held }]))
}
