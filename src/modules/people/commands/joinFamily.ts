import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'

export type JoinFamily = {
  readonly familyId: Uuid
  readonly personId: Uuid
  readonly role: 'child' | 'adult'
  readonly startedOn: Temporal.PlainDate | null
}

/** Adds a person to a family; who is there today already stays as they are. */
export async function joinFamily(work: Work, join: JoinFamily): Promise<void> {
  const db = work.db<PeopleTables>()
  const there = await db
    .selectFrom('family_member')
    .select('id')
    .where('family_id', '=', join.familyId)
    .where('person_id', '=', join.personId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (there) return
  const { familyId: family_id, personId: person_id, role, startedOn: started_on } = join
  await db
    .insertInto('family_member')
    .values({ id: makeUuid(), family_id, person_id, role, started_on })
    .execute()
}
