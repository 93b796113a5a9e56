import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { StoredClock } from '../clocks/storedClocks.ts'
import type { CaseworkTables } from '../tables.ts'

/** Adds these clocks, in one statement however many they are. */
export async function insertClocks(work: Work, clocks: readonly StoredClock[]): Promise<void> {
  if (clocks.length === 0) return
  await sql`
    insert into clock (id, person_id, definition_id, definition_version, trigger_kind, trigger_id, sequence, trigger_on,
      trigger_at, due_on, due_at, limit_value, limit_unit, satisfied_on, satisfied_id, outcome, outcome_reason)
    select id, person_id, definition_id, definition_version, trigger_kind, trigger_id, sequence, trigger_on,
      trigger_at, due_on, due_at, limit_value, limit_unit, satisfied_on, satisfied_id, outcome, outcome_reason
    from ${given(clocks)}`.execute(work.db<CaseworkTables>())
}

/** Makes the rows of these clocks' ids say what is given here, in one statement. What makes a clock the same clock stays. */
export async function updateClocks(work: Work, clocks: readonly StoredClock[]): Promise<void> {
  if (clocks.length === 0) return
  await sql`
    update clock set person_id = given.person_id, definition_version = given.definition_version,
      trigger_kind = given.trigger_kind, trigger_on = given.trigger_on, trigger_at = given.trigger_at,
      due_on = given.due_on, due_at = given.due_at, limit_value = given.limit_value, limit_unit = given.limit_unit,
      satisfied_on = given.satisfied_on, satisfied_id = given.satisfied_id, outcome = given.outcome,
      outcome_reason = given.outcome_reason
    from ${given(clocks)} where clock.id = given.id`.execute(work.db<CaseworkTables>())
}

/** The clocks as a table named given: one array for each column, so that the statement's text is the same for any number. */
function given(clocks: readonly StoredClock[]) {
  const all = <Value>(one: (clock: StoredClock) => Value) => clocks.map(one)
  return sql`unnest(${all(clock => clock.id)}::uuid[], ${all(clock => clock.personId)}::uuid[],
    ${all(clock => clock.definitionId)}::text[], ${all(clock => clock.definitionVersion)}::integer[],
    ${all(clock => clock.triggerKind)}::text[], ${all(clock => clock.triggerId)}::uuid[],
    ${all(clock => clock.sequence)}::integer[], ${all(clock => clock.triggerOn)}::date[],
    ${all(clock => clock.triggerAt)}::timestamptz[], ${all(clock => clock.dueOn)}::date[],
    ${all(clock => clock.dueAt)}::timestamptz[], ${all(clock => clock.limitValue)}::integer[],
    ${all(clock => clock.limitUnit)}::text[], ${all(clock => clock.satisfiedOn)}::date[],
    ${all(clock => clock.satisfiedId)}::uuid[], ${all(clock => clock.outcome)}::text[],
    ${all(clock => clock.outcomeReason)}::text[])
    as given (id, person_id, definition_id, definition_version, trigger_kind, trigger_id, sequence, trigger_on, trigger_at,
      due_on, due_at, limit_value, limit_unit, satisfied_on, satisfied_id, outcome, outcome_reason)`
}
