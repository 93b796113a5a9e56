import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** A task about the person that is not done. */
export type OpenTask = {
  readonly id: Uuid
  readonly title: string
  readonly dueOn: Temporal.PlainDate | null
  /** The worker or the team it is for. */
  readonly forWhom: string
}

/** Tasks about the person that are not done, soonest first. */
export async function openTasks(work: Work, personId: Uuid): Promise<readonly OpenTask[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('task')
    .leftJoin('worker', 'worker.id', 'task.worker_id')
    .leftJoin('team', 'team.id', 'task.team_id')
    .select(['task.id', 'task.title', 'task.due_on', 'worker.display_name', 'team.name as team'])
    .where('task.person_id', '=', personId)
    .where('task.done_on', 'is', null)
    .orderBy('task.due_on', order => order.asc().nullsLast())
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    dueOn: row.due_on,
    forWhom: row.display_name ?? row.team ?? '',
  }))
}
