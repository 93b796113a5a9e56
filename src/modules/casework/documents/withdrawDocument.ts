import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Takes a document out of use, for good, with the reason; it stays in the record. @returns false when it is not the actor's to change, or was withdrawn */
export async function withdrawDocument(work: Work, documentId: Uuid, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('document')
    .set({ withdrawn_at: work.now, withdrawn_reason: reason })
    .where('id', '=', documentId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
