import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

/** What somebody says is wrong in a complete session. */
export type Correction = {
  readonly words: string
  readonly byName: string
  readonly at: Temporal.Instant
}

/** Corrections beside a session, in the order in which they were made. */
export async function correctionsOf(work: Work, sessionId: Uuid): Promise<readonly Correction[]> {
  const rows = await work
    .db<SupervisionTables & AgenciesTables>()
    .selectFrom('supervision_correction as said')
    .innerJoin('worker', 'worker.id', 'said.made_by')
    .select(['said.words', 'said.recorded_from', 'worker.display_name'])
    .where('said.session_id', '=', sessionId)
    .orderBy('said.id')
    .execute()
  return rows.map(row => ({ words: row.words, byName: row.display_name, at: row.recorded_from }))
}
