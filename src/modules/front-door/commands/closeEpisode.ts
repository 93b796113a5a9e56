import { type EpisodeCloser, syncClocks } from '#modules/casework'
import type { FrontDoorTables } from '../tables.ts'

/** Ends an episode that is open, with its reason, and the clocks that ran in it. @returns false when it is not open */
export const closeEpisode: EpisodeCloser = async (work, { episodeId, personId, closedOn, reason }) => {
  const { numUpdatedRows } = await work
    .db<FrontDoorTables>()
    .updateTable('referral')
    .set({ closed_on: closedOn, closure_reason: reason })
    .where('id', '=', episodeId)
    .where('person_id', '=', personId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await syncClocks(work, [personId])
  return true
}
