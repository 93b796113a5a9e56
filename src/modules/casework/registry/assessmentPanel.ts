import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Html } from '#ui'

/** What another practice module shows inside the assessment of some children: read there, written in its own place. */
export type AssessmentPanel = {
  readonly name: string
  /**
   * @param since the day of the referral that the assessment answers
   * @returns null when there is nothing to show
   */
  show(work: Work, personIds: readonly Uuid[], since: Temporal.PlainDate): Promise<Html | null>
}
