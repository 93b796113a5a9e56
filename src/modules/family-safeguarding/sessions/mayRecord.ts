import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Strand } from '../rules/strand.ts'

/** Whether the acting person may record a session in this strand: who works on it, who stands in for them, or who holds the case. */
export async function mayRecord(work: Work, strand: Strand, keeps: boolean): Promise<boolean> {
  if (strand.endedOn !== null || work.knownAt !== null) return false
  if (keeps || strand.workerId === work.actor.id) return true
  if (strand.workerId === null || work.actor.class === 'director') return false
  const { rows } = await sql<{ covers: boolean }>`
    select access.stands_in_for(${strand.workerId}::uuid, ${strand.teamId}::uuid) as covers`.execute(
    work.db(),
  )
  return rows[0]?.covers ?? false
}
