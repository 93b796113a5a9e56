import { posts } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildDecision, ChildFacts } from '../rules/checkDecision.ts'

/** Tells the workers who hold a child, and the managers of their teams, that a contact was passed to the open work. */
export async function tellOpenWork(
  work: Work,
  contactId: Uuid,
  children: readonly ChildFacts[],
  decisions: readonly ChildDecision[],
): Promise<void> {
  const passed = decisions
    .filter(({ outcome }) => outcome === 'passed_to_open_work')
    .map(({ namedId }) => namedId)
  const personIds = children
    .filter(({ namedId }) => passed.includes(namedId))
    .flatMap(({ personId }) => personId ?? [])
  if (personIds.length === 0) return
  const held = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(['person_id', 'team_id', 'worker_id'])
    .where('person_id', 'in', personIds)
    .where('ended_on', 'is', null)
    .execute()
  const managers = await posts(work, { teamIds: [...new Set(held.map(({ team_id }) => team_id))] })
  const told = new Map<string, { readonly workerId: Uuid; readonly personId: Uuid }>()
  for (const { person_id, team_id, worker_id } of held) {
    const leading = managers.filter(({ teamId, role }) => teamId === team_id && role === 'team_manager')
    for (const workerId of [worker_id, ...leading.map(post => post.workerId)])
      if (workerId !== null && workerId !== work.actor.id)
        told.set(`${workerId} ${person_id}`, { workerId, personId: person_id })
  }
  if (told.size === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      [...told.values()].map(({ workerId, personId }) => ({
        worker_id: workerId,
        kind: 'contact_passed',
        path: `/front-door/contacts/${contactId}`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}
