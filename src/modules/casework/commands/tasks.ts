import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Adds a task about a person for a worker, who is told when it is somebody else. */
export async function addTask(
  work: Work,
  task: {
    readonly personId: Uuid
    readonly workerId: Uuid
    readonly title: string
    readonly dueOn: Temporal.PlainDate | null
  },
): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<CaseworkTables>()
    .insertInto('task')
    .values({
      id,
      person_id: task.personId,
      worker_id: task.workerId,
      title: task.title,
      due_on: task.dueOn,
      set_by: work.actor.id,
    })
    .execute()
  await tellOfTask(work, task)
  return id
}

/** Marks a task as done today. @returns false when the person has no such task, it is done, or it is not the actor's to change */
export async function finishTask(
  work: Work,
  { personId, taskId }: { readonly personId: Uuid; readonly taskId: Uuid },
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('task')
    .set({ done_on: work.today })
    .where('id', '=', taskId)
    .where('person_id', '=', personId)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Gives a team's open task to a worker, who is told when it is somebody else. It stays the team's as well.
 * @returns false when the team has no such task, it is done, or it is not the actor's to change
 */
export async function giveTask(
  work: Work,
  task: { readonly teamId: Uuid; readonly taskId: Uuid; readonly personId: Uuid; readonly workerId: Uuid },
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('task')
    .set({ worker_id: task.workerId })
    .where('id', '=', task.taskId)
    .where('team_id', '=', task.teamId)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tellOfTask(work, task)
  return true
}

async function tellOfTask(
  work: Work,
  { personId, workerId }: { readonly personId: Uuid; readonly workerId: Uuid },
): Promise<void> {
  if (workerId === work.actor.id) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      id: makeUuid(),
      worker_id: workerId,
      kind: 'work_given',
      path: `/people/${personId}/tasks`,
      subject_id: personId,
      made_by: work.actor.id,
    })
    .execute()
}
