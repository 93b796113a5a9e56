import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { protectionFactsOf } from '../../queries/protectionFactsOf.ts'

/** Whether an enquiry or a protection plan goes on: what there is to lead. */
export async function isUnderProtection(work: Work, personId: Uuid): Promise<boolean> {
  const { enquiries, plans } = await protectionFactsOf(work, [personId])
  return (
    plans.some(({ endedOn }) => endedOn === null) ||
    enquiries.some(({ outcome, outcomeOn }) => outcome === null && outcomeOn === null)
  )
}
