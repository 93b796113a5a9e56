import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** One line of a chronology. */
export type TimelineEntry = {
  readonly personId: Uuid
  readonly on: Temporal.PlainDate
  /** Only where a time is really known: never an invented midnight. */
  readonly at?: Temporal.Instant
  readonly title: string
  readonly text?: string
  /** Where it comes from: "Referral", "Visit by ...", "CIN census import". */
  readonly source: string
  readonly impact?: string
  /** Significant entries make the short chronology; the rest shows in the full one. */
  readonly isSignificant: boolean
  readonly href?: string
}

/** What of a child's journey stands in one row: contacts, referral to closure, assessments, plans, who held the case, where they lived. */
export type BandRow =
  | 'contact'
  | 'episode'
  | 'assessment'
  | 'need_plan'
  | 'enquiry'
  | 'protection_plan'
  | 'care'
  | 'worker'
  | 'home'
  | 'missing'

/** A time with a beginning and perhaps an end in a child's journey. */
export type Band = {
  readonly personId: Uuid
  readonly row: BandRow
  readonly startedOn: Temporal.PlainDate
  /** Null while it goes on. */
  readonly endedOn: Temporal.PlainDate | null
  /** In a word or two: "Neglect", the worker's name. */
  readonly label: string
}

/** A module's lines of the chronology, and the bands that it adds to a child's journey. */
export type TimelineSource = {
  readonly name: string
  entries(work: Work, personIds: readonly Uuid[]): Promise<readonly TimelineEntry[]>
  bands?(work: Work, personIds: readonly Uuid[]): Promise<readonly Band[]>
}
