import { type CopyContent, readCopyContent } from '#modules/child-protection'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { InsideTables } from './tables.ts'

/** A copy that was given to whoever is in, as far as a list tells. */
export type GivenCopy = {
  readonly id: Uuid
  readonly content: CopyContent
  readonly givenAt: Temporal.Instant
  readonly isOpened: boolean
  readonly isAnswered: boolean
}

/** The copies of whoever is in, newest first. */
export async function readCopies(work: Work): Promise<readonly GivenCopy[]> {
  const db = work.db<InsideTables>()
  const rows = await db
    .selectFrom('paper_copy as copy')
    .select(['copy.id', 'copy.content', 'copy.released_at'])
    .select(eb => [
      eb
        .exists(
          eb
            .selectFrom('copy_event as event')
            .select('event.id')
            .whereRef('event.copy_id', '=', 'copy.id')
            .where('event.kind', '=', 'opened')
            .where('event.way', '=', 'portal'),
        )
        .as('is_opened'),
      eb
        .exists(
          eb
            .selectFrom('copy_answer as answer')
            .select('answer.id')
            .whereRef('answer.copy_id', '=', 'copy.id')
            .where('answer.by_recipient', '=', true),
        )
        .as('is_answered'),
    ])
    .where('copy.released_at', 'is not', null)
    .orderBy('copy.released_at', 'desc')
    .orderBy('copy.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    content: readCopyContent(row.content),
    givenAt: row.released_at as Temporal.Instant, // not null: asked for above
    isOpened: Boolean(row.is_opened),
    isAnswered: Boolean(row.is_answered),
  }))
}

/** One copy, or null when it is not there or not theirs. */
export async function readCopy(work: Work, copyId: Uuid): Promise<CopyContent | null> {
  const row = await work
    .db<InsideTables>()
    .selectFrom('paper_copy')
    .select('content')
    .where('id', '=', copyId)
    .executeTakeFirst()
  return row === undefined ? null : readCopyContent(row.content)
}

/** Reports that were corrected after they were given: when, and the new copy where it is theirs by now. */
export async function readCorrections(
  work: Work,
): Promise<readonly { readonly givenAt: Temporal.Instant; readonly newCopyId: Uuid | null }[]> {
  const rows = await work
    .db<{ 'access.my_corrections': { given_at: Temporal.Instant; new_copy_id: Uuid | null } }>()
    .selectFrom(eb =>
      eb.fn<{ given_at: Temporal.Instant; new_copy_id: Uuid | null }>('access.my_corrections').as('c'),
    )
    .selectAll()
    .execute()
  return rows.map(row => ({ givenAt: row.given_at, newCopyId: row.new_copy_id }))
}
