import { sql } from 'kysely'
import type { AccessTables } from '#modules/access'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { rightsAmong } from './rightsAmong.ts'

/** Whether the acting person holds this child, and so may write what stands of adults and births in the record. */
export async function holdsChild(work: Work, personId: Uuid): Promise<boolean> {
  return (await rightsAmong(work, [personId])).held.has(personId)
}

/**
 * Whether the acting person may write of this person today: asked before a form is offered or taken.
 * @param dataClass who the person is (A2), or opinions in the record (B2)
 */
export async function mayWrite(work: Work, personId: Uuid, dataClass: 'A2' | 'B2' = 'A2'): Promise<boolean> {
  if (work.knownAt !== null || !['practitioner', 'duty'].includes(work.actor.class)) return false
  const row = await work
    .db<AccessTables>()
    .selectFrom('access.entry')
    .select('subject_id')
    .where('actor_id', '=', work.actor.id)
    .where('subject_id', '=', personId)
    .where('data_class', '=', dataClass)
    .where('may_write', '=', true)
    .where('starts_at', '<=', sql<Temporal.Instant>`now()`)
    .where('ends_at', '>', sql<Temporal.Instant>`now()`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
