import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'

/** Makes a household of a family ("Mother's home") with these members from today. */
export async function addHousehold(
  work: Work,
  household: { readonly familyId: Uuid; readonly label: string; readonly personIds: readonly Uuid[] },
): Promise<void> {
  const db = work.db<PeopleTables>()
  const id = makeUuid()
  await db
    .insertInto('household')
    .values({ id, family_id: household.familyId, label: household.label })
    .execute()
  for (const personId of household.personIds)
    await db
      .insertInto('household_member')
      .values({ id: makeUuid(), household_id: id, person_id: personId, started_on: work.today })
      .execute()
}
