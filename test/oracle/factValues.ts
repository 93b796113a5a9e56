import type { Fact } from './knownRow.ts'
import type { Table } from './tables.ts'
import type { Values } from './values.ts'

/** @returns the columns of a fact of the world in its table, but for its id. @param name that no other row has */
export function factValues(table: Table, fact: Fact, name: string): Values {
  const named = table === 'worker' ? { display_name: name } : table === 'team' ? { name } : {}
  return { ...dateValues(fact), ...ownValues(fact), ...named }
}

function dateValues(fact: Fact): Values {
  if ('startedOn' in fact) return { started_on: fact.startedOn, ended_on: fact.endedOn }
  return 'startsAt' in fact ? { starts_at: fact.startsAt, ends_at: fact.endsAt } : {}
}

/** Told apart by a part that no other fact has. */
function ownValues(fact: Fact): Values {
  if ('leftAt' in fact) return { class: fact.class, left_at: fact.leftAt }
  if ('kind' in fact) return { kind: fact.kind, service_area_id: fact.areaId }
  if ('createdAt' in fact) return { created_by: fact.createdBy, created_at: fact.createdAt, sex: 'U' }
  if ('familyId' in fact) return { family_id: fact.familyId, person_id: fact.personId, role: fact.role }
  if ('areaId' in fact)
    return {
      worker_id: fact.workerId,
      team_id: fact.teamId,
      service_area_id: fact.areaId,
      role: fact.role,
    }
  return { worker_id: fact.workerId } // a shift; allocations and involvements say the rest by their row
}
