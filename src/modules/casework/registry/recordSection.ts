import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Html } from '#ui'

/** A part of the child's page that a practice module shows: its facts with their dates and clocks. */
export type RecordSection = {
  readonly name: string
  readonly order: number
  /** @returns the section, or null when the module has nothing to say of this person */
  show(work: Work, personId: Uuid): Promise<Html | null>
  /** A button for what the reader may begin now: it stands in plain sight, above what is folded away. */
  offer?(work: Work, personId: Uuid): Promise<Html | null>
  /** What belongs in the story in a minute: a plan with its category and since when. Sentences, each from facts alone. */
  sentences?(work: Work, personId: Uuid): Promise<readonly string[]>
}

/** Something a data-quality page lists with the way to mend it. */
export type QualityIssue = {
  readonly personId: Uuid
  /** 'import' | 'clock' | 'missing' ... */
  readonly kind: string
  readonly rule: string
  readonly problem: string
  readonly mend: string
  readonly severity: 'error' | 'query' | 'information'
  readonly on?: Temporal.PlainDate
  readonly href?: string
}

/** A module's data-quality findings, a page at a time. */
export type QualitySource = {
  readonly name: string
  readonly title: string
  count(work: Work): Promise<number>
  issues(work: Work, offset: number, limit: number): Promise<readonly QualityIssue[]>
}
