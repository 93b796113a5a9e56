import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../tables.ts'

/** A child with another authority's plan who moves here. */
export type TransferIn = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly fromAuthority: string
  readonly fromContact: string | null
  readonly toldOn: Temporal.PlainDate
  readonly isPermanent: boolean
  readonly acceptedOn: Temporal.PlainDate | null
  readonly theirPlanSince: Temporal.PlainDate | null
  readonly theirCategory: string | null
  readonly theirPlans: number | null
  readonly endedOn: Temporal.PlainDate | null
  readonly endedBecause: string | null
  readonly version: number
}

/** Those of these children that the reader may read, latest first. */
export async function transfersInOf(work: Work, personIds: readonly Uuid[]): Promise<readonly TransferIn[]> {
  if (personIds.length === 0) return []
  return await work
    .db<ChildProtectionTables>()
    .selectFrom('transfer_in')
    .select([
      'id',
      'person_id as personId',
      'from_authority as fromAuthority',
      'from_contact as fromContact',
      'told_on as toldOn',
      'is_permanent as isPermanent',
      'accepted_on as acceptedOn',
      'their_plan_since as theirPlanSince',
      'their_category as theirCategory',
      'their_plans as theirPlans',
      'ended_on as endedOn',
      'ended_because as endedBecause',
      'version',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('told_on', 'desc')
    .orderBy('id')
    .execute()
}

/** Keeps the written notice of another authority. Sent twice, it is kept once. */
export async function keepNotice(
  work: Work,
  notice: Omit<TransferIn, 'id' | 'acceptedOn' | 'endedOn' | 'endedBecause' | 'version'> & {
    readonly submission: Uuid
  },
): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .insertInto('transfer_in')
    .values({
      id: makeUuid(),
      person_id: notice.personId,
      from_authority: notice.fromAuthority,
      from_contact: notice.fromContact,
      told_on: notice.toldOn,
      is_permanent: notice.isPermanent,
      their_plan_since: notice.theirPlanSince,
      their_category: notice.theirCategory,
      their_plans: notice.theirPlans,
      submission: notice.submission,
    })
    .onConflict(conflict => conflict.column('submission').doNothing())
    .execute()
}

/** Accepts the move for good, from which the conference is counted; or says that it did not come about. */
export async function decideTransferIn(
  work: Work,
  transfer: TransferIn,
  version: number,
  decided:
    | { readonly acceptedOn: Temporal.PlainDate }
    | { readonly endedOn: Temporal.PlainDate; readonly because: string },
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('transfer_in')
    .set({
      ...('acceptedOn' in decided
        ? { accepted_on: decided.acceptedOn, accepted_by: work.actor.id, is_permanent: true }
        : { ended_on: decided.endedOn, ended_because: decided.because }),
      version: version + 1,
    })
    .where('id', '=', transfer.id)
    .where('version', '=', version)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await syncClocks(work, [transfer.personId])
  return 'changed'
}
