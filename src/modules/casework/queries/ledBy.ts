import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** A child whom a worker leads for a team. */
export type LedChild = {
  readonly personId: Uuid
  readonly since: Temporal.PlainDate
  readonly reason: string | null
}

/** The children whom one worker leads for a team now, those led longest first. */
export async function ledBy(work: Work, workerId: Uuid, teamId: Uuid): Promise<readonly LedChild[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['person_id', 'started_on', 'reason'])
    .where('worker_id', '=', workerId)
    .where('team_id', '=', teamId)
    .where('role', 'in', ['lead_social_worker', 'lead_practitioner'])
    .where('ended_on', 'is', null)
    .where('started_on', '<=', work.today)
    .orderBy('started_on')
    .orderBy('person_id')
    .execute()
  return rows.map(row => ({ personId: row.person_id, since: row.started_on, reason: row.reason }))
}
