import type { Uuid } from '#platform/ids'
import { at, isBefore, openDay } from '../chronicle/moments.ts'
import type { Child } from '../families/family.ts'
import type { Dice } from '../random/dice.ts'
import {
  type Aim,
  bedtimeAim,
  childWords,
  parentWords,
  planAims,
  progressWords,
  schoolAim,
} from '../words/plans.ts'
import type { Telling } from './telling.ts'

/** One plan whose work is told. */
export type PlanWork = {
  readonly child: Child
  readonly planId: Uuid
  readonly startedOn: Temporal.PlainDate
  /** When the family was given it in plain words. */
  readonly sharedOn: Temporal.PlainDate
}

/**
 * Tells of the work of a child in need plan that runs today: what should change, who does what, and the reviews, which are
 * those of all children of the family together. Closed plans are told by their dates alone.
 */
export function tellPlanWork(telling: Telling, plan: PlanWork): void {
  const { family, teller } = telling
  const own = teller.dice.fork(`plan of ${plan.child.childId}`)
  const all = teller.dice.fork(`plans of ${family.reference} from ${plan.startedOn}`)
  const [trouble] = family.troubles
  const chosen = new Set([
    trouble ? planAims[trouble] : bedtimeAim,
    plan.child.school ? schoolAim : bedtimeAim,
  ])
  for (const [place, aim] of [...chosen].entries()) tellOutcome(telling, plan, own, { aim, place: place + 1 })
  tellSharing(telling, plan, own)
  tellReviews(telling, plan, own, all)
}

function tellSharing({ teller, family }: Telling, plan: PlanWork, dice: Dice): void {
  const mother = family.adults.find(({ part }) => part === 'mother')
  if (!mother) return
  teller.chronicle.tell('plan_share', at(plan.sharedOn, '16:20'), {
    id: dice.id(),
    person_id: plan.child.id,
    plan_kind: 'cin_plan',
    plan_id: plan.planId,
    recipient_id: mother.id,
    shared_on: plan.sharedOn,
    how: 'read_together',
    lang: 'en',
    understood: 'yes',
    agrees: dice.chance(0.7) ? 'yes' : 'partly',
    heard_on: plan.sharedOn,
    copied_notes: [],
    version: 1,
  })
}

function tellOutcome(
  { teller, lead, family, course }: Telling,
  { child, planId, startedOn }: PlanWork,
  dice: Dice,
  { aim, place }: { readonly aim: Aim; readonly place: number },
): void {
  const outcomeId = dice.id()
  const known = at(startedOn, '13:40')
  teller.chronicle.tell('plan_outcome', known, {
    id: outcomeId,
    person_id: child.id,
    plan_kind: 'cin_plan',
    plan_id: planId,
    place,
    outcome: aim.outcome,
    baseline: aim.baseline,
    what_will_change: aim.change,
    status: 'open',
    version: 1,
  })
  const mother = family.adults.find(({ part }) => part === 'mother')
  const action = (owner: object, what: string, dueOn: Temporal.PlainDate, done: string | null) =>
    teller.chronicle.tell(
      'plan_action',
      known,
      {
        ...owner,
        id: dice.id(),
        person_id: child.id,
        outcome_id: outcomeId,
        what,
        due_on: dueOn,
        version: 1,
      },
      ...(done ? [[at(dueOn, '16:45'), { done_on: dueOn, result: done, version: 2 }] as const] : []),
    )
  const byMother = mother ? { owner_person_id: mother.id } : { owner_name: 'The family' }
  action(byMother, aim.action, openDay(startedOn.add({ days: dice.int(14, 24) })), aim.result)
  if (place > 1) return
  const late = dice.chance(0.2) // now and then something is left undone
  const dueOn = late ? startedOn.add({ days: 60 }) : teller.today.add({ days: dice.int(5, 30) })
  action(
    { owner_worker_id: (course.ledBy?.worker ?? lead).id },
    'Say how it goes, and what is still missing',
    openDay(dueOn),
    null,
  )
}

/** Norm: within three months of the start, then of the last. */
const DAYS_BETWEEN = 80

function tellReviews(
  { teller }: Telling,
  { child, planId, startedOn }: PlanWork,
  own: Dice,
  all: Dice,
): void {
  const isLate = all.chance(0.12)
  let heldOn = openDay(startedOn.add({ days: DAYS_BETWEEN + all.int(-6, 4) }))
  while (isBefore(heldOn, teller.today)) {
    const nextOn = openDay(heldOn.add({ days: DAYS_BETWEEN + all.int(-6, 4) }))
    if (isLate && !isBefore(nextOn, teller.today)) return // the latest has not been held yet
    teller.chronicle.tell('plan_review', at(heldOn, '16:50'), {
      id: own.id(),
      person_id: child.id,
      plan_kind: 'cin_plan',
      plan_id: planId,
      held_on: heldOn,
      attended: 'The family, school, and whoever helps them',
      progress: all.pick(progressWords),
      ...(child.wasUnborn
        ? { no_child_view_reason: 'A baby: watched, fed and happy on a lap.' }
        : { child_view: own.pick(childWords) }),
      parent_view: all.pick(parentWords),
      decision: 'continue',
      next_review_on: nextOn,
    })
    heldOn = nextOn
  }
}
