import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A piece of work that is written already, as a part of a paper may begin with it. */
export type WrittenPart = {
  readonly heading: string
  readonly words: string
  /** The child whom it is about; null: all of them. */
  readonly personId: Uuid | null
  readonly source: 'own_work' | 'family' | 'child'
  /** Words of somebody else stand in it too: whether each of the family is given it is decided apart. */
  readonly isThirdParty?: boolean
  /** The row that it was taken from. */
  readonly originId: Uuid
}

/** What a practice module has written of some children, for the report to a conference: taken in and not typed again. */
export type PaperSource = {
  readonly name: 'assessment'
  /** "the assessment" */
  readonly label: string
  parts(work: Work, personIds: readonly Uuid[]): Promise<readonly WrittenPart[]>
}
