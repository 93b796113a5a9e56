import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Episode } from './episode.ts'
import { registries } from './registries.ts'

/**
 * Every episode of these people, oldest first.
 * @throws when no module tells of episodes: the composition root has not registered one
 */
export async function readEpisodes(work: Work, personIds: readonly Uuid[]): Promise<readonly Episode[]> {
  if (registries.episodeSource === null)
    throw new Error('No module tells of episodes: register the front door')
  return personIds.length === 0 ? [] : registries.episodeSource(work, personIds)
}
