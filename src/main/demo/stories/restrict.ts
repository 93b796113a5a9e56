import { changeNamedList, restrictPerson } from '#modules/access'
import type { Database } from '#platform/db'
import type { County } from '../county/county.ts'
import { personaOf, type Restricted } from './story.ts'

/** Puts people on named lists, as the director does. Once people, workers and access are written. */
export async function restrict(
  database: Database,
  county: County,
  lists: readonly Restricted[],
): Promise<void> {
  const director = { id: personaOf(county, 'director').id, class: 'director' } as const
  await database.as(director, 'demo', async work => {
    for (const { people, members, note } of lists)
      for (const personId of people) {
        await restrictPerson(work, { personId, reason: 'staff_family', note, endsAt: null })
        for (const workerId of members) await changeNamedList(work, { personId, workerId, isMember: true })
      }
  })
}
