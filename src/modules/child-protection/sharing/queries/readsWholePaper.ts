import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/**
 * Whether the actor reads every part of a paper, those of safety data too: whoever does not cannot begin its correction, which would
 * lose what they were not shown.
 */
export async function readsWholePaper(work: Work, paperId: Uuid): Promise<boolean> {
  const { rows } = await sql<{
    whole: boolean
  }>`select access.reads_whole_paper(${paperId}) as whole`.execute(work.db())
  return rows[0]?.whole ?? false
}
