import type { Uuid } from '#platform/ids'
import type { Fact } from '../chronicle/tables.ts'
import type { Worker } from '../county/county.ts'
import type { Child } from '../families/family.ts'

type Day = Temporal.PlainDate

/** How an episode goes on from its referral. */
export type CourseKind =
  | 'noFurtherAction'
  | 'assessed'
  | 'enquired'
  | 'inNeed'
  | 'familyHelp'
  | 'protected'
  | 'inCare'

export type Enquiry = {
  readonly startedOn: Day
  readonly outcomeOn: Day
  readonly outcome: 'not_substantiated' | 'substantiated_no_continuing_risk' | 'continuing_risk'
  readonly conferenceOn: Day | null
  /** Made here in full, for one child: its id, and what more stands of it. */
  readonly made?: { readonly id: Uuid; readonly facts: Partial<Fact<'s47_enquiry'>> }
}

export type Protection = {
  readonly startedOn: Day
  readonly endedOn: Day
  readonly category: string
  readonly latestCategory: string
  readonly previousPlans: number
  readonly coreGroups: readonly Day[]
  readonly reviews: readonly Day[]
}

/** One episode of need of a family's children, from referral to closure, as it will be once it has all happened. */
export type Course = {
  readonly kind: CourseKind
  readonly children: readonly Child[]
  readonly receivedOn: Day
  readonly source: string
  readonly need: string
  readonly decidedOn: Day
  readonly assessment: {
    readonly startedOn: Day
    readonly authorisedOn: Day
    /** Written here for all the children together: its id, and what is said of each. */
    readonly joint?: { readonly id: Uuid; of(child: Child): Partial<Fact<'assessment'>> }
  } | null
  readonly enquiry: Enquiry | null
  readonly protection: Protection | null
  readonly plan: { readonly startedOn: Day; readonly endedOn: Day } | null
  readonly careFrom: Day | null
  /** From this day on somebody of another agency leads the plan; until then a social worker holds the case. */
  readonly ledBy?: { readonly worker: Worker; readonly from: Day }
  readonly closedOn: Day
  readonly closureReason: string | null
}
