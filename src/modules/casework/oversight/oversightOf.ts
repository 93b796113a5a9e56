import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** One entry of management oversight about a child. */
export type OversightEntry = {
  readonly noteId: Uuid
  readonly at: Temporal.Instant
  /** Null where the note itself is hidden: it is also about somebody restricted from the reader. */
  readonly authorName: string | null
}

/** The latest entries of management oversight about a child, newest first. */
export async function oversightOf(
  work: Work,
  personId: Uuid,
  limit: number,
): Promise<readonly OversightEntry[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('note_person as part')
    .leftJoin('note', 'note.id', 'part.note_id')
    .leftJoin('worker', 'worker.id', 'note.author_id')
    .select(['part.note_id', 'part.happened_at', 'worker.display_name'])
    .where('part.person_id', '=', personId)
    .where('part.kind', '=', 'oversight')
    .where('part.outcome', '=', 'held')
    .where('part.happened_at', '<=', work.now)
    .orderBy('part.happened_at', 'desc')
    .orderBy('part.id')
    .limit(limit)
    .execute()
  return rows.map(row => ({ noteId: row.note_id, at: row.happened_at, authorName: row.display_name }))
}
