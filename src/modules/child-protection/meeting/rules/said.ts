import type { Uuid } from '#platform/ids'

export type ContributionKind =
  | 'information'
  | 'strength'
  | 'worry'
  | 'what_needs_to_happen'
  | 'view'
  | 'summary'
export type ContributionClass = 'B3' | 'C3' | 'C4'

/** What somebody brought to a meeting. Never changed: a correction names the one it corrects. */
export type Contribution = {
  readonly id: Uuid
  readonly meetingId: Uuid
  /** Whose it is; null: of the service that holds the meeting. */
  readonly inviteeId: Uuid | null
  /** The child whom it concerns; null: all of them. */
  readonly personId: Uuid | null
  readonly kind: ContributionKind
  readonly said: string
  readonly saidAt: Temporal.Instant
  readonly dataClass: ContributionClass
  readonly originatorId: Uuid | null
  readonly originator: string | null
  /** Workers whom the originator of police intelligence lets read it. */
  readonly readers: readonly Uuid[]
  readonly correctsId: Uuid | null
  /** Who wrote it down. */
  readonly madeBy: Uuid
  readonly madeByName: string | null
}

export type ViewChoice =
  | 'start_enquiry'
  | 'no_enquiry'
  | 'plan'
  | 'no_plan'
  | 'plan_continues'
  | 'plan_ends'
  | 'no_view'

/** What one of those present thinks should happen for one child. */
export type View = {
  readonly id: Uuid
  readonly meetingId: Uuid
  readonly inviteeId: Uuid
  readonly personId: Uuid
  readonly view: ViewChoice | null
  readonly category: string | null
  readonly reasons: string | null
  /** 0: the child is certainly unsafe; 10: safe enough to close. */
  readonly safety: number | null
  readonly safetyWhy: string | null
  readonly dissents: boolean
  readonly version: number
}

export type DecisionCode =
  | 'start_enquiry'
  | 'no_enquiry'
  | 'enquiry_continues'
  | 'plan'
  | 'no_plan'
  | 'plan_continues'
  | 'plan_ends'
  | 'no_decision'

/** One child of a meeting: the child's words, and what is decided. */
export type MeetingChild = {
  readonly id: Uuid
  readonly meetingId: Uuid
  readonly personId: Uuid
  readonly childWords: string | null
  readonly wordsHow:
    | 'in_person'
    | 'through_advocate'
    | 'told_worker'
    | 'written'
    | 'drawn'
    | 'recorded'
    | null
  readonly noWordsBecause: string | null
  readonly decision: DecisionCode | null
  readonly isJointWithPolice: boolean | null
  readonly seeChildBy: Temporal.Instant | null
  readonly category: string | null
  readonly thresholdReason: string | null
  readonly reasons: string | null
  readonly decidedAt: Temporal.Instant | null
  readonly version: number
}
