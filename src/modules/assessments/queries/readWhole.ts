import { type Approval, approvalsOf, type StoredClock, storedClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { type JointAdult, jointAdults } from './jointAdults.ts'
import {
  type Checkpoint,
  checkpointsOf,
  type PlannedCheckpoint,
  plannedCheckpoints,
} from './jointCheckpoints.ts'
import { jointFactors } from './jointFactors.ts'
import { jointNeeds, type Need } from './jointNeeds.ts'
import { jointShares, type Share } from './jointShares.ts'
import { type JointVisit, jointVisits, referredOn } from './jointVisits.ts'
import type { Joint } from './readJoint.ts'

/** An assessment with everything that stands around it. */
export type WholeAssessment = {
  readonly joint: Joint
  /** The day of the referral that it answers. */
  readonly since: Temporal.PlainDate
  readonly visits: readonly JointVisit[]
  readonly adults: readonly JointAdult[]
  readonly needs: readonly Need[]
  readonly factors: ReadonlyMap<string, readonly string[]>
  readonly checkpoints: readonly Checkpoint[]
  readonly planned: readonly PlannedCheckpoint[]
  readonly shares: readonly Share[]
  /** Each time it was handed in, newest first. */
  readonly approvals: readonly Approval[]
  /** The time limits of its children's assessments. */
  readonly clocks: readonly StoredClock[]
}

/** Reads what the workspace, the check, the document and the copies are made of. */
export async function readWhole(work: Work, joint: Joint): Promise<WholeAssessment> {
  const since = await referredOn(work, joint)
  const triggers = new Set(joint.children.flatMap(child => [child.assessmentId, child.referralId]))
  const clocks = await storedClocks(work, joint.personIds)
  return {
    joint,
    since,
    visits: await jointVisits(work, joint.personIds, since),
    adults: await jointAdults(work, joint),
    needs: await jointNeeds(work, joint.personIds),
    factors: await jointFactors(
      work,
      joint.children.map(({ assessmentId }) => assessmentId),
    ),
    checkpoints: await checkpointsOf(work, joint.id),
    planned: await plannedCheckpoints(work, joint),
    shares: await jointShares(work, joint.id),
    approvals: (await approvalsOf(work, joint.id)).filter(({ kind }) => kind === 'assessment'),
    clocks: clocks.filter(
      ({ definitionId, triggerId }) => definitionId.startsWith('ASSESS_') && triggers.has(triggerId),
    ),
  }
}

/** The last day of the assessment as a whole: the earliest of its children's limits. */
export function lastDay(whole: Pick<WholeAssessment, 'clocks'>): Temporal.PlainDate | null {
  const due = whole.clocks
    .filter(({ definitionId }) => definitionId === 'ASSESS_45')
    .map(({ dueOn }) => dueOn)
  return due.toSorted(Temporal.PlainDate.compare)[0] ?? null
}
