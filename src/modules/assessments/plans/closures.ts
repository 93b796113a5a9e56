import { type CaseworkTables, heldBy, submitForApproval } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'
import type { OpenPlan } from './openPlans.ts'

export type EndReason = NonNullable<AssessmentsTables['cin_plan']['end_reason']>

export const endReasons = [
  'outcomes_met',
  'step_down_early_help',
  'step_up_protection',
  'child_in_care',
  'moved_away',
  'family_declined',
  'aged_18',
  'died',
  'other',
] as const satisfies readonly EndReason[]

export const endReasonWords: Readonly<Record<EndReason, string>> = {
  outcomes_met: 'What we wanted has been achieved',
  step_down_early_help: 'Step down: early help goes on',
  step_up_protection: 'Step up: a child protection plan has begun',
  child_in_care: 'The child is looked after',
  moved_away: 'The family has moved away',
  family_declined: 'The family does not want the plan any more',
  aged_18: 'The young person is 18',
  died: 'The child has died',
  other: 'Another reason',
}

/** What is asked of the manager for one child. */
export type Closure = {
  readonly id: Uuid
  readonly closingId: Uuid
  readonly personId: Uuid
  readonly planId: Uuid
  readonly endsOn: Temporal.PlainDate
  readonly endReason: EndReason
  /** N00103 when the case closes with the plan; null when the case stays open. */
  readonly closureReason: string | null
  readonly achieved: string
  readonly whatNext: string
  readonly turnsTo: string
  readonly decidedOutcome: 'authorised' | 'returned' | 'withdrawn' | null
}

/** The same of several children. */
export type NewClosure = Pick<
  Closure,
  'endsOn' | 'endReason' | 'closureReason' | 'achieved' | 'whatNext' | 'turnsTo'
> & { readonly plans: readonly OpenPlan[]; readonly remark: string | null }

/** One closing with what is asked for each child; empty when it is not the reader's to see. */
export async function closuresOf(work: Work, closingId: Uuid): Promise<readonly Closure[]> {
  return await work
    .db<CaseworkTables>()
    .selectFrom('cin_closure')
    .select([
      'id',
      'closing_id as closingId',
      'person_id as personId',
      'plan_id as planId',
      'ends_on as endsOn',
      'end_reason as endReason',
      'closure_reason as closureReason',
      'achieved',
      'what_next as whatNext',
      'turns_to as turnsTo',
      'decided_outcome as decidedOutcome',
    ])
    .where('closing_id', '=', closingId)
    .orderBy('id')
    .execute()
}

/** Other closings that were asked for of the plans of this one, newest first. */
export async function otherClosings(work: Work, closingId: Uuid): Promise<readonly Uuid[]> {
  const plans = (await closuresOf(work, closingId)).map(({ planId }) => planId)
  if (plans.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('cin_closure')
    .select('closing_id')
    .distinct()
    .where('plan_id', 'in', plans)
    .where('closing_id', '<>', closingId)
    .orderBy('closing_id', 'desc') // made in order of time
    .execute()
  return rows.map(row => row.closing_id)
}

/**
 * Hands the closing of these plans to the managers of the team that holds the first child.
 * @returns null when no team holds the child, or one of the plans waits for such a decision already
 */
export async function handInClosure(work: Work, wanted: NewClosure): Promise<Uuid | null> {
  const personIds = wanted.plans.map(({ personId }) => personId)
  const teamId = await holdingTeam(work, personIds)
  if (teamId === null || (await waits(work, wanted.plans))) return null
  const closingId = makeUuid()
  const rows = wanted.plans.map(plan => ({
    id: makeUuid(),
    person_id: plan.personId,
    closing_id: closingId,
    plan_id: plan.id,
    ends_on: wanted.endsOn,
    end_reason: wanted.endReason,
    closes_case: wanted.closureReason !== null,
    closure_reason: wanted.closureReason,
    achieved: wanted.achieved,
    what_next: wanted.whatNext,
    turns_to: wanted.turnsTo,
  }))
  await work.db<CaseworkTables>().insertInto('cin_closure').values(rows).execute()
  await submitForApproval(work, {
    kind: 'cin_plan_closure',
    subjectId: closingId,
    personIds,
    teamId,
    toWorkerId: null,
    remark: wanted.remark,
  })
  return closingId
}

/** The team that holds the case of the first of these children who is held; null when nobody holds any. */
export async function holdingTeam(work: Work, personIds: readonly Uuid[]): Promise<Uuid | null> {
  const held = (await heldBy(work, personIds)).filter(
    ({ endedOn, role }) => endedOn === null && role !== 'conference_chair',
  )
  const leads = held.find(({ role }) => role === 'lead_social_worker' || role === 'lead_practitioner')
  return (leads ?? held[0])?.teamId ?? null
}

async function waits(work: Work, plans: readonly OpenPlan[]): Promise<boolean> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('cin_closure')
    .select('id')
    .where(
      'plan_id',
      'in',
      plans.map(({ id }) => id),
    )
    .where('decided_outcome', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
