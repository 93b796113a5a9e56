import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'

/** Paths of one absence. */
export const episodeParams = z.object({ personId: uuidParam, episodeId: uuidParam })
export type EpisodeParams = { readonly personId: Uuid; readonly episodeId: Uuid }
export const episodePath = ({ personId, episodeId }: EpisodeParams, rest = ''): string =>
  `/people/${personId}/missing/${episodeId}${rest}`
