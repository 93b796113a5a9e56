import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import type { World } from './world.ts'

/** Tables whose rows are the facts of a world. */
export const factTables = [
  'worker',
  'team',
  'post',
  'duty_shift',
  'person',
  'family_member',
  'allocation',
  'involvement',
  'protection_lead',
  'strand',
  'contact',
  'transfer',
  'meeting',
  'meeting_invitee',
]

/** @returns a row for every fact of the world that is one, under the fact's own id or the `next` one. */
export function factRows(world: World, next: () => Uuid): readonly KnownRow[] {
  return [
    ...world.workers.map(fact => ({ table: 'worker', id: fact.id, personIds: [], fact })),
    ...world.teams.map(fact => ({ table: 'team', id: fact.id, personIds: [], fact })),
    ...world.posts.map(fact => ({ table: 'post', id: fact.id ?? next(), personIds: [], fact })),
    ...world.shifts.map(fact => ({ table: 'duty_shift', id: next(), personIds: [], fact })),
    ...world.people.map(fact => ({ table: 'person', id: fact.id, personIds: [fact.id], fact })),
    ...world.familyMembers.map(fact => ({
      ...ofPerson('family_member', fact, next),
      familyId: fact.familyId,
      role: fact.role,
    })),
    ...world.allocations.map(fact => ({
      ...ofPerson('allocation', fact, next),
      teamId: fact.teamId,
      workerId: fact.workerId,
      role: fact.role,
    })),
    ...world.involvements.map(fact => ({
      ...ofPerson('involvement', fact, next),
      workerId: fact.workerId,
    })),
    ...world.protectionLeads.map(fact => ({
      ...ofPerson('protection_lead', fact, next),
      workerId: fact.workerId,
    })),
    ...world.strands.map(fact => ({
      table: 'strand',
      id: fact.id,
      personIds: [fact.personId],
      familyId: fact.familyId,
      teamId: fact.teamId,
      workerId: fact.workerId,
      isClosed: fact.endedOn !== null,
      fact,
    })),
    ...world.transfers.map(fact => ({
      ...ofPerson('transfer', fact, next),
      teamId: fact.toTeamId,
      authorId: fact.requestedBy,
      isClosed: fact.isDecided,
    })),
  ]
}

function ofPerson<Fact extends { readonly personId: Uuid }>(table: string, fact: Fact, next: () => Uuid) {
  return { table, id: next(), personIds: [fact.personId], fact }
}
