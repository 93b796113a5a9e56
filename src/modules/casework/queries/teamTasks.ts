import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** A task that was given to a team and is not done. */
export type TeamTask = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly title: string
  readonly dueOn: Temporal.PlainDate | null
  /** Who took it or was given it; null while it is the whole team's. */
  readonly workerId: Uuid | null
  readonly workerName: string | null
}

/** The team's open tasks about people whose record the reader may read, soonest due first, those without a date last. */
export async function teamTasks(work: Work, teamId: Uuid): Promise<readonly TeamTask[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('task')
    .leftJoin('worker', 'worker.id', 'task.worker_id')
    .select([
      'task.id',
      'task.person_id',
      'task.title',
      'task.due_on',
      'task.worker_id',
      'worker.display_name',
    ])
    .where('task.team_id', '=', teamId)
    .where('task.done_on', 'is', null)
    .orderBy('task.due_on', order => order.asc().nullsLast())
    .orderBy('task.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    title: row.title,
    dueOn: row.due_on,
    workerId: row.worker_id,
    workerName: row.display_name,
  }))
}
