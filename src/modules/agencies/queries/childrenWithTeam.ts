import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/**
 * How many children stand with a team, for whoever would close it: a number without a child.
 * @returns null when there are none; 0 when all who are there are kept from the asker
 */
export async function childrenWithTeam(work: Work, teamId: Uuid): Promise<number | null> {
  const { rows } = await sql<{
    count: number | null
  }>`select access.children_with_team(${teamId}) as count`.execute(work.db())
  return rows[0]?.count ?? null
}
