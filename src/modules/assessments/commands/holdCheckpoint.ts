import { syncClocks } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Joint } from '../queries/readJoint.ts'
import type { CheckpointDecision } from '../rules/checkpointWords.ts'
import type { AssessmentsTables } from '../tables.ts'
import { repeatForChildren } from './repeatForChildren.ts'

/** What the manager says at a checkpoint. */
export type CheckpointWanted = {
  readonly atDay: number
  readonly decision: CheckpointDecision
  readonly remark: string
}

/**
 * Keeps what a manager decides at a checkpoint, stops its clock, and tells the workers.
 * @returns false when somebody has held this checkpoint already
 */
export async function holdCheckpoint(
  work: Work,
  joint: Joint,
  wanted: CheckpointWanted,
  tell: readonly Uuid[],
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work
    .db<AssessmentsTables>()
    .insertInto('assessment_checkpoint')
    .values({
      id: makeUuid(),
      joint_id: joint.id,
      at_day: wanted.atDay,
      held_on: work.today,
      decision: wanted.decision,
      remark: wanted.remark,
      held_by: work.actor.id,
    })
    .onConflict(conflict => conflict.columns(['joint_id', 'at_day']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await repeatForChildren(work, joint, { kind: 'checkpoint', on: work.today, atDay: wanted.atDay })
  await syncClocks(work, joint.personIds)
  await tellWorkers(work, { joint, kind: 'work_returned' }, tell)
  return true
}

/** A notice to each worker, except whoever acts, that leads to the assessment. */
export async function tellWorkers(
  work: Work,
  { joint, kind }: { readonly joint: Pick<Joint, 'id' | 'personIds'>; readonly kind: string },
  workerIds: readonly Uuid[],
): Promise<void> {
  const told = [...new Set(workerIds)].filter(id => id !== work.actor.id)
  if (told.length === 0) return
  const rows = told.map(workerId => ({
    id: makeUuid(),
    worker_id: workerId,
    kind,
    path: `/assessments/${joint.id}`,
    subject_id: joint.personIds[0] ?? null,
    made_by: work.actor.id,
  }))
  await work.db<ServiceTables>().insertInto('app.notice').values(rows).execute()
}
