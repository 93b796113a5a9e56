import type { AllocationRole, CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A child held on a day, of those whom the reader may see. */
export type ChildHeld = {
  readonly personId: Uuid
  readonly workerId: Uuid
  readonly role: AllocationRole
  readonly startedOn: Temporal.PlainDate
}

/** Children whom a team, or one worker of it, led or co-worked on a day, under the reader's own rights. */
export async function childrenHeld(
  work: Work,
  {
    teamId,
    workerId,
    day,
  }: { readonly teamId: Uuid; readonly workerId: Uuid | null; readonly day: Temporal.PlainDate },
): Promise<readonly ChildHeld[]> {
  if (work.actor.class === 'administrator') return [] // no child’s record opens for them
  let query = work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['person_id', 'worker_id', 'role', 'started_on'])
    .where('team_id', '=', teamId)
    .where('role', 'in', ['lead_social_worker', 'lead_practitioner', 'co_worker'])
    .where('started_on', '<=', day)
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', day)]))
    .orderBy('started_on')
    .orderBy('id')
  if (workerId !== null) query = query.where('worker_id', '=', workerId)
  return (await query.execute()).flatMap(({ person_id, worker_id, role, started_on }) =>
    worker_id === null ? [] : [{ personId: person_id, workerId: worker_id, role, startedOn: started_on }],
  )
}
