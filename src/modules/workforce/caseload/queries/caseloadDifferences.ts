import { sql } from 'kysely'
import { type Database, serviceActor } from '#platform/db'

/** How many kept figures of caseload, of teams and months, differ from the allocations: nought, unless something is broken. */
export async function caseloadDifferences(database: Database): Promise<number> {
  const answer = await database.as(serviceActor('verifier'), 'verify', work =>
    sql<{ differing: number }>`select access.turns_differing()::integer as differing`.execute(work.db()),
  )
  return answer.rows[0]?.differing ?? 0
}
