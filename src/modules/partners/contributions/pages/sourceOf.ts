import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type AgencyTie, agencyTie } from '../queries/agencyTie.ts'
import { type Contribution, contributionsOf } from '../queries/readContributions.ts'

/** For whom the acting person tells, of whom, and which of their own texts they correct. */
export type Source = Pick<AgencyTie, 'organisationId' | 'organisation' | 'role'> & {
  readonly name: string
  readonly corrects: Contribution | null
}

/**
 * @returns null for whoever does not work with the child for another agency today. A correction: for its author alone, while they do so, or
 * while somebody waits for their answer
 */
export async function sourceOf(
  work: Work,
  { personId, contributionId }: { readonly personId: Uuid; readonly contributionId?: Uuid },
): Promise<Source | null> {
  const tie = await agencyTie(work, personId)
  const [person] = await personSummaries(work, [personId])
  const name = person?.displayName ?? 'Somebody whom you worked with'
  if (contributionId === undefined) return tie === null ? null : { ...tie, name, corrects: null }
  const all = await contributionsOf(work, personId)
  const corrects = all.find(({ id, authorId }) => id === contributionId && authorId === work.actor.id)
  if (corrects === undefined || all.some(({ correctsId }) => correctsId === contributionId)) return null
  const isAsked = corrects.queries.some(({ answer }) => answer === null)
  if (tie === null && !isAsked) return null
  const { organisationId, organisation, role } = corrects
  return { organisationId, organisation, role, name, corrects }
}
