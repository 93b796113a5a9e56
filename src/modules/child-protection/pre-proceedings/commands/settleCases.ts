import type { Updateable } from 'kysely'
import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { ChildProtectionTables } from '../../tables.ts'
import { readPreProceedings } from '../queries/readPreProceedings.ts'
import { censusItems } from '../rules/censusItems.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'

type Columns = Updateable<ChildProtectionTables['pre_proceedings']>

/** Changes these children's pre-proceedings, counts the census items from the facts as they stand now, and brings the clocks in line. */
export async function settleCases(
  work: Work,
  cases: readonly PreProceedings[],
  columns: Columns = {},
): Promise<void> {
  for (const { id, version } of cases) await update(work, id, { ...columns, version: version + 1 })
  const personIds = [...new Set(cases.map(({ personId }) => personId))]
  const ids = new Set(cases.map(({ id }) => id))
  for (const now of await readPreProceedings(work, personIds)) {
    const items = censusItems(now)
    if (ids.has(now.id) && Object.keys(items).length > 0) await update(work, now.id, items)
  }
  await syncClocks(work, personIds)
}

async function update(work: Work, id: PreProceedings['id'], columns: Columns): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .updateTable('pre_proceedings')
    .set(columns)
    .where('id', '=', id)
    .execute()
}
