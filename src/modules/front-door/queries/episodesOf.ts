import type { Episode } from '#modules/casework'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FrontDoorTables } from '../tables.ts'

/** Every referral of these people as the episode it opened, oldest first. */
export const episodesOf = readOnce(readEpisodesOf)

async function readEpisodesOf(work: Work, personIds: readonly Uuid[]): Promise<readonly Episode[]> {
  const rows = await work
    .db<FrontDoorTables>()
    .selectFrom('referral')
    .select([
      'id',
      'person_id',
      'received_on',
      'decided_on',
      'is_no_further_action',
      'primary_need',
      'source',
      'closed_on',
      'closure_reason',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('received_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    receivedOn: row.received_on,
    decidedOn: row.decided_on,
    isNoFurtherAction: row.is_no_further_action,
    primaryNeed: row.primary_need,
    source: row.source,
    closedOn: row.closed_on,
    closureReason: row.closure_reason,
  }))
}
