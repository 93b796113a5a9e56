/** What a message says happened, whatever door it came by; `person`: it tells of the child alone. Times of the sender's own clock, as instants. */
export type VisitKind =
  | 'registered'
  | 'admitted'
  | 'changed'
  | 'left'
  | 'leaving_cancelled'
  | 'cancelled'
  | 'person'

/** A child as the sender told them: nothing of it is checked against the record. */
export type ToldPerson = {
  readonly nhsNumber: string | null
  /** Whether its check digit is right; a wrong one is shown, never a bar. Null without a number. */
  readonly nhsPassed: boolean | null
  readonly family: string | null
  readonly given: string | null
  readonly birth: Temporal.PlainDate | null
  /** As it was written, where no day can be made of it. */
  readonly birthAs: string | null
  readonly sex: string | null
  readonly address: string | null
  readonly postcode: string | null
  /** Code of the GP practice. */
  readonly practice: string | null
  readonly school: string | null
  readonly isSensitive: boolean
  /** The sender's own numbers of the child, each with who gave it; left out where the door tells none. */
  readonly hospitalNumbers?: readonly string[]
}

/** One message about one visit of one child. What is null was not told, and takes nothing away. */
export type ToldVisit = {
  readonly kind: VisitKind
  readonly visitKey: string
  readonly sentAt: Temporal.Instant
  readonly person: ToldPerson
  readonly siteCode: string | null
  readonly place: string | null
  readonly arrivedAt: Temporal.Instant | null
  readonly leftAt: Temporal.Instant | null
  readonly complaint: string | null
  /** Attendance source: from where, or on whose word, the child came. */
  readonly cameFrom: string | null
  readonly accompaniedBy: string | null
  readonly procedures: string | null
  /** Where they went. */
  readonly outcome: string | null
  readonly dischargeStatus: string | null
  readonly narrative: string | null
  /** Codes of a concern for the child's safety. */
  readonly concerns: readonly string[]
}
