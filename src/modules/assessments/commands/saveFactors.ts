import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** What is to be ticked for one child. */
export type FactorsWanted = {
  readonly personId: Uuid
  readonly assessmentId: Uuid
  readonly codes: readonly string[]
}

/** Makes the ticks of each child what they shall be: one taken back stays as a row that was removed. */
export async function saveFactors(work: Work, wanted: readonly FactorsWanted[]): Promise<void> {
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment_factor')
    .select(['id', 'assessment_id', 'code', 'removed_on'])
    .where(
      'assessment_id',
      'in',
      wanted.map(({ assessmentId }) => assessmentId),
    )
    .execute()
  const isWanted = (row: { readonly assessment_id: Uuid; readonly code: string }) =>
    wanted.some(one => one.assessmentId === row.assessment_id && one.codes.includes(row.code))
  const gone = rows.filter(row => row.removed_on === null && !isWanted(row)).map(({ id }) => id)
  const back = rows.filter(row => row.removed_on !== null && isWanted(row)).map(({ id }) => id)
  const fresh = wanted.flatMap(({ personId, assessmentId, codes }) =>
    codes
      .filter(code => !rows.some(row => row.assessment_id === assessmentId && row.code === code))
      .map(code => ({ id: makeUuid(), person_id: personId, assessment_id: assessmentId, code })),
  )
  const mark = (ids: readonly Uuid[], removedOn: Temporal.PlainDate | null) =>
    work
      .db<AssessmentsTables>()
      .updateTable('assessment_factor')
      .set({ removed_on: removedOn })
      .where('id', 'in', ids)
      .execute()
  if (gone.length > 0) await mark(gone, work.today)
  if (back.length > 0) await mark(back, null)
  if (fresh.length > 0)
    await work.db<AssessmentsTables>().insertInto('assessment_factor').values(fresh).execute()
}
