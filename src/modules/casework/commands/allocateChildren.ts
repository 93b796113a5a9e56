import { sql } from 'kysely'
import { ledTeams, mayHoldChildren, mayLeadAsSocialWorker, posts } from '#modules/agencies'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AllocationRole } from '../queries/workList.ts'
import type { AllocationWanted } from './allocationWanted.ts'
import { type AllocationRefusal, checkAllocation, type Spell } from './checkAllocation.ts'
import { heldBy, lockChildren, mayWrite } from './holdings.ts'
import { practitionersInPost } from './practitionersInPost.ts'

/** How many children were allocated, or everything that stands against it: then nothing has changed. */
export type Allocated =
  | { readonly outcome: 'allocated'; readonly children: number }
  | { readonly outcome: 'refused'; readonly refusals: readonly AllocationRefusal[] }

/**
 * Gives children to a worker, or to a team's queue, in the caller's transaction: what the new allocation replaces (the
 * queue, and in a transfer the lead) ends on the day it starts. The worker gets a notice for each child, and the event
 * child.allocated goes out. A lead practitioner may be of any agency: the child stays with the team. For whoever directs the team that holds the child; the database decides too.
 */
export async function allocateChildren(work: Work, wanted: AllocationWanted): Promise<Allocated> {
  const personIds = [...new Set(wanted.personIds)].toSorted()
  await lockChildren(work, personIds)
  const held = await heldBy(work, personIds)
  const inTeam = (await posts(work, { teamIds: [wanted.teamId] })).filter(mayHoldChildren)
  const refusals = checkAllocation(
    { ...wanted, personIds },
    {
      today: work.today,
      held,
      writable: await mayWrite(work, personIds),
      ledTeamIds: new Set((await ledTeams(work, work.actor.id)).map(({ id }) => id)),
      teamWorkerIds: new Set(inTeam.map(post => post.workerId)),
      socialWorkerIds: new Set(inTeam.filter(mayLeadAsSocialWorker).map(post => post.workerId)),
      inPost: await inPost(work, wanted),
      practitionerIds: await practitionersInPost(work, wanted.workerId === null ? [] : [wanted.workerId]),
    },
  )
  if (refusals.length > 0) return { outcome: 'refused', refusals }
  const replaced = held.filter(one => one.endedOn === null && replaces(wanted, one.role)).map(({ id }) => id)
  await replace(work, wanted, personIds, replaced)
  await tell(work, wanted, personIds)
  return { outcome: 'allocated', children: personIds.length }
}

/** When the worker has been there: in the team, or, as a lead practitioner, in any post. */
async function inPost(work: Work, { workerId, teamId, role }: AllocationWanted): Promise<readonly Spell[]> {
  if (workerId === null) return []
  const held = await posts(work, { workerIds: [workerId], past: true })
  return role === 'lead_practitioner' ? held : held.filter(post => post.teamId === teamId)
}

/** A new lead, or a queue, takes the place of the queue and of the lead; others work beside them. */
function replaces(wanted: AllocationWanted, role: AllocationRole): boolean {
  if (wanted.role === 'co_worker' || wanted.role === 'conference_chair') return false
  return role === 'queue' || role === 'lead_social_worker' || role === 'lead_practitioner'
}

/**
 * Ends and starts in one statement: row-level security is then asked while the acting person still has the access that
 * the ending one gave them, and the one-lead rule is checked when the former lead has ended.
 */
async function replace(
  work: Work,
  wanted: AllocationWanted,
  personIds: readonly Uuid[],
  replaced: readonly Uuid[],
): Promise<void> {
  const ids = personIds.map(() => makeUuid())
  const { numAffectedRows } = await sql`
    with ended as (
      update allocation set ended_on = ${wanted.startedOn}::date, reason = coalesce(${wanted.reason}, reason)
      where id = any (${[...replaced]}::uuid[]) returning id
    )
    insert into allocation (id, person_id, team_id, worker_id, role, started_on, reason)
    select given.id, given.person_id, ${wanted.teamId}::uuid, ${wanted.workerId}::uuid, ${wanted.role},
      ${wanted.startedOn}::date, ${wanted.reason}
    from unnest(${ids}::uuid[], ${[...personIds]}::uuid[]) given (id, person_id)
    where (select count(*) from ended) = ${replaced.length}::integer`.execute(work.db())
  if (numAffectedRows !== BigInt(personIds.length))
    throw new Error('The allocations to end could not all be ended, though policy allowed it')
}

async function tell(work: Work, wanted: AllocationWanted, personIds: readonly Uuid[]): Promise<void> {
  const db = work.db<ServiceTables>()
  const { workerId, teamId, role, startedOn } = wanted
  if (workerId !== null && workerId !== work.actor.id)
    await db
      .insertInto('app.notice')
      .values(
        personIds.map(personId => ({
          worker_id: workerId,
          kind: 'work_given',
          path: `/people/${personId}`,
          subject_id: personId,
        })),
      )
      .execute()
  const body = { personIds, workerId, teamId, role, startedOn: startedOn.toString() }
  await db
    .insertInto('app.outbox')
    .values({ event: 'child.allocated', body: JSON.stringify(body) })
    .execute()
}
