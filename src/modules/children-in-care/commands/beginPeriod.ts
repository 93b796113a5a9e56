import { managersOf } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { periodsOf } from '../queries/periodsOf.ts'
import { overlaps, type Period, type PeriodSaid } from '../rules/period.ts'
import type { ChildrenInCareTables } from '../tables.ts'
import { periodColumns } from './periodColumns.ts'

export type Begun =
  | { readonly outcome: 'begun' }
  /** The child is on record as looked after during that time. */
  | { readonly outcome: 'overlaps'; readonly period: Period }

/**
 * Records that a child is, or was, looked after, and tells the managers who hold the child. A form that is sent twice is kept once.
 * @param submission of the form
 */
export async function beginPeriod(
  work: Work,
  personId: Uuid,
  said: PeriodSaid,
  submission: Uuid,
): Promise<Begun> {
  const db = work.db<ChildrenInCareTables>()
  if (await isKept(work, submission)) return { outcome: 'begun' }
  const found = await overlapping(work, personId, said)
  if (found !== undefined) return { outcome: 'overlaps', period: found }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('period_of_care')
    .values({ id: makeUuid(), person_id: personId, ...periodColumns(said), submission })
    .onConflict(conflict => conflict.doNothing()) // another form of the same moment was faster
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) {
    await tellManagers(work, personId)
    return { outcome: 'begun' }
  }
  if (await isKept(work, submission)) return { outcome: 'begun' }
  const faster = await overlapping(work, personId, said)
  if (faster === undefined) throw new Error('A period of care was neither kept nor in the way of another')
  return { outcome: 'overlaps', period: faster }
}

/** The period that shares a night with what is said, other than itself. */
export async function overlapping(
  work: Work,
  personId: Uuid,
  said: PeriodSaid,
  own?: Uuid,
): Promise<Period | undefined> {
  return (await periodsOf(work, [personId])).find(one => one.id !== own && overlaps(one, said))
}

async function isKept(work: Work, submission: Uuid): Promise<boolean> {
  const row = await work
    .db<ChildrenInCareTables>()
    .selectFrom('period_of_care')
    .select('id')
    .where('submission', '=', submission)
    .executeTakeFirst()
  return row !== undefined
}

/** Entering care is decided above the worker: who answers for the team reads of it the same hour. */
async function tellManagers(work: Work, personId: Uuid): Promise<void> {
  const managers = await managersOf(work, personId)
  if (managers.length === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      managers.map(workerId => ({
        worker_id: workerId,
        kind: 'care_began',
        path: `/people/${personId}/care`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}
