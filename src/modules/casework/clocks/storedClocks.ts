import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ClockId } from '#reference'
import type { DerivedClock } from '../registry/clockSource.ts'
import type { CaseworkTables } from '../tables.ts'

/** A row of record.clock. */
export type StoredClock = DerivedClock & { readonly id: Uuid }

/** The clocks of these people, running and stopped. */
export const storedClocks = readOnce(readStoredClocks)

async function readStoredClocks(work: Work, personIds: readonly Uuid[]): Promise<readonly StoredClock[]> {
  const rows = await clockRows(work).where('person_id', 'in', personIds).execute()
  return rows.map(asClock)
}

/** One clock, or null when it is absent or not the reader's to see. */
export async function storedClock(work: Work, id: Uuid): Promise<StoredClock | null> {
  const row = await clockRows(work).where('id', '=', id).executeTakeFirst()
  return row ? asClock(row) : null
}

/** Clocks still running, soonest due first. */
export async function openClocks(work: Work, personIds: readonly Uuid[]): Promise<readonly StoredClock[]> {
  if (personIds.length === 0) return []
  const rows = await clockRows(work)
    .where('person_id', 'in', personIds)
    .where('outcome', '=', 'open')
    .orderBy('due_at')
    .execute()
  return rows.map(asClock)
}

function clockRows(work: Work) {
  return work
    .db<CaseworkTables>()
    .selectFrom('clock')
    .select([
      'id',
      'person_id',
      'definition_id',
      'definition_version',
      'trigger_kind',
      'trigger_id',
      'sequence',
      'trigger_on',
      'trigger_at',
      'due_on',
      'due_at',
      'limit_value',
      'limit_unit',
      'satisfied_on',
      'satisfied_id',
      'outcome',
      'outcome_reason',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof clockRows>['execute']>>[number]

function asClock(row: Row): StoredClock {
  return {
    id: row.id,
    personId: row.person_id,
    definitionId: row.definition_id as ClockId, // written by clockChain only
    definitionVersion: row.definition_version,
    triggerKind: row.trigger_kind,
    triggerId: row.trigger_id,
    sequence: row.sequence,
    triggerOn: row.trigger_on,
    triggerAt: row.trigger_at,
    dueOn: row.due_on,
    dueAt: row.due_at,
    limitValue: row.limit_value,
    limitUnit: row.limit_unit,
    satisfiedOn: row.satisfied_on,
    satisfiedId: row.satisfied_id,
    outcome: row.outcome,
    outcomeReason: row.outcome_reason,
  }
}
