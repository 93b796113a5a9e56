import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Whether the acting person manages the case of each of these people; the database decides by the same function. */
export async function directsAll(work: Work, personIds: readonly Uuid[]): Promise<boolean> {
  if (work.actor.class !== 'practitioner' && work.actor.class !== 'duty') return false
  const { rows } = await sql<{ directs: boolean | null }>`
    select bool_and(access.directs(id)) as directs from unnest(${[...personIds]}::uuid[]) people (id)`.execute(
    work.db(),
  )
  return rows[0]?.directs === true
}
