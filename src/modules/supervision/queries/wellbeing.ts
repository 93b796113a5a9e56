import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

/** How somebody said they are at work. */
export type WellbeingCheck = {
  readonly id: Uuid
  readonly checkedOn: Temporal.PlainDate
  readonly statements: readonly string[]
  /** 1 (not at all) to 5 (fully), in the order of the statements. */
  readonly scores: readonly number[]
  readonly words: string | null
  readonly isShared: boolean
}

/** A worker's checks as far as the reader may see them, newest first: all of one's own, and what was shared of another's. */
export async function wellbeingOf(
  work: Work,
  workerId: Uuid,
  offset: number,
  limit: number,
): Promise<readonly WellbeingCheck[]> {
  const rows = await work
    .db<SupervisionTables>()
    .selectFrom('wellbeing_check')
    .select(['id', 'checked_on', 'statements', 'scores', 'words', 'shared_with_manager'])
    .where('worker_id', '=', workerId)
    .orderBy('checked_on', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(row => ({
    id: row.id,
    checkedOn: row.checked_on,
    statements: row.statements,
    scores: row.scores as readonly number[], // held by the table's own constraint
    words: row.words,
    isShared: row.shared_with_manager,
  }))
}

/** How many checks of a worker the reader may see. */
export async function countWellbeing(work: Work, workerId: Uuid): Promise<number> {
  const { count } = await work
    .db<SupervisionTables>()
    .selectFrom('wellbeing_check')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('worker_id', '=', workerId)
    .executeTakeFirstOrThrow()
  return count
}

/** Numbers of one service area in a quarter that is over; of all areas together where it has no id. Null: too few to tell. */
export type AreaWellbeing = {
  readonly areaId: Uuid | null
  readonly checks: number | null
  readonly mean: number | null
}

/** The numbers that directors and leaders of areas may see; none of a past moment. */
export async function wellbeingByArea(
  work: Work,
  quarter: Temporal.PlainDate,
): Promise<readonly AreaWellbeing[]> {
  if (work.knownAt !== null) return []
  const answer: RawBuilder<{ area_id: Uuid | null; checks: number | null; mean: number | null }> = sql`
    select area_id, checks, mean::float8 as mean from access.wellbeing_by_area(${quarter}::date)`
  const { rows } = await answer.execute(work.db())
  return rows.map(row => ({ areaId: row.area_id, checks: row.checks, mean: row.mean }))
}
