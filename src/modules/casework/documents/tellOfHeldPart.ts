import type { ServiceTables, Work } from '#platform/db'
import { managersOf } from '../queries/managersOf.ts'
import type { DocumentRow } from './readDocuments.ts'

/** Tells the managers of the teams that hold the child that a part of a document waits for two people. */
export async function tellOfHeldPart(
  work: Work,
  document: Pick<DocumentRow, 'id' | 'personIds'>,
): Promise<void> {
  const [personId] = document.personIds
  if (personId === undefined) return
  const managers = await managersOf(work, personId)
  if (managers.length === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      managers.map(workerId => ({
        worker_id: workerId,
        kind: 'part_held',
        path: `/people/${personId}/documents/${document.id}`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}
