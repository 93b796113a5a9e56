import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** Keeps the census's target of the initial conference (N00109) at what its clock says, once the clocks are in line. */
export async function keepTargets(work: Work, enquiryIds: readonly Uuid[]): Promise<void> {
  if (enquiryIds.length === 0) return
  const clocks = await work
    .db<CaseworkTables>()
    .selectFrom('clock')
    .select(['trigger_id', 'due_on'])
    .where('definition_id', '=', 'ICPC_15')
    .where('trigger_id', 'in', enquiryIds)
    .where('outcome', '<>', 'superseded')
    .execute()
  for (const { trigger_id, due_on } of clocks)
    await work
      .db<ChildProtectionTables>()
      .updateTable('s47_enquiry')
      .set({ conference_target_on: due_on })
      .where('id', '=', trigger_id)
      .where('conference_target_on', 'is distinct from', due_on)
      .execute()
}
