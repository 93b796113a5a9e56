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
