import { sql } from 'kysely'
import type { Work } from '#platform/db'

/** How many entries of one kind a day had. */
export type DayCount = {
  readonly day: Temporal.PlainDate
  readonly action: string
  readonly class: string
  readonly entries: number
}

/** Entries of the audit by London day, kind of act and class of user, newest day first. Nobody's name or record. */
export async function auditByDay(
  work: Work,
  firstDay: Temporal.PlainDate,
  lastDay: Temporal.PlainDate,
): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select day, action, class, entries from audit.by_day(${firstDay}, ${lastDay})
    order by day desc, action, class`.execute(work.db())
  return rows
}
