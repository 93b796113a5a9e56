import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

export type AlertKind = CaseworkTables['alert']['kind']

/** Adds an alert that stands from today. The caller has made sure that the actor may write about the person. */
export async function addAlert(
  work: Work,
  alert: {
    readonly personId: Uuid
    readonly kind: AlertKind
    readonly description: string
    readonly reviewOn: Temporal.PlainDate | null
  },
): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<CaseworkTables>()
    .insertInto('alert')
    .values({
      id,
      person_id: alert.personId,
      kind: alert.kind,
      description: alert.description,
      started_on: work.today,
      review_on: alert.reviewOn,
    })
    .execute()
  return id
}

/** An alert as an address names it: one person's. */
type AlertOf = { readonly personId: Uuid; readonly alertId: Uuid }

/** @returns false when the person has no such alert, it has ended, or it is not the actor's to change */
export async function reviewAlert(
  work: Work,
  alert: AlertOf,
  reviewOn: Temporal.PlainDate | null,
): Promise<boolean> {
  return changed(work, alert, { review_on: reviewOn })
}

/** Ends an alert today. @returns false when the person has no such alert, it has ended, or it is not the actor's to change */
export async function endAlert(work: Work, alert: AlertOf): Promise<boolean> {
  return changed(work, alert, { ended_on: work.today })
}

async function changed(
  work: Work,
  { personId, alertId }: AlertOf,
  values: { readonly review_on: Temporal.PlainDate | null } | { readonly ended_on: Temporal.PlainDate },
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('alert')
    .set(values)
    .where('id', '=', alertId)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
