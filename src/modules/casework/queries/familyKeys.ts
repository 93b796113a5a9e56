import { sql } from 'kysely'
import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Which of these people are children of one family: the same text for siblings; nobody's family, no entry. */
export async function familyKeys(work: Work, personIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('family_member')
    .select(['person_id', sql<string>`min(family_id::text)`.as('family')])
    .where('person_id', 'in', personIds)
    .where('role', '=', 'child')
    .where(({ eb, or }) => or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .groupBy('person_id')
    .execute()
  return new Map(rows.map(row => [row.person_id, row.family]))
}
