import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Html } from '#ui'

/** What another practice module says of a team on its board: below the children, above the caseloads. */
export type BoardPanel = {
  readonly name: string
  /** @returns null when there is nothing to say */
  show(work: Work, teamId: Uuid): Promise<Html | null>
}
