import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A child's episode of need, from the referral that opened it: what other practice modules may know of it. */
export type Episode = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly receivedOn: Temporal.PlainDate
  readonly decidedOn: Temporal.PlainDate | null
  readonly isNoFurtherAction: boolean | null
  readonly primaryNeed: string | null
  readonly source: string | null
  readonly closedOn: Temporal.PlainDate | null
  readonly closureReason: string | null
}

/** The front door tells the others: practice modules never import one another. */
export type EpisodeSource = (work: Work, personIds: readonly Uuid[]) => Promise<readonly Episode[]>
