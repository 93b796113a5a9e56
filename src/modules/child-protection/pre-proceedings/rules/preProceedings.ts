import type { Uuid } from '#platform/ids'

/** How a meeting before proceedings counts. */
export type MeetingKind = 'initial' | 'midway' | 'review'
export type OfferWay = 'in_letter' | 'letter_apart' | 'in_person' | 'telephone'
export type Answer = 'accepted' | 'refused' | 'no_answer'
export type Step = 'step_down' | 'issue'

type Day = Temporal.PlainDate

/** A meeting of the family group offered to one person, and what they said. */
export type Offer = {
  readonly id: Uuid
  readonly recipientId: Uuid
  readonly letterId: Uuid | null
  readonly offeredOn: Day
  readonly how: OfferWay
  readonly answer: Answer | null
  readonly answeredOn: Day | null
  readonly words: string | null
  readonly version: number
}

/** A family group decision making meeting that was held. */
export type FamilyMeeting = {
  readonly id: Uuid
  readonly heldOn: Day
  readonly coordinator: string | null
  readonly came: string
  readonly childCame: boolean
  readonly familyPlan: string | null
  readonly authorityAgrees: string
  readonly version: number
}

/** A meeting of parents and authority before proceedings. */
export type Meeting = {
  readonly id: Uuid
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly came: string
  readonly wasRepresented: boolean | null
  readonly agreed: string
  readonly nextOn: Day | null
  readonly version: number
}

export type Extension = {
  readonly id: Uuid
  readonly weeks: number
  readonly decidedOn: Day
  readonly reasons: string
}

/** Pre-proceedings of one child, with all that hangs on them. */
export type PreProceedings = {
  readonly id: Uuid
  readonly personId: Uuid
  /** What brothers and sisters share who were decided on at once; null for what an import brought. */
  readonly togetherId: Uuid | null
  readonly startedOn: Day
  readonly reasons: string | null
  readonly letterSentOn: Day | null
  readonly intentLetterOn: Day | null
  /** The census items as they stand (N00828 to N00831, N00833). */
  readonly isOffered: boolean | null
  readonly isMeetingHeld: boolean | null
  readonly initialMeetingOn: Day | null
  readonly reviewMeetings: number | null
  readonly outcome: string | null
  readonly exemptOn: Day | null
  readonly exemptBecause: string | null
  readonly step: Step | null
  readonly stepOn: Day | null
  readonly stepReasons: string | null
  readonly appliedOn: Day | null
  readonly applicationReasons: string | null
  readonly version: number
  readonly offers: readonly Offer[]
  readonly familyMeetings: readonly FamilyMeeting[]
  readonly meetings: readonly Meeting[]
  readonly extensions: readonly Extension[]
}

/** Whether they go on: neither stepped down nor decided to issue, nor applied for. */
export const isOpen = ({ stepOn, appliedOn }: Pick<PreProceedings, 'stepOn' | 'appliedOn'>): boolean =>
  stepOn === null && appliedOn === null
