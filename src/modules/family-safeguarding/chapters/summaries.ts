import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../tables.ts'
import type { ChapterKey } from './chapter.ts'

/** A month of one chapter, as it was shared with the team. */
export type Summary = ChapterKey & {
  readonly id: Uuid
  readonly month: Temporal.PlainDate
  readonly personIds: readonly Uuid[]
  readonly authorName: string
  readonly words: string
  readonly sharedOn: Temporal.PlainDate
  readonly version: number
}

const rowsOf = (work: Work, familyId: Uuid) =>
  work
    .db<FamilySafeguardingTables & AgenciesTables>()
    .selectFrom('chapter_summary as summary')
    .leftJoin('worker', 'worker.id', 'summary.author_id')
    .selectAll('summary')
    .select('worker.display_name')
    .where('summary.family_id', '=', familyId)
    .orderBy('summary.month', 'desc')
    .orderBy('summary.id')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]
const asSummary = (row: Row): Summary => ({
  id: row.id,
  discipline: row.discipline,
  worksWith: row.works_with,
  month: row.month,
  personIds: row.person_ids,
  authorName: row.display_name ?? 'A worker',
  words: row.words,
  sharedOn: row.shared_on,
  version: row.version,
})

/** Summaries of every chapter of the family that the reader may read, newest month first. */
export async function summariesOf(work: Work, familyId: Uuid): Promise<readonly Summary[]> {
  return (await rowsOf(work, familyId).execute()).map(asSummary)
}

/** The summary of one month of a chapter, or null while none is shared. */
export async function summaryOf(
  work: Work,
  familyId: Uuid,
  chapter: ChapterKey,
  month: Temporal.PlainDate,
): Promise<Summary | null> {
  const row = await rowsOf(work, familyId)
    .where('summary.discipline', '=', chapter.discipline)
    .where(eb => eb('summary.works_with', 'is not distinct from', chapter.worksWith))
    .where('summary.month', '=', month)
    .executeTakeFirst()
  return row === undefined ? null : asSummary(row)
}

export type SharedWords = {
  readonly words: string
  readonly personIds: readonly Uuid[]
  readonly version: number
  readonly submission: Uuid
}

/**
 * Shares a month's summary with the team, or changes one that is shared.
 * @returns stale where another was shared or changed meanwhile: nothing is written then
 */
export async function shareSummary(
  work: Work,
  familyId: Uuid,
  chapter: ChapterKey,
  month: Temporal.PlainDate,
  { words, personIds, version, submission }: SharedWords,
): Promise<'shared' | 'stale'> {
  const db = work.db<FamilySafeguardingTables>()
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('chapter_summary')
      .values({
        id: makeUuid(),
        family_id: familyId,
        discipline: chapter.discipline,
        works_with: chapter.worksWith,
        month,
        person_ids: [...personIds],
        author_id: work.actor.id,
        words,
        shared_on: work.today,
        submission,
      })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n ? 'shared' : 'stale'
  }
  const { numUpdatedRows } = await db
    .updateTable('chapter_summary')
    .set({ words, person_ids: [...personIds], version: version + 1 })
    .where('family_id', '=', familyId)
    .where('discipline', '=', chapter.discipline)
    .where(eb => eb('works_with', 'is not distinct from', chapter.worksWith))
    .where('month', '=', month)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'shared' : 'stale'
}
