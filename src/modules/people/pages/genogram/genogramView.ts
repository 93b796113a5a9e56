import type { AsAt } from '#ui'
import type { FamilyView } from '../../queries/familyView.ts'
import type { Quality } from '../../queries/qualitiesAmong.ts'

/** Everything that the drawing of a family shows, on a page, in a file and on paper. */
export type GenogramPage = {
  readonly view: FamilyView
  readonly asAt: AsAt
  readonly today: Temporal.PlainDate
  /** Every opinion held on the day; drawn when `showsQualities`. */
  readonly qualities: readonly Quality[]
  readonly showsQualities: boolean
  /** Members whose details, and of whom opinions, the viewer may write. */
  readonly writable: ReadonlySet<string>
  readonly judged: ReadonlySet<string>
}
