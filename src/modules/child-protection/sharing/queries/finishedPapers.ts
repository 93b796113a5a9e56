import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PaperKind } from '../rules/words.ts'

/** A finished paper, and to how many people it was given. */
export type FinishedPaper = {
  readonly id: Uuid
  readonly kind: PaperKind
  readonly about: readonly Uuid[]
  readonly finishedAt: Temporal.Instant
  readonly given: number
}

/** The finished papers about any of these children that the reader may read. */
export async function finishedPapers(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly FinishedPaper[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{
    id: Uuid
    kind: PaperKind
    person_ids: Uuid[]
    finished_at: Temporal.Instant
    given: number
  }>`
    select p.id, p.kind, p.person_ids, p.finished_at,
      (select count(*)::int from paper_copy c where c.paper_id = p.id and c.released_at is not null) as given
    from paper p where p.person_ids && ${[...personIds]}::uuid[] and p.finished_at is not null
    order by p.finished_at, p.id`.execute(work.db())
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    about: row.person_ids,
    finishedAt: row.finished_at,
    given: row.given,
  }))
}
