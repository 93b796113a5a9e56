import type { ServiceTables, Work } from '#platform/db'
import { managersOf } from '../queries/managersOf.ts'
import type { Letter } from './readLetters.ts'

/** Tells the managers of the teams that hold the child that a letter waits for two people. */
export async function tellOfHeldLetter(work: Work, letter: Pick<Letter, 'id' | 'personIds'>): Promise<void> {
  const [personId] = letter.personIds
  if (personId === undefined) return
  const managers = await managersOf(work, personId)
  if (managers.length === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      managers.map(workerId => ({
        worker_id: workerId,
        kind: 'letter_held',
        path: `/people/${personId}/letters/${letter.id}`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}
