import type { AsAt } from '#ui'
import type { FamilyView } from '../../queries/familyView.ts'
import type { Likeness } from '../../queries/likenessesAmong.ts'
import type { PregnancyEnd } from '../../queries/pregnancyEndsAmong.ts'
import type { Quality } from '../../queries/qualitiesAmong.ts'
import type { Rights } from '../../queries/rightsAmong.ts'

/** Everything that the drawing of a family shows, on a page, in a file and on paper. */
export type GenogramPage = {
  readonly view: FamilyView
  readonly asAt: AsAt
  readonly today: Temporal.PlainDate
  /** What is not for the family: drawn and told when `showsQualities`. */
  readonly inner: Inner
  readonly showsQualities: boolean
  /** Whose details the viewer may write, of whom opinions, and whom they hold. */
  readonly rights: Rights
}

/** Opinions held on the day, pregnancies that had ended, and what is known of twins. */
export type Inner = {
  readonly qualities: readonly Quality[]
  readonly pregnancyEnds: readonly PregnancyEnd[]
  readonly likenesses: readonly Likeness[]
}

export const noneInner: Inner = { qualities: [], pregnancyEnds: [], likenesses: [] }
