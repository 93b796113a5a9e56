import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ToldReferral } from '../clocks/feedbackClocks.ts'
import type { FrontDoorTables } from '../tables.ts'

/** Every referral of these people, as the answer to its referrer sees it. */
export const toldReferrals = readOnce(readToldReferrals)

async function readToldReferrals(work: Work, personIds: readonly Uuid[]): Promise<readonly ToldReferral[]> {
  const rows = await work
    .db<FrontDoorTables>()
    .selectFrom('referral')
    .select(['id', 'person_id', 'source', 'decided_on', 'feedback_sent_on'])
    .where('person_id', 'in', personIds)
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    source: row.source,
    decidedOn: row.decided_on,
    feedbackSentOn: row.feedback_sent_on,
  }))
}
