import { type AgenciesTables, readClockSettings } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { addWorkingDays, clockVersionOn } from '#reference'
import type { AssessmentsTables } from '../tables.ts'
import type { Joint } from './readJoint.ts'

/** A manager's look at an assessment under way. */
export type Checkpoint = {
  readonly atDay: number
  readonly heldOn: Temporal.PlainDate
  readonly decision: 'continue' | 'finish' | 'extend'
  readonly remark: string
  readonly heldBy: string | null
}

/** One that is planned: the working day of the local settings, and the date it falls on. */
export type PlannedCheckpoint = { readonly atDay: number; readonly dueOn: Temporal.PlainDate }

/** The day on which the assessment started: of its first child. */
export const startedOn = (joint: Pick<Joint, 'children'>): Temporal.PlainDate | null =>
  joint.children.map(child => child.startedOn).toSorted(Temporal.PlainDate.compare)[0] ?? null

/** Checkpoints held, the earliest first. */
export async function checkpointsOf(work: Work, jointId: Uuid): Promise<readonly Checkpoint[]> {
  const rows = await work
    .db<AssessmentsTables & AgenciesTables>()
    .selectFrom('assessment_checkpoint as checkpoint')
    .leftJoin('worker', 'worker.id', 'checkpoint.held_by')
    .select([
      'checkpoint.at_day',
      'checkpoint.held_on',
      'checkpoint.decision',
      'checkpoint.remark',
      'worker.display_name',
    ])
    .where('checkpoint.joint_id', '=', jointId)
    .orderBy('checkpoint.at_day')
    .execute()
  return rows.map(row => ({
    atDay: row.at_day,
    heldOn: row.held_on,
    decision: row.decision,
    remark: row.remark,
    heldBy: row.display_name,
  }))
}

/** The checkpoints that local settings plan for this assessment, in order. */
export async function plannedCheckpoints(work: Work, joint: Joint): Promise<readonly PlannedCheckpoint[]> {
  const from = startedOn(joint)
  if (from === null) return []
  const found = clockVersionOn('ASSESS_CHECKPOINT', from, await readClockSettings(work))
  if (!found.ok || found.version.recurrence?.style !== 'offsets') return []
  return found.version.recurrence.values.map(atDay => ({ atDay, dueOn: addWorkingDays(from, atDay) }))
}
