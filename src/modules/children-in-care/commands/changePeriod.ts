import type { Work } from '#platform/db'
import type { Period, PeriodSaid } from '../rules/period.ts'
import type { ChildrenInCareTables } from '../tables.ts'
import { overlapping } from './beginPeriod.ts'
import { periodColumns } from './periodColumns.ts'

export type Changed = 'changed' | 'stale' | 'overlaps'

/**
 * Ends a period or corrects what was said of it.
 * @param version that the form was opened with
 * @returns `overlaps` where another period has a night of that time: that one is mended first
 */
export async function changePeriod(
  work: Work,
  period: Period,
  version: number,
  said: PeriodSaid,
): Promise<Changed> {
  if ((await overlapping(work, period.personId, said, period.id)) !== undefined) return 'overlaps'
  return await write(work, period, version, periodColumns(said))
}

/** Takes out what was recorded in error: it counts nowhere, and whoever was told of it is told that. */
export const withdrawPeriod = (
  work: Work,
  period: Period,
  version: number,
  reason: string,
): Promise<'changed' | 'stale'> =>
  write(work, period, version, { withdrawn_at: work.now, withdrawn_reason: reason })

async function write(
  work: Work,
  { id, personId }: Pick<Period, 'id' | 'personId'>,
  version: number,
  values:
    | ReturnType<typeof periodColumns>
    | { readonly withdrawn_at: Temporal.Instant; readonly withdrawn_reason: string },
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildrenInCareTables>()
    .updateTable('period_of_care')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}
