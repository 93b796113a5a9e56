import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** The factors found (CIN census N00181), by assessment. */
export async function factorsOf(work: Work, personId: Uuid): Promise<ReadonlyMap<Uuid, readonly string[]>> {
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment_factor')
    .select(['assessment_id', 'code'])
    .where('person_id', '=', personId)
    .where('removed_on', 'is', null)
    .orderBy('code')
    .execute()
  return new Map(
    [...Map.groupBy(rows, row => row.assessment_id)].map(([id, group]) => [
      id,
      group.map(({ code }) => code),
    ]),
  )
}
