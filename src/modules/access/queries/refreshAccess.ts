import { sql } from 'kysely'
import type { Work } from '#platform/db'

/**
 * Brings the whole access table in line with the rule: after a bulk load, and nightly. Services clockkeeper, importer
 * and storyteller may.
 * @returns how many rows differed
 */
export async function refreshAccess(work: Work): Promise<number> {
  const answer = await sql<{ differing: number }>`select access.refresh_all() as differing`.execute(work.db())
  return answer.rows[0]?.differing ?? 0
}
