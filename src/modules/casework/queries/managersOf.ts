import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Managers of the teams that hold a child today, but the acting person. */
export async function managersOf(work: Work, personId: Uuid): Promise<readonly Uuid[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('allocation')
    .innerJoin('post', 'post.team_id', 'allocation.team_id')
    .select('post.worker_id')
    .distinct()
    .where('allocation.person_id', '=', personId)
    .where('allocation.started_on', '<=', work.today)
    .where(({ eb, or }) =>
      or([eb('allocation.ended_on', 'is', null), eb('allocation.ended_on', '>', work.today)]),
    )
    .where('post.role', '=', 'team_manager')
    .where('post.started_on', '<=', work.today)
    .where(({ eb, or }) => or([eb('post.ended_on', 'is', null), eb('post.ended_on', '>=', work.today)]))
    .where('post.worker_id', '<>', work.actor.id)
    .execute()
  return rows.map(row => row.worker_id)
}
