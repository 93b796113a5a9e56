import type { ServiceTables, Work } from '#platform/db'
import { heldBy } from '../commands/holdings.ts'
import type { Letter } from './readLetters.ts'

/** Tells the workers who hold the children of a letter that somebody prepared it: what it tells is theirs to decide. */
export async function tellOfPreparedLetter(
  work: Work,
  letter: Pick<Letter, 'id' | 'personIds'>,
): Promise<void> {
  const [personId] = letter.personIds
  if (personId === undefined) return
  const held = await heldBy(work, letter.personIds)
  const holders = held.filter(
    ({ endedOn, role }) => endedOn === null && role !== 'conference_chair' && role !== 'lead_practitioner',
  )
  const told = [...new Set(holders.flatMap(({ workerId }) => workerId ?? []))].filter(
    id => id !== work.actor.id,
  )
  if (told.length === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      told.map(worker_id => ({
        worker_id,
        kind: 'letter_prepared',
        path: `/people/${personId}/letters/${letter.id}`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}
