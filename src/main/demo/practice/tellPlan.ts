import type { Uuid } from '#platform/ids'
import { at, isBefore } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Child } from '../families/family.ts'
import type { Teller } from '../teller.ts'
import type { Course } from './course.ts'
import type { Telling } from './telling.ts'
import { tellPlanWork } from './tellPlanWork.ts'

/** Tells of a child in need plan: what it aims at, when the family had it, how it ended. */
export function tellPlan(telling: Telling, child: Child, referralId: Uuid): void {
  const { teller, course } = telling
  const { id } = child
  const { chronicle, dice } = teller
  if (!course.plan) return
  const { startedOn, endedOn } = course.plan
  const sharedOn = startedOn.add({ days: DAYS_TO_SHARING })
  const planId = dice.id()
  telling.planIds.set(id, planId)
  chronicle.tell(
    'cin_plan',
    at(startedOn, '13:15'),
    {
      id: planId,
      person_id: id,
      referral_id: referralId,
      started_on: startedOn,
      aim: dice.pick(aims),
      version: 1,
    },
    ...(isBefore(sharedOn, endedOn) ? [[at(sharedOn, '16:20'), { shared_on: sharedOn }] as const] : []),
    [at(endedOn, '15:00'), { ended_on: endedOn, end_reason: endReason(telling, course.plan) }],
  )
  const isRunning = isBefore(startedOn, teller.today) && !isBefore(endedOn, teller.today)
  if (isRunning) tellPlanWork(telling, { child, planId, startedOn, sharedOn })
  if (course.careFrom && isBefore(startedOn, course.careFrom)) tellPlacement(teller, id, course.careFrom)
}

/** Why a plan ends: the same for brothers and sisters whose plans end on one day. */
function endReason(
  { teller, family, course }: Telling,
  { endedOn }: NonNullable<Course['plan']>,
): NonNullable<Fact<'cin_plan'>['end_reason']> {
  if (course.careFrom && !isBefore(endedOn, course.careFrom)) return 'child_in_care'
  // Dice of its own: nobody else’s chances change.
  return teller.dice.fork(`why plans of ${family.reference} end ${endedOn}`).weighted([
    ['outcomes_met', 62],
    ['step_down_early_help', 24],
    ['moved_away', 9],
    ['family_declined', 5],
  ])
}

/** From its start to the day on which the family has the plan in plain words. */
const DAYS_TO_SHARING = 9

const aims = [
  'School every day, and a home that is calm at bedtime',
  'Safe at home, with someone to ring when things get hard',
  'Both parents sober when they look after the children',
  'The whole family knows the safety plan and uses it',
  'A routine that the children can count on',
  'Help for mum’s mental health, so that the children need not worry',
]

/** Where a child in care lives: a foster home whose address is nobody's business. */
function tellPlacement({ chronicle, dice }: Teller, personId: Uuid, startedOn: Temporal.PlainDate): void {
  chronicle.tell('person_address', at(startedOn, '17:40'), {
    id: dice.id(),
    person_id: personId,
    kind: 'placement',
    lines: `${dice.int(1, 90)} Almshouse ${dice.pick(['Row', 'Walk', 'Green'])}\nNetherfold`,
    postcode: `ZZ99 ${dice.int(1, 9)}KH`,
    is_confidential: true,
    started_on: startedOn,
  })
}
