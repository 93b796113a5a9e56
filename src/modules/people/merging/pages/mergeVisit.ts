import { z } from 'zod'
import type { Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { personSummaries } from '../../queries/personSummaries.ts'
import { type Merge, namesOfWorkers } from '../queries/merges.ts'
import { mergeFacts } from './mergeFacts.ts'

/** A merge's page: which of its rows, or all for a spreadsheet. */
export const mergeQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  format: z.literal('csv').optional().catch(undefined),
})
export type MergeVisit = Visit<{ mergeId: Uuid }, z.infer<typeof mergeQuery>, unknown>

/** Who asked and what became of it, with the names of all concerned. */
export async function factsOf(visit: MergeVisit, merge: Merge) {
  const { work } = visit
  const people = new Map(
    (await personSummaries(work, [merge.survivorId, merge.mergedId])).map(one => [one.id, one]),
  )
  const workers = await namesOfWorkers(work, [
    merge.askedBy,
    merge.confirmedBy,
    merge.closedBy,
    merge.undoneBy,
  ])
  return mergeFacts(merge, people, workers)
}
