import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Something under way for a child while which their plan or case cannot be closed. */
export type Barred = {
  readonly personId: Uuid
  /** What is open and what to do: "A section 47 enquiry started 3 May 2026 is open: finish it first". */
  readonly sentence: string
  /** Where it is finished. */
  readonly href: string
}

/**
 * A module's reasons against closing, as far as the reader may see its facts. A manager, who decides, sees them all.
 * @param ending what is to end: a plan does not bar its own closing
 */
export type ClosureBar = (
  work: Work,
  personIds: readonly Uuid[],
  ending: 'cin_plan' | 'case',
) => Promise<readonly Barred[]>
