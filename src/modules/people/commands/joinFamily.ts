import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { mayJoin } from '../queries/mayJoin.ts'
import type { PeopleTables } from '../tables.ts'

export type JoinFamily = {
  readonly familyId: Uuid
  readonly personId: Uuid
  readonly role: 'child' | 'adult'
  readonly startedOn: Temporal.PlainDate | null
}

/**
 * Adds a person to a family; who is there today already stays as they are.
 * @returns 'refused' when the acting person may not write about everyone concerned; nothing is written then
 */
export async function joinFamily(
  work: Work,
  join: JoinFamily,
): Promise<{ readonly outcome: 'joined' | 'refused' }> {
  const db = work.db<PeopleTables>()
  const { familyId: family_id, personId: person_id, role, startedOn: started_on } = join
  const there = await db
    .selectFrom('family_member')
    .select('id')
    .where('family_id', '=', family_id)
    .where('person_id', '=', person_id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (there) return { outcome: 'joined' }
  if (!(await mayJoin(work, person_id, family_id, role))) return { outcome: 'refused' }
  await db
    .insertInto('family_member')
    .values({ id: makeUuid(), family_id, person_id, role, started_on })
    .execute()
  return { outcome: 'joined' }
}
