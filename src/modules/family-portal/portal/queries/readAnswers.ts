import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { InsideTables } from './tables.ts'

/** Something that the reader said of a copy, as they said it. */
export type SaidOfCopy = {
  readonly part: number | null
  readonly kind: string
  readonly words: string | null
  readonly at: Temporal.Instant
}

/** What whoever is in said of a copy, in the order in which they said it. */
export async function readAnswers(work: Work, copyId: Uuid): Promise<readonly SaidOfCopy[]> {
  const rows = await work
    .db<InsideTables>()
    .selectFrom('copy_answer')
    .select(['part', 'kind', 'words', 'given_at'])
    .where('copy_id', '=', copyId)
    .where('by_recipient', '=', true)
    .orderBy('given_at')
    .orderBy('part')
    .execute()
  return rows.map(row => ({ part: row.part, kind: row.kind, words: row.words, at: row.given_at }))
}
