import { ledTeams, posts, postsOf, workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'

/** Days on which somebody is not there to hold cases; shown to them and to their line. */
export type Absence = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly workerName: string
  readonly fromDay: Temporal.PlainDate
  readonly untilDay: Temporal.PlainDate | null
  readonly reason: WorkforceTables['worker_absence']['reason']
  readonly countsAsCapacity: boolean
}

/** Absences that the reader may know of, the newest first: row-level security answers. */
export async function readAbsences(work: Work, id?: Uuid): Promise<readonly Absence[]> {
  let query = work
    .db<WorkforceTables>()
    .selectFrom('worker_absence')
    .select(['id', 'worker_id', 'from_day', 'until_day', 'reason', 'counts_as_capacity'])
    .orderBy('from_day', 'desc')
    .orderBy('id')
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.execute()
  const names = await workerNames(work, [...new Set(rows.map(({ worker_id }) => worker_id))])
  return rows.map(row => ({
    id: row.id,
    workerId: row.worker_id,
    workerName: names.get(row.worker_id) ?? 'Somebody not in the directory',
    fromDay: row.from_day,
    untilDay: row.until_day,
    reason: row.reason,
    countsAsCapacity: row.counts_as_capacity,
  }))
}

/** Those whose absences the reader keeps: the workers of their teams; for a director the leaders of areas. */
export async function ledWorkers(
  work: Work,
): Promise<readonly { readonly id: Uuid; readonly name: string }[]> {
  const own = await postsOf(work, work.actor.id)
  const led = await ledTeams(work, work.actor.id)
  const under =
    work.actor.class === 'director'
      ? (await posts(work)).filter(({ role }) => role === 'service_leader')
      : own.length === 0 || led.length === 0
        ? []
        : await posts(work, { teamIds: led.map(({ id }) => id) })
  const others = under.filter(({ workerId }) => workerId !== work.actor.id)
  return [
    ...new Map(
      others.map(({ workerId, workerName }) => [workerId, { id: workerId, name: workerName }]),
    ).values(),
  ]
}
