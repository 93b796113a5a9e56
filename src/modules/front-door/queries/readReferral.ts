import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FrontDoorTables } from '../tables.ts'

/** A referral as its form shows it. */
export type ReferralItems = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly receivedOn: Temporal.PlainDate
  readonly source: string | null
  readonly primaryNeed: string | null
  readonly isNoFurtherAction: boolean | null
  readonly decidedOn: Temporal.PlainDate | null
  readonly feedbackSentOn: Temporal.PlainDate | null
  /** Of this row as it stands: a form that carries another has grown stale. */
  readonly version: string
}

/** @returns null when the person has none such, or it is not the reader's to see */
export async function readReferral(
  work: Work,
  personId: Uuid,
  referralId: Uuid,
): Promise<ReferralItems | null> {
  const row = await work
    .db<FrontDoorTables>()
    .selectFrom('referral')
    .select([
      'id',
      'person_id as personId',
      'received_on as receivedOn',
      'source',
      'primary_need as primaryNeed',
      'is_no_further_action as isNoFurtherAction',
      'decided_on as decidedOn',
      'feedback_sent_on as feedbackSentOn',
    ])
    .select(sql<string>`recorded_from::text`.as('version'))
    .where('id', '=', referralId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}
