import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { supervisionsOf } from './supervisionsOf.ts'

/** Whether the acting person changes what this group supervision says: who led it or holds the case, until the next is held. */
export async function mayReword(work: Work, supervisionId: Uuid): Promise<boolean> {
  if (work.knownAt !== null || !['practitioner', 'duty'].includes(work.actor.class)) return false
  const { rows } = await sql<{
    may: boolean
  }>`select access.may_reword(${supervisionId}::uuid) as may`.execute(work.db())
  return rows[0]?.may === true
}

/** Whether the acting person adds to a group supervision that they did not lead: the lead worker and the manager, until the next is held. */
export async function mayAddParts(work: Work, familyId: Uuid, supervisionId: Uuid): Promise<boolean> {
  if (work.knownAt !== null || !['practitioner', 'duty'].includes(work.actor.class)) return false
  const [last] = await supervisionsOf(work, familyId)
  if (last?.id !== supervisionId) return false
  const { rows } = await sql<{
    may: boolean
  }>`select access.may_add_parts(${familyId}::uuid) as may`.execute(work.db())
  return rows[0]?.may === true
}
