import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** Whether a plan of whatever law runs for the child today: of protection, or for a child in need (whose own module keeps it). */
export async function hasPlan(work: Work, personId: Uuid): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from cp_plan where person_id = ${personId} and ended_on is null)
      or exists (select from cin_plan where person_id = ${personId} and ended_on is null) as found`.execute(
    work.db<ChildProtectionTables>(),
  )
  return rows[0]?.found === true
}
