import { sql } from 'kysely'
import type { AccessTables } from '#modules/access'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Those of these people whose plan the reader has (class B1) without the record (B2): they are its lead practitioner. */
export const onlyPlanSeen = readOnce(readOnlyPlanSeen)

async function readOnlyPlanSeen(work: Work, personIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>> {
  if (personIds.length === 0 || work.actor.class !== 'practitioner') return new Set()
  const rows = await work
    .db<AccessTables>()
    .selectFrom('access.entry')
    .select('subject_id')
    .where('actor_id', '=', work.actor.id)
    .where('subject_id', 'in', personIds)
    .where('data_class', 'in', ['B1', 'B2'])
    .where(sql<boolean>`now() >= starts_at and now() < ends_at`)
    .groupBy('subject_id')
    .having(sql<boolean>`min(data_class) = 'B1' and max(data_class) = 'B1'`)
    .execute()
  return new Set(rows.map(row => row.subject_id))
}
