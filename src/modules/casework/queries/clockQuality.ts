import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type ClockId, clocksById } from '#reference'
import { formatDate } from '#ui'
import type { QualityIssue, QualitySource } from '../registry/recordSection.ts'
import type { CaseworkTables } from '../tables.ts'
import { qualityScope } from './qualityScope.ts'

type Row = {
  id: Uuid
  person_id: Uuid
  definition_id: string
  due_on: Temporal.PlainDate
  outcome: 'open' | 'late'
  satisfied_on: Temporal.PlainDate | null
}

/** Clocks that are overdue now, and those that were met late or missed in the last twelve months. */
export const clockQuality: QualitySource = {
  name: 'clocks',
  title: 'Late and overdue',
  count: async work => (await clockIssues(work)).length,
  issues: async (work, offset, limit) => (await clockIssues(work)).slice(offset, offset + limit),
}

/** Overdue ones first, each group by the day it was due. */
async function clockIssues(work: Work): Promise<readonly QualityIssue[]> {
  const scope = await qualityScope(work)
  const { rows } = await sql<Row>`
    with child as materialized (${scope})
    select clock.id, clock.person_id, clock.definition_id, clock.due_on, clock.outcome, clock.satisfied_on
    from clock join child on child.person_id = clock.person_id
    where clock.outcome = 'open' and clock.due_on < ${work.today}::date
    union all
    select clock.id, clock.person_id, clock.definition_id, clock.due_on, clock.outcome, clock.satisfied_on
    from clock join child on child.person_id = clock.person_id
    where clock.outcome = 'late' and clock.due_on >= ${work.today.subtract({ years: 1 })}::date
    order by outcome desc, due_on, id`.execute(work.db<CaseworkTables>())
  return rows.map(asIssue)
}

function asIssue(row: Row): QualityIssue {
  const name = clocksById.get(row.definition_id as ClockId)?.name ?? row.definition_id // an unknown id finds nothing
  const due = formatDate(row.due_on)
  const isOpen = row.outcome === 'open'
  const done = row.satisfied_on ? `done ${formatDate(row.satisfied_on)}` : 'not done before it ended'
  return {
    personId: row.person_id,
    kind: 'clock',
    rule: name,
    problem: isOpen ? `Overdue: was due ${due}` : `Late: was due ${due}, ${done}`,
    mend: isOpen
      ? 'Do it and record it; if it was done, record the day on which it was'
      : 'Check the dates; correct the record if it was done in time, else nothing can mend it',
    severity: isOpen ? 'error' : 'information',
    on: row.due_on,
    href: `/clocks/${row.id}`,
  }
}
