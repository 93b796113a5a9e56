import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { registries } from './registries.ts'

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

/**
 * Every episode of these people, oldest first.
 * @throws when no module tells of episodes: the composition root has not registered one
 */
export async function readEpisodes(work: Work, personIds: readonly Uuid[]): Promise<readonly Episode[]> {
  if (registries.episodeSource === null)
    throw new Error('No module tells of episodes: register the front door')
  return personIds.length === 0 ? [] : registries.episodeSource(work, personIds)
}
