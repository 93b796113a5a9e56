import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Child } from '../families/family.ts'
import type { Teller } from '../teller.ts'
import type { Course, Enquiry, Protection } from './course.ts'

type Part = { readonly teller: Teller; readonly course: Course }
type Of = { readonly personId: Uuid; readonly referralId: Uuid; readonly enquiryId: Uuid }

/** Tells of a child's section 47 enquiry, its conference and the protection plan with its meetings. */
export function tellProtection({ teller, course }: Part, child: Child, referralId: Uuid): void {
  const { enquiry, protection } = course
  if (!enquiry) return
  const of = { personId: child.id, referralId, enquiryId: enquiry.made?.id ?? teller.dice.id() }
  tellEnquiry(teller, enquiry, of)
  if (!enquiry.conferenceOn) return
  teller.chronicle.tell('conference', at(enquiry.conferenceOn, '16:30'), {
    id: teller.dice.id(),
    person_id: of.personId,
    referral_id: referralId,
    s47_enquiry_id: of.enquiryId,
    kind: 'initial',
    held_on: enquiry.conferenceOn,
    decision: protection ? 'plan' : 'no_plan',
  })
  if (protection) tellProtectionPlan(teller, protection, of)
}

function tellEnquiry({ chronicle, dice }: Teller, enquiry: Enquiry, of: Of): void {
  chronicle.tell(
    's47_enquiry',
    at(enquiry.startedOn, '12:05'),
    {
      id: of.enquiryId,
      person_id: of.personId,
      referral_id: of.referralId,
      started_on: enquiry.startedOn,
      strategy_discussion_on: enquiry.startedOn,
      is_immediate: false,
      version: 1,
      ...enquiry.made?.facts,
    },
    [
      at(enquiry.outcomeOn, '16:40'),
      {
        outcome: enquiry.outcome,
        outcome_on: enquiry.outcomeOn,
        is_conference_not_required: enquiry.conferenceOn === null,
      },
    ],
  )
  chronicle.tell('significant_event', at(enquiry.startedOn, '12:10'), {
    id: dice.id(),
    person_id: of.personId,
    happened_on: enquiry.startedOn,
    description: 'Strategy discussion: section 47 enquiry begins',
    source: 'Council, police and health',
    impact: 'The adults around the child agreed to find out quickly whether the child is safe.',
  })
}

function tellProtectionPlan({ chronicle, dice }: Teller, plan: Protection, of: Of): void {
  const planId = dice.id()
  const began = at(plan.startedOn, '16:35')
  const ended = at(plan.endedOn, '16:20')
  chronicle.tell(
    'cp_plan',
    began,
    {
      id: planId,
      person_id: of.personId,
      referral_id: of.referralId,
      started_on: plan.startedOn,
      initial_category: plan.category,
      latest_category: plan.category,
      previous_plans: plan.previousPlans,
      aim: dice.pick(aims),
      version: 1,
    },
    [ended, { ended_on: plan.endedOn, latest_category: plan.latestCategory }],
  )
  chronicle.tell(
    'alert',
    began,
    {
      id: dice.id(),
      person_id: of.personId,
      kind: 'protection_plan',
      description: 'Child protection plan',
      started_on: plan.startedOn,
    },
    [ended, { ended_on: plan.endedOn }],
  )
  tellMeetings({ chronicle, dice }, plan, { ...of, planId })
}

const aims = [
  'The children are safe from violence and from hearing it',
  'The children are fed, clean, warm and at school',
  'No adult who has hurt a child is alone with the children',
  'Mum and dad keep away from drugs while the children are in their care',
]

function tellMeetings(
  { chronicle, dice }: Pick<Teller, 'chronicle' | 'dice'>,
  plan: Protection,
  of: Of & { readonly planId: Uuid },
): void {
  for (const held_on of plan.coreGroups)
    chronicle.tell('core_group', at(held_on, '15:10'), {
      id: dice.id(),
      person_id: of.personId,
      cp_plan_id: of.planId,
      held_on,
    })
  for (const held_on of plan.reviews) {
    const isLast = held_on.equals(plan.endedOn)
    const meeting = { person_id: of.personId, held_on }
    chronicle.tell('cp_review', at(held_on, '16:10'), {
      id: dice.id(),
      ...meeting,
      cp_plan_id: of.planId,
      decision: isLast ? 'plan_ends' : 'plan_continues',
    })
    chronicle.tell('conference', at(held_on, '16:10'), {
      id: dice.id(),
      ...meeting,
      referral_id: of.referralId,
      kind: 'review',
      decision: isLast ? 'plan_ends' : 'plan_continues',
    })
  }
}
