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

/** A module's lines of the chronology. */
export type TimelineSource = {
  readonly name: string
  entries(work: Work, personIds: readonly Uuid[]): Promise<readonly TimelineEntry[]>
}
