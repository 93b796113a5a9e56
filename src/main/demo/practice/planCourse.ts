import { addWorkingDays } from '#reference'
import { isBefore, later, openDay } from '../chronicle/moments.ts'
import type { Child, Family } from '../families/family.ts'
import type { Dice } from '../random/dice.ts'
import type { Course, CourseKind, Enquiry } from './course.ts'
import { planProtection } from './planProtection.ts'
import { primaryNeedOf, sourceOf } from './referralCodes.ts'

type Day = Temporal.PlainDate

/** How long each part of an episode takes, in days; thrown before its dates, so that today can be made to fall in one. */
export type Lengths = {
  readonly kind: CourseKind
  /** From referral to authorisation. */
  readonly assessment: number
  /** From referral to the strategy discussion. */
  readonly enquiryAfter: number
  readonly protection: number
  readonly plan: number
}

export function throwLengths(dice: Dice, kind: CourseKind): Lengths {
  const isOnTime = dice.chance(0.85)
  return {
    kind,
    assessment: isOnTime ? dice.int(24, 59) : dice.int(67, 105),
    enquiryAfter: dice.int(1, 24),
    protection: dice.weighted([
      [dice.int(35, 89), 30],
      [dice.int(90, 364), 50],
      [dice.int(365, 729), 17],
      [dice.int(730, 960), 3],
    ]),
    plan:
      kind === 'inCare' ? dice.int(300, 1500) : kind === 'protected' ? dice.int(70, 200) : dice.int(75, 430),
  }
}

type Start = {
  readonly family: Family
  readonly children: readonly Child[]
  readonly receivedOn: Day
  readonly lengths: Lengths
  readonly previousPlans?: number
}

/** Gives an episode its dates: on working days, most of them within the limits that the law or the county sets. */
export function planCourse(dice: Dice, start: Start): Course {
  const { family, children, receivedOn, lengths } = start
  const { kind } = lengths
  const decidedOn = addWorkingDays(receivedOn, dice.chance(0.93) ? dice.int(0, 1) || 1 : dice.int(2, 4))
  const common = {
    kind,
    children,
    receivedOn,
    decidedOn,
    source: sourceOf(dice),
    need: primaryNeedOf(dice, family),
  }
  if (kind === 'noFurtherAction')
    return {
      ...common,
      assessment: null,
      enquiry: null,
      protection: null,
      plan: null,
      careFrom: null,
      closedOn: decidedOn,
      closureReason: null,
    }
  const assessment = {
    startedOn: addWorkingDays(decidedOn, dice.int(0, 2)),
    authorisedOn: openDay(later(receivedOn.add({ days: lengths.assessment }), decidedOn.add({ days: 8 }))),
  }
  const enquiry = kind === 'enquired' || kind === 'protected' ? planEnquiry(dice, start) : null
  const protection =
    kind === 'protected' && enquiry?.conferenceOn
      ? planProtection(dice, {
          family,
          startedOn: enquiry.conferenceOn,
          days: lengths.protection,
          previousPlans: start.previousPlans ?? 0,
        })
      : null
  const planFrom = protection?.endedOn ?? addWorkingDays(assessment.authorisedOn, dice.int(0, 7))
  const hasPlan = kind !== 'assessed' && kind !== 'enquired'
  const plan = hasPlan
    ? { startedOn: planFrom, endedOn: openDay(planFrom.add({ days: lengths.plan })) }
    : null
  const lastDay = later(
    plan?.endedOn ?? assessment.authorisedOn,
    enquiry?.outcomeOn ?? assessment.authorisedOn,
  )
  return {
    ...common,
    assessment,
    enquiry,
    protection,
    plan,
    careFrom: kind === 'inCare' ? addWorkingDays(planFrom, dice.int(1, 10)) : null,
    closedOn: addWorkingDays(lastDay, dice.int(1, 5)),
    closureReason: closureOf(dice, kind),
  }
}

/** The initial conference within 15 working days of the strategy discussion in four of five. */
function planEnquiry(dice: Dice, { receivedOn, lengths }: Start): Enquiry {
  const startedOn = openDay(receivedOn.add({ days: lengths.enquiryAfter }))
  if (lengths.kind === 'enquired')
    return {
      startedOn,
      outcomeOn: addWorkingDays(startedOn, dice.int(4, 14)),
      outcome: dice.chance(0.55) ? 'not_substantiated' : 'substantiated_no_continuing_risk',
      conferenceOn: null,
    }
  const days = dice.chance(0.79) ? dice.int(10, 15) : dice.int(16, 26)
  return {
    startedOn,
    outcomeOn: addWorkingDays(startedOn, Math.max(3, days - dice.int(4, 7))),
    outcome: 'continuing_risk',
    conferenceOn: addWorkingDays(startedOn, days),
  }
}

function closureOf(dice: Dice, kind: CourseKind): string {
  if (kind === 'assessed' || kind === 'enquired') return dice.chance(0.7) ? 'RC8' : 'RC9'
  return dice.weighted([
    ['RC7', 86],
    ['RC5', 7],
    ['RC3', 3],
    ['RC4', 3],
    ['RC6', 1],
  ])
}

/** Whether an episode still runs on a day. */
export function isOpenOn(course: Course, day: Day): boolean {
  return isBefore(course.receivedOn, day) && !isBefore(course.closedOn, day)
}
