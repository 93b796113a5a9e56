import { sql } from 'kysely'
import type { Work } from '#platform/db'

/**
 * Counts the kept figures of caseload afresh from the allocations: after a bulk load, and nightly. Services clockkeeper, importer and
 * storyteller may.
 * @returns how many figures of teams and months differed
 */
export async function gatherCaseload(work: Work): Promise<number> {
  const answer = await sql<{ differing: number }>`select access.gather_turns()::integer as differing`.execute(
    work.db(),
  )
  return answer.rows[0]?.differing ?? 0
}
