import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** One kind of page or change in an opening, and how often. */
export type SeenInOpening = {
  readonly action: string
  readonly resource: string
  readonly times: number
  readonly firstAt: Temporal.Instant
  readonly lastAt: Temporal.Instant
}

/** What was looked at while a record was open with a reason, for whoever answers for it or opened it; nothing for others. */
export async function seenInOpening(work: Work, openingId: Uuid): Promise<readonly SeenInOpening[]> {
  const { rows } = await sql<SeenInOpening>`
    select action, resource, times, first_at as "firstAt", last_at as "lastAt"
    from audit.seen_in_opening(${openingId}) order by first_at, resource, action`.execute(work.db())
  return rows
}
