import { workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { AllocationRefusal } from '../../commands/checkAllocation.ts'
import type { Names } from './refusalIssues.ts'

/** The names that messages about these refusals need; of people whom the reader may not see, none. */
export async function namesFor(work: Work, refusals: readonly AllocationRefusal[]): Promise<Names> {
  const childIds = refusals.flatMap(one => ('personId' in one ? [one.personId] : []))
  const workerIds = refusals.flatMap(one =>
    'workerId' in one && one.workerId !== null ? [one.workerId] : [],
  )
  const children = new Map((await personSummaries(work, childIds)).map(one => [one.id, one.displayName]))
  const workers = await workerNames(work, workerIds)
  return {
    child: id => children.get(id) ?? 'A child you may not see',
    worker: id => workers.get(id) ?? 'Somebody',
  }
}
