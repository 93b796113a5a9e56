import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Ends an episode of need with the reason of the CIN census (N00103). Only the front door, which opens them, does. */
export type EpisodeCloser = (
  work: Work,
  closing: {
    readonly episodeId: Uuid
    readonly personId: Uuid
    readonly closedOn: Temporal.PlainDate
    readonly reason: string
  },
) => Promise<boolean>
