import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import type { PlanKey } from './plan.ts'

export type ShareWay = CaseworkTables['plan_share']['how']
export const shareWays = ['read_together', 'by_hand', 'post', 'email'] as const
export const shareWords: Readonly<Record<ShareWay, string>> = {
  read_together: 'We read it together',
  by_hand: 'Given by hand',
  post: 'Sent by post',
  email: 'Sent by email',
}

/** A plan given to somebody of the family, and what they say of it. */
export type PlanShare = {
  readonly id: Uuid
  readonly planId: Uuid
  readonly recipientId: Uuid
  readonly sharedOn: Temporal.PlainDate
  readonly how: ShareWay
  readonly understood: 'yes' | 'partly' | 'no' | null
  readonly agrees: 'yes' | 'partly' | 'no' | null
  readonly words: string | null
  readonly heardOn: Temporal.PlainDate | null
  readonly version: number
}

/** To whom a plan was given, latest first. */
export async function sharesOf(work: Work, planId: Uuid): Promise<readonly PlanShare[]> {
  return await work
    .db<CaseworkTables>()
    .selectFrom('plan_share')
    .select([
      'id',
      'plan_id as planId',
      'recipient_id as recipientId',
      'shared_on as sharedOn',
      'how',
      'understood',
      'agrees',
      'words',
      'heard_on as heardOn',
      'version',
    ])
    .where('plan_id', '=', planId)
    .orderBy('shared_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** That a plan was given to somebody of the family. */
export type NewShare = {
  readonly recipientId: Uuid
  readonly sharedOn: Temporal.PlainDate
  readonly how: ShareWay
  readonly lang: string
  /** Why words of notes about somebody else may stand in it. */
  readonly copied?: { readonly because: string; readonly noteIds: readonly Uuid[] } | null
}

/** Notes that a plan was given to somebody; the same day and person twice is one row. */
export async function addShare(work: Work, plan: PlanKey, share: NewShare): Promise<void> {
  await work
    .db<CaseworkTables>()
    .insertInto('plan_share')
    .values({
      id: makeUuid(),
      person_id: plan.personId,
      plan_kind: plan.kind,
      plan_id: plan.id,
      recipient_id: share.recipientId,
      shared_on: share.sharedOn,
      how: share.how,
      lang: share.lang,
      copied_because: share.copied?.because ?? null,
      copied_notes: [...(share.copied?.noteIds ?? [])],
    })
    .onConflict(conflict => conflict.columns(['plan_id', 'recipient_id', 'shared_on']).doNothing())
    .execute()
}

/** What the recipient says of the plan. @returns false when the row has changed meanwhile or is not the actor's to change */
export async function answerShare(
  work: Work,
  answer: {
    readonly id: Uuid
    readonly personId: Uuid
    readonly version: number
    readonly understood: 'yes' | 'partly' | 'no'
    readonly agrees: 'yes' | 'partly' | 'no'
    readonly words: string | null
  },
): Promise<boolean> {
  const { understood, agrees, words } = answer
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('plan_share')
    .set({ understood, agrees, words, heard_on: work.today, version: answer.version + 1 })
    .where('id', '=', answer.id)
    .where('person_id', '=', answer.personId)
    .where('version', '=', answer.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
