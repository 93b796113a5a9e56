import { workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import type { Owner, PlanAction, PlanOutcome } from './plan.ts'

/** Outcomes of these plans with their actions, in the order of the page; open ones first. */
export const outcomesOf = readOnce(readOutcomesOf)

async function readOutcomesOf(work: Work, planIds: readonly Uuid[]): Promise<readonly PlanOutcome[]> {
  if (planIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_outcome')
    .select([
      'id',
      'person_id',
      'plan_id',
      'need_id',
      'outcome',
      'baseline',
      'what_will_change',
      'status',
      'status_reason',
      'ended_on',
      'version',
    ])
    .where('plan_id', 'in', planIds)
    .orderBy('place')
    .orderBy('id')
    .execute()
  const actions = Map.groupBy(
    await readActions(
      work,
      rows.map(row => row.id),
    ),
    action => action.outcomeId,
  )
  return rows
    .map(row => ({
      id: row.id,
      personId: row.person_id,
      planId: row.plan_id,
      needId: row.need_id,
      outcome: row.outcome,
      baseline: row.baseline,
      whatWillChange: row.what_will_change,
      status: row.status,
      statusReason: row.status_reason,
      endedOn: row.ended_on,
      version: row.version,
      actions: actions.get(row.id) ?? [],
    }))
    .toSorted((one, other) => Number(one.status !== 'open') - Number(other.status !== 'open'))
}

async function readActions(work: Work, outcomeIds: readonly Uuid[]): Promise<readonly PlanAction[]> {
  if (outcomeIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_action')
    .select([
      'id',
      'outcome_id',
      'what',
      'owner_worker_id',
      'owner_person_id',
      'owner_name',
      'due_on',
      'done_on',
      'result',
      'version',
    ])
    .where('outcome_id', 'in', outcomeIds)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const names = await namesOf(work, rows)
  return rows.map(row => {
    const owner = ownerOf(row)
    return {
      id: row.id,
      outcomeId: row.outcome_id,
      what: row.what,
      owner,
      ownerName: owner.kind === 'name' ? owner.name : (names.get(owner.id) ?? unknown[owner.kind]),
      dueOn: row.due_on,
      doneOn: row.done_on,
      result: row.result,
      version: row.version,
    }
  })
}

const unknown = { worker: 'A worker', person: 'Somebody of the family' } as const

type Owned = Pick<CaseworkTables['plan_action'], 'owner_worker_id' | 'owner_person_id' | 'owner_name'>

function ownerOf(row: Owned): Owner {
  if (row.owner_worker_id !== null) return { kind: 'worker', id: row.owner_worker_id }
  if (row.owner_person_id !== null) return { kind: 'person', id: row.owner_person_id }
  return { kind: 'name', name: row.owner_name ?? '' }
}

async function namesOf(work: Work, rows: readonly Owned[]): Promise<ReadonlyMap<Uuid, string>> {
  const workers = await workerNames(
    work,
    rows.flatMap(row => row.owner_worker_id ?? []),
  )
  const people = await personSummaries(work, [...new Set(rows.flatMap(row => row.owner_person_id ?? []))])
  return new Map([...workers, ...people.map(person => [person.id, person.displayName] as const)])
}
