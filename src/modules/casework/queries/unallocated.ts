import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** A child who waits in a team's queue for a worker. */
export type UnallocatedChild = {
  readonly personId: Uuid
  readonly allocationId: Uuid
  readonly teamId: Uuid
  readonly since: Temporal.PlainDate
  /** Why the child is in the queue, where somebody said: "Imported, not allocated". */
  readonly reason: string | null
}

/** Children in the queues of these teams, those who have waited longest first. */
export async function unallocated(
  work: Work,
  teamIds: readonly Uuid[],
): Promise<readonly UnallocatedChild[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['id', 'person_id', 'team_id', 'started_on', 'reason'])
    .where(eb => eb('team_id', '=', eb.fn.any(eb.val([...teamIds]))))
    .where('role', '=', 'queue')
    .where('ended_on', 'is', null)
    .where('started_on', '<=', work.today)
    .orderBy('started_on')
    .orderBy('person_id')
    .execute()
  return rows.map(row => ({
    personId: row.person_id,
    allocationId: row.id,
    teamId: row.team_id,
    since: row.started_on,
    reason: row.reason,
  }))
}
