import { sql } from 'kysely'
import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { ReferralItems } from '../queries/readReferral.ts'
import type { FrontDoorTables } from '../tables.ts'

/** The items of the census that a referral keeps, as they shall stand. */
export type CorrectedReferral = Omit<ReferralItems, 'receivedOn'>

/**
 * Completes or corrects a referral, and moves the clocks that its decision and its answer stop.
 * @returns stale when somebody changed it meanwhile, or it is not the actor's to change: nothing is written then
 */
export async function correctReferral(work: Work, referral: CorrectedReferral): Promise<'saved' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<FrontDoorTables>()
    .updateTable('referral')
    .set({
      source: referral.source,
      primary_need: referral.primaryNeed,
      is_no_further_action: referral.isNoFurtherAction,
      decided_on: referral.decidedOn,
      feedback_sent_on: referral.feedbackSentOn,
    })
    .where('id', '=', referral.id)
    .where('person_id', '=', referral.personId)
    .where('recorded_from', '=', sql<Temporal.Instant>`${referral.version}::timestamptz`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await syncClocks(work, [referral.personId])
  return 'saved'
}
