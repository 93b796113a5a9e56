import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { reviewDueOn } from './openings.ts'

/**
 * Tells those who answer for openings that a review is due today, and of late ones the leaders of the area too; each once.
 * For the clockkeeper, each morning.
 * @returns how many notices were made
 */
export async function remindOfReviews(work: Work): Promise<number> {
  const { rows } = await sql<{ id: Uuid; opened_at: Temporal.Instant }>`
    select id, opened_at from access.openings_waiting()`.execute(work.db())
  const standing = (row: { readonly opened_at: Temporal.Instant }): number =>
    Temporal.PlainDate.compare(reviewDueOn(row.opened_at), work.today)
  const due = rows.filter(row => standing(row) === 0).map(({ id }) => id)
  const late = rows.filter(row => standing(row) < 0).map(({ id }) => id)
  if (due.length + late.length === 0) return 0
  const told = await sql<{ told: number }>`
    select access.remind_of_reviews(${due}::uuid[], ${late}::uuid[]) as told`.execute(work.db())
  return told.rows[0]?.told ?? 0
}
