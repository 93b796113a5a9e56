import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ClockStanding } from '../loading/clockStanding.ts'

/** How the clocks of these children stand on a day: those begun by then, and what was done by then. */
export async function clockStandings(
  work: Work,
  personIds: readonly Uuid[],
  asAt: Temporal.PlainDate,
): Promise<readonly ClockStanding[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<ClockStanding>`
    select definition_id as clock,
      count(*) filter (where satisfied_on <= ${asAt}::date and outcome = 'on_time') as "onTime",
      count(*) filter (where outcome = 'late' and (satisfied_on is null or satisfied_on <= ${asAt}::date)) as late,
      count(*) filter (where is_open and due_on < ${asAt}::date) as overdue,
      count(*) filter (where is_open and due_on >= ${asAt}::date) as running
    from (select definition_id, satisfied_on, outcome, due_on,
            outcome = 'open' or satisfied_on > ${asAt}::date as is_open
          from clock where person_id = any (${personIds}::uuid[]) and trigger_on <= ${asAt}::date
            and outcome not in ('not_required', 'superseded')) c
    group by definition_id order by definition_id`.execute(work.db())
  return rows
}
