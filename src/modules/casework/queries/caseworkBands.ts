import type { AgenciesTables } from '#modules/agencies'
import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Band } from '../registry/timelineSource.ts'
import type { CaseworkTables } from '../tables.ts'

const homes = {
  home: 'Home',
  placement: 'Placement',
  refuge: 'Refuge',
  temporary: 'Temporary home',
  school_term: 'In term time',
  other: 'Elsewhere',
}

/** Who held the case, and where the child lived: kinds of home, never the address. */
export async function caseworkBands(work: Work, personIds: readonly Uuid[]): Promise<readonly Band[]> {
  if (personIds.length === 0) return []
  const db = work.db<CaseworkTables & AgenciesTables & PeopleTables>()
  const held = await db
    .selectFrom('allocation')
    .innerJoin('team', 'team.id', 'allocation.team_id')
    .leftJoin('worker', 'worker.id', 'allocation.worker_id')
    .select([
      'allocation.person_id',
      'allocation.started_on',
      'allocation.ended_on',
      'team.name as team',
      'worker.display_name',
    ])
    .where('allocation.person_id', 'in', personIds)
    .where('allocation.started_on', '<=', work.today)
    .where('allocation.role', 'in', ['lead_social_worker', 'lead_practitioner', 'queue'])
    .orderBy('allocation.started_on')
    .execute()
  const lived = await db
    .selectFrom('person_address')
    .select(['person_id', 'kind', 'started_on', 'ended_on'])
    .where('person_id', 'in', personIds)
    .where('started_on', '<=', work.today)
    .orderBy('started_on')
    .execute()
  return [
    ...held.map(row => ({
      personId: row.person_id,
      row: 'worker' as const,
      startedOn: row.started_on,
      endedOn: row.ended_on,
      label: row.display_name ?? `In the queue of ${row.team}`,
    })),
    ...lived.flatMap(row =>
      row.started_on === null
        ? []
        : [
            {
              personId: row.person_id,
              row: 'home' as const,
              startedOn: row.started_on,
              endedOn: row.ended_on,
              label: homes[row.kind],
            },
          ],
    ),
  ]
}
