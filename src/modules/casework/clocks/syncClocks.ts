import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import { type ClockDifference, clockDifferences } from './clockDifferences.ts'

/**
 * Brings the running clocks of these people in line with the facts as they stand in this transaction. Every command
 * that adds, moves or removes a fact which a clock counts from calls it before it commits.
 * @returns how many clocks were started, moved or stopped
 */
export async function syncClocks(work: Work, personIds: readonly Uuid[]): Promise<number> {
  const differences = await clockDifferences(work, personIds)
  const missing = differences.flatMap(difference =>
    difference.kind === 'missing' ? [difference.derived] : [],
  )
  for (let from = 0; from < missing.length; from += 500) {
    await work
      .db<CaseworkTables>()
      .insertInto('clock')
      .values(missing.slice(from, from + 500).map(derived => ({ id: makeUuid(), ...columnsOf(derived) })))
      .execute()
  }
  for (const difference of differences) await mend(work, difference)
  return differences.length
}

async function mend(work: Work, difference: ClockDifference): Promise<void> {
  if (difference.kind === 'missing') return
  const update = work.db<CaseworkTables>().updateTable('clock').where('id', '=', difference.id)
  if (difference.kind === 'changed') await update.set(columnsOf(difference.derived)).execute()
  else
    await update
      .set({ outcome: 'superseded', outcome_reason: 'The fact that started it was corrected' })
      .execute()
}

type Derived = Extract<ClockDifference, { kind: 'missing' }>['derived']

function columnsOf(clock: Derived) {
  return {
    person_id: clock.personId,
    definition_id: clock.definitionId,
    definition_version: clock.definitionVersion,
    trigger_kind: clock.triggerKind,
    trigger_id: clock.triggerId,
    sequence: clock.sequence,
    trigger_on: clock.triggerOn,
    trigger_at: clock.triggerAt,
    due_on: clock.dueOn,
    due_at: clock.dueAt,
    limit_value: clock.limitValue,
    limit_unit: clock.limitUnit,
    satisfied_on: clock.satisfiedOn,
    satisfied_id: clock.satisfiedId,
    outcome: clock.outcome,
    outcome_reason: clock.outcomeReason,
  }
}
