import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/**
 * A mark of both records as they stand: another one when any fact of either has changed. Stands in the form, so that what somebody looked
 * at is what they send.
 * @returns null when these two are not the acting person's to join
 */
export async function mergeMark(work: Work, one: Uuid, other: Uuid): Promise<string | null> {
  const { rows } = await sql<{
    mark: string | null
  }>`select access.merge_mark(${one}, ${other}) as mark`.execute(work.db())
  return rows[0]?.mark ?? null
}

/** What the acting person may do with these two: ask, confirm too, or (null) not even know that they could be one. */
export async function mayMerge(work: Work, one: Uuid, other: Uuid): Promise<'writes' | 'directs' | null> {
  if (!['practitioner', 'duty'].includes(work.actor.class)) return null
  const { rows } = await sql<{
    may: 'writes' | 'directs' | null
  }>`select access.may_merge(${one}, ${other}) as may`.execute(work.db())
  return rows[0]?.may ?? null
}
