import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { TwinLikeness } from '../rules/twinWords.ts'
import type { PeopleTables } from '../tables.ts'
import { anyOf } from './anyOf.ts'

/** What is known of whether two children of one birth are identical. */
export type Likeness = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly otherId: Uuid
  readonly likeness: TwinLikeness
  readonly source: string | null
  readonly author: string | null
}

/** @returns what stands about pairs of these people, the latest first; to who reads the record (B2) of both */
export async function likenessesAmong(work: Work, personIds: readonly Uuid[]): Promise<readonly Likeness[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<PeopleTables & Workers>()
    .selectFrom('twin_likeness as twins')
    .leftJoin('worker', 'worker.id', 'twins.noted_by')
    .selectAll('twins')
    .select('worker.display_name')
    .where('twins.person_id', '=', anyOf(personIds))
    .where('twins.other_id', '=', anyOf(personIds))
    .where('twins.withdrawn_why', 'is', null)
    .orderBy('twins.recorded_from', 'desc')
    .orderBy('twins.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    otherId: row.other_id,
    likeness: row.likeness,
    source: row.source,
    author: row.display_name,
  }))
}

/** What this query reads of the directory; the agencies module stands beside this one. */
type Workers = { worker: { id: Uuid; display_name: string } }
