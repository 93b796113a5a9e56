import type { ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { managersOf } from '../queries/managersOf.ts'

/** A letter, or a document of which a part is held. */
type Held = { readonly id: Uuid; readonly personIds: readonly Uuid[] }
const folders = { letter_held: 'letters', part_held: 'documents' } as const

/** Tells the managers of the teams that hold the first of its people that something waits for two of them to release it. */
export async function tellOfHeld(work: Work, kind: keyof typeof folders, held: Held): Promise<void> {
  const [personId] = held.personIds
  if (personId === undefined) return
  const managers = await managersOf(work, personId)
  if (managers.length === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      managers.map(workerId => ({
        worker_id: workerId,
        kind,
        path: `/people/${personId}/${folders[kind]}/${held.id}`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}
