import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { readPreProceedings } from '../queries/readPreProceedings.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'

/** Holds these children's pre-proceedings until the transaction ends and reads them as they stand then: nobody changes them meanwhile. */
export async function holdCases(work: Work, personIds: readonly Uuid[]): Promise<readonly PreProceedings[]> {
  if (personIds.length === 0) return []
  await work
    .db<ChildProtectionTables>()
    .selectFrom('pre_proceedings')
    .select('id')
    .where('person_id', 'in', personIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  return await readPreProceedings(work, personIds)
}
