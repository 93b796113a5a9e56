import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CheckedPupil } from './checkedPupil.ts'
import type { ToldPupil } from './toldPupil.ts'

/** Pupils as they were read, or as they waited to be sent. */
type Pupils = readonly ToldPupil[] | readonly CheckedPupil[]

/**
 * Keeps what a lead tells of pupils of their school who have open work; of all others nothing is kept.
 * @returns how many of those at the school today had open work; of whom a file tells with times on a roll, nothing
 */
export async function tellPupils(work: Work, schoolId: Uuid, pupils: Pupils): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    select access.tell_of_pupils(${schoolId}, ${JSON.stringify(pupils)}::jsonb) as kept`.execute(work.db())
  return rows[0]?.kept ?? 0
}

/** The same by a system of the school, which is told nothing of whom the council works with. As the listener. */
export async function systemTellsPupils(work: Work, schoolId: Uuid, pupils: Pupils): Promise<void> {
  await sql`select access.system_tells_of_pupils(${schoolId}, ${JSON.stringify(pupils)}::jsonb)`.execute(
    work.db(),
  )
}
