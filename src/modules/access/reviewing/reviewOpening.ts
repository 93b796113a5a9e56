import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { auditOpening } from '../commands/auditOpening.ts'
import type { OpeningFinding } from './openings.ts'

export type ReviewedOpening = 'reviewed' | 'reviewed_already' | 'not_found'

/**
 * Keeps what somebody who answers for an opening found of it. Whoever opened is told; what was not justified is told to the
 * leader of the area too.
 */
export async function reviewOpening(
  work: Work,
  review: {
    readonly opening: { readonly id: Uuid; readonly personId: Uuid }
    readonly finding: OpeningFinding
    readonly remark: string
  },
): Promise<ReviewedOpening> {
  const { rows } = await sql<{ answer: ReviewedOpening }>`
    select access.review_opening(${review.opening.id}, ${review.finding}, ${review.remark}) as answer`.execute(
    work.db(),
  )
  const answer = rows[0]?.answer ?? 'not_found'
  if (answer === 'reviewed')
    await auditOpening(work, 'review_opening', review.opening.personId, { finding: review.finding })
  return answer
}
