import { sql } from 'kysely'
import { type Database, serviceActor } from '#platform/db'

/** How many rows of the access table differ from the rule, computed again from all facts: none must. */
export async function accessDifferences(database: Database): Promise<number> {
  const answer = await database.as(
    serviceActor('verifier'),
    'verify',
    work => sql<{ differing: number }>`select access.differences() as differing`.execute(work.db()),
    { statementSeconds: 600 },
  )
  return answer.rows[0]?.differing ?? 0
}
