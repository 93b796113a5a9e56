import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import { heldBy, lockChildren } from './holdings.ts'

/**
 * Puts children whom nobody holds into a team's queue, from today, in the caller's transaction; children who are held stay
 * where they are. For whoever made the record or matched it with a contact: giving a child to a worker stays the manager's
 * (allocateChildren). The database decides too. The event child.allocated goes out.
 * @returns the children who now wait in the queue because of this
 */
export async function queueChildren(
  work: Work,
  personIds: readonly Uuid[],
  teamId: Uuid,
  reason: string,
): Promise<readonly Uuid[]> {
  const wanted = [...new Set(personIds)].toSorted()
  if (wanted.length === 0) return []
  await lockChildren(work, wanted)
  const held = new Set(
    (await heldBy(work, wanted)).filter(one => one.endedOn === null).map(one => one.personId),
  )
  const free = wanted.filter(id => !held.has(id))
  if (free.length === 0) return []
  await work
    .db<CaseworkTables>()
    .insertInto('allocation')
    .values(
      free.map(personId => ({
        id: makeUuid(),
        person_id: personId,
        team_id: teamId,
        worker_id: null,
        role: 'queue' as const,
        started_on: work.today,
        reason,
      })),
    )
    .execute()
  const body = {
    personIds: free,
    workerId: null,
    teamId,
    role: 'queue',
    startedOn: work.today.toString(),
  }
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event: 'child.allocated', body: JSON.stringify(body) })
    .execute()
  return free
}
