import type { Work } from '#platform/db'
import type { Audit, Score } from '../queries/audits.ts'
import type { SupervisionTables } from '../tables.ts'

/** Keeps what a session was given, once. @returns false when it was scored meanwhile, or is not the actor's to score */
export async function scoreAudit(
  work: Work,
  audit: Audit,
  given: { readonly scores: readonly Score[]; readonly remark: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<SupervisionTables>()
    .updateTable('supervision_audit')
    .set({
      scores: JSON.stringify(given.scores),
      remark: given.remark,
      done_on: work.today,
      version: audit.version + 1,
    })
    .where('id', '=', audit.id)
    .where('version', '=', audit.version)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
