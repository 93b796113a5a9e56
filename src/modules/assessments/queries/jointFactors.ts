import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** Factors found (CIN census N00181), by assessment, in the order of the census. */
export async function jointFactors(
  work: Work,
  assessmentIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly string[]>> {
  if (assessmentIds.length === 0) return new Map()
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment_factor')
    .select(['assessment_id', 'code'])
    .where('assessment_id', 'in', assessmentIds)
    .where('removed_on', 'is', null)
    .execute()
  const groups = Map.groupBy(rows, row => row.assessment_id)
  const inOrder = (codes: readonly string[]) =>
    codes.toSorted(
      (one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10) || one.localeCompare(other),
    )
  return new Map([...groups].map(([id, group]) => [id, inOrder(group.map(({ code }) => code))]))
}
