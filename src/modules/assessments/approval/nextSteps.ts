import { addTask } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { holdersOf, managersOf } from '../queries/holdersOf.ts'
import type { Joint, JointChild } from '../queries/readJoint.ts'
import type { AssessmentsTables } from '../tables.ts'

/** Whom the next step of a child is given to. */
type Hands = { readonly lead: Uuid | null; readonly managers: readonly Uuid[] }

/** Working days for closing or handing on: local, and the task's date can be moved. */
const DAYS_TO_HAND_ON = 5

/** Opens what follows from each child's outcome: a plan, or a task for whoever must act. */
export async function openNextSteps(work: Work, joint: Joint): Promise<void> {
  const holders = await holdersOf(work, joint.personIds)
  for (const child of joint.children) {
    const own = holders.filter(({ personId }) => personId === child.personId)
    const teamId = own[0]?.teamId
    const managers = teamId === undefined ? [] : await managersOf(work, teamId)
    await openNextStep(work, child, {
      lead: own.find(({ workerId }) => workerId !== null)?.workerId ?? null,
      managers: managers.length > 0 ? managers : [work.actor.id],
    })
  }
}

async function openNextStep(work: Work, child: JointChild, hands: Hands): Promise<void> {
  const later = addWorkingDays(work.today, DAYS_TO_HAND_ON)
  switch (child.outcome) {
    case 'child_in_need':
      return startPlan(work, child, hands)
    case 'strategy_discussion':
      return give(
        work,
        child,
        hands.managers,
        'Strategy discussion: arrange it with police and health',
        work.today,
      )
    case 'child_in_care':
      return give(work, child, hands.managers, 'Coming into care: agree the next steps', work.today)
    case 'early_help':
      return give(
        work,
        child,
        toLead(hands),
        'Assessment done: hand on to early help, then ask the manager to close the case',
        later,
      )
    case 'no_further_action':
      return give(
        work,
        child,
        toLead(hands),
        'Assessment done, no further action: tell the family, then ask the manager to close the case',
        later,
      )
    default:
      return
  }
}

const toLead = ({ lead, managers }: Hands): readonly Uuid[] => (lead === null ? managers : [lead])

/** A task for each, who is told. */
async function give(
  work: Work,
  { personId }: JointChild,
  workerIds: readonly Uuid[],
  title: string,
  dueOn: Temporal.PlainDate,
): Promise<void> {
  for (const workerId of workerIds) await addTask(work, { personId, workerId, title, dueOn })
}

/** A child in need plan from today, within the referral, unless one runs; its lead is whoever leads the case. */
async function startPlan(work: Work, child: JointChild, { lead }: Hands): Promise<void> {
  const running = await work
    .db<AssessmentsTables>()
    .selectFrom('cin_plan')
    .select('id')
    .where('person_id', '=', child.personId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (running !== undefined) return
  await work
    .db<AssessmentsTables>()
    .insertInto('cin_plan')
    .values({
      id: makeUuid(),
      person_id: child.personId,
      referral_id: child.referralId,
      started_on: work.today,
    })
    .execute()
  if (lead === null || lead === work.actor.id) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      id: makeUuid(),
      worker_id: lead,
      kind: 'work_given',
      path: `/people/${child.personId}/plan`,
      subject_id: child.personId,
      made_by: work.actor.id,
    })
    .execute()
}
