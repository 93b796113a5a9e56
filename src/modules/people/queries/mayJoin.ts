import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'

/**
 * Whether the acting person may put somebody into a family. Joining shows a family's members to whoever works with
 * one of them: it takes the right to write about all of them, and a record opened with a reason is not enough.
 */
export async function mayJoin(work: Work, personId: Uuid, familyId: Uuid, role: string): Promise<boolean> {
  const answer = await sql<{ may: boolean }>`
    select access.may_join(${personId}::uuid, ${familyId}::uuid, ${role}) as may`.execute(
    work.db<PeopleTables>(),
  )
  return answer.rows[0]?.may === true
}
