import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'
import { currentOn } from './currentOn.ts'
import { type PersonSummary, personSummaries } from './personSummaries.ts'
import { readsNames } from './readsNames.ts'

/** Who shares a household with a person on a day, the person left out; those only whom the acting person may see. */
export async function householdOf(
  work: Work,
  personId: Uuid,
  on: Temporal.PlainDate = work.today,
): Promise<readonly PersonSummary[]> {
  if (!readsNames(work.actor)) return []
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('household_member')
    .select('person_id')
    .distinct()
    .where('person_id', '<>', personId)
    .where('household_id', 'in', eb =>
      eb
        .selectFrom('household_member as mine')
        .select('mine.household_id')
        .where('mine.person_id', '=', personId)
        .where(({ or, eb: mine }) =>
          or([mine('mine.started_on', 'is', null), mine('mine.started_on', '<=', on)]),
        )
        .where(({ or, eb: mine }) =>
          or([mine('mine.ended_on', 'is', null), mine('mine.ended_on', '>=', on)]),
        ),
    )
    .where(currentOn(on))
    .execute()
  return personSummaries(
    work,
    rows.map(row => row.person_id),
    on,
  )
}
