import type { Uuid } from '#platform/ids'
import { at, between } from '../chronicle/moments.ts'
import type { Child } from '../families/family.ts'
import { assessmentFactors } from './referralCodes.ts'
import { tellHolders } from './tellHolders.ts'
import type { Telling } from './telling.ts'
import { tellPlan } from './tellPlan.ts'
import { tellProtection } from './tellProtection.ts'

/** When an episode's referrals came, and which referral is whose child's. */
export type Referred = {
  readonly receivedAt: Temporal.Instant
  readonly referrals: ReadonlyMap<Uuid, Uuid>
}

/** Tells of an episode for each of its children: referral, who held it, assessment, enquiry, plans. */
export function tellCourse(telling: Telling): Referred {
  const { course } = telling
  const received = between(telling.teller.dice, course.receivedOn, 8, 18)
  const referrals = new Map<Uuid, Uuid>()
  for (const child of course.children) {
    const referralId = tellReferral(telling, child, received)
    referrals.set(child.id, referralId)
    tellHolders(telling, child, received)
    if (course.assessment) tellAssessment(telling, child, referralId)
    tellProtection(telling, child, referralId)
    tellPlan(telling, child, referralId)
  }
  return { receivedAt: received, referrals }
}

function tellReferral({ teller, course }: Telling, { id }: Child, received: Temporal.Instant): Uuid {
  const { chronicle, dice } = teller
  const referralId = dice.id()
  const isNoFurtherAction = course.kind === 'noFurtherAction'
  const decided = at(course.decidedOn, '16:10')
  const written = received.add({ minutes: dice.int(5, 90) })
  chronicle.tell(
    'referral',
    written,
    {
      id: referralId,
      person_id: id,
      received_on: course.receivedOn,
      received_at: received,
      source: course.source,
      primary_need: course.need,
    },
    [
      decided,
      {
        is_no_further_action: isNoFurtherAction,
        decided_on: course.decidedOn,
        decision_reason: isNoFurtherAction ? 'Advice given and signposted' : 'Assessment under section 17',
        feedback_sent_on: course.decidedOn,
      },
    ],
    ...(isNoFurtherAction
      ? []
      : [
          [
            at(course.closedOn, '15:30'),
            { closed_on: course.closedOn, closure_reason: course.closureReason },
          ] as const,
        ]),
  )
  return referralId
}

function tellAssessment({ teller, course, family }: Telling, child: Child, referralId: Uuid): void {
  const { id } = child
  const { chronicle, dice } = teller
  if (!course.assessment) return
  const { startedOn, authorisedOn, joint } = course.assessment
  const assessmentId = dice.id()
  const authorised = at(authorisedOn, '14:20')
  chronicle.tell(
    'assessment',
    at(startedOn, '10:40'),
    {
      person_id: id,
      referral_id: referralId,
      started_on: startedOn,
      version: 1,
      ...(joint && { joint_id: joint.id, ...joint.of(child) }),
      id: assessmentId,
    },
    [authorised, { authorised_on: authorisedOn }],
  )
  if (joint)
    chronicle.tell('assessment_event', at(authorisedOn, '16:00'), {
      id: dice.id(),
      person_id: id,
      assessment_id: assessmentId,
      kind: 'shared',
      happened_on: authorisedOn,
    })
  for (const code of assessmentFactors(dice, family))
    chronicle.tell('assessment_factor', joint ? at(startedOn, '16:40') : authorised, {
      id: dice.id(),
      person_id: id,
      assessment_id: assessmentId,
      code,
    })
}
