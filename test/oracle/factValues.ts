import { londonDate } from '#platform/time'
import type { Fact } from './knownRow.ts'
import { strandValues } from './strandRows.ts'
import type { Table } from './tables.ts'
import type { Values } from './values.ts'
import type { Contact, Invitation, Meeting, Strand, World } from './world.ts'

/** @returns the columns of a fact of the world in its table, but for its id. @param name that no other row has */
export function factValues(table: Table, fact: PlainFact, name: string): Values {
  if ('worksWith' in fact) return strandValues(fact, name)
  const named = table === 'worker' ? { display_name: name } : table === 'team' ? { name } : {}
  return { ...dateValues(fact), ...ownValues(fact, name), ...named }
}

/** A meeting and whom it asks say their values in a place of their own. */
type PlainFact = Exclude<Fact, Meeting | Invitation>

function dateValues(fact: Exclude<PlainFact, Strand>): Values {
  if ('startedOn' in fact) return { started_on: fact.startedOn, ended_on: fact.endedOn }
  return 'startsAt' in fact ? { starts_at: fact.startsAt, ends_at: fact.endsAt } : {}
}

/** Told apart by a part that no other fact has. */
function ownValues(fact: Exclude<PlainFact, Strand>, name: string): Values {
  if ('leftAt' in fact)
    return { class: fact.class, left_at: fact.leftAt, organisation_id: fact.organisationId ?? null }
  if ('kind' in fact) return { kind: fact.kind, service_area_id: fact.areaId }
  if ('createdAt' in fact) return { created_by: fact.createdBy, created_at: fact.createdAt, sex: 'U' }
  if ('receivedAt' in fact) return contactValues(fact, name)
  if ('requestedAt' in fact) return transferValues(fact, name)
  if ('familyId' in fact) return { family_id: fact.familyId, person_id: fact.personId, role: fact.role }
  if ('areaId' in fact)
    return {
      worker_id: fact.workerId,
      team_id: fact.teamId,
      service_area_id: fact.areaId,
      role: fact.role,
      covers_post_id: fact.coversId ?? null,
      fte: fact.coversId === undefined ? 1 : 0,
    }
  return { worker_id: fact.workerId } // a shift; allocations and involvements say the rest by their row
}

function contactValues(fact: Contact, name: string): Values {
  return {
    reference: name,
    team_id: fact.teamId,
    channel: 'telephone',
    received_at: fact.receivedAt,
    worries: name,
    created_by: fact.createdBy,
    person_ids: fact.personIds,
    decided_at: fact.isDecided ? fact.receivedAt.add({ minutes: 10 }) : null,
  }
}

function transferValues(fact: World['transfers'][number], name: string): Values {
  const decided = {
    decided_by: fact.requestedBy,
    decided_at: fact.requestedAt,
    outcome: 'withdrawn',
    reason: name,
  }
  return {
    person_id: fact.personId,
    to_team_id: fact.toTeamId,
    ...(fact.toTeamId === null ? { to_authority: 'Elsewhere', to_authority_contact: 'Somebody there' } : {}),
    handover: name,
    moves_on: londonDate(fact.requestedAt),
    requested_by: fact.requestedBy,
    requested_at: fact.requestedAt,
    ...(fact.isDecided ? decided : { decided_by: null, decided_at: null, outcome: null, reason: null }),
  }
}
