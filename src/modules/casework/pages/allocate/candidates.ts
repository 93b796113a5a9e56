import { caseloads, mayHoldChildren, posts, roleWords } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { plural } from '#ui'
import { practitionersInPost } from '../../commands/practitionersInPost.ts'
import { familyKeys } from '../../queries/familyKeys.ts'
import { whoIsInvolved } from '../../queries/whoIsInvolved.ts'
import type { Carried } from '../../registry/caseloadSource.ts'
import { registries } from '../../registry/registries.ts'

/** Somebody to whom a child could be given, with what they carry now. */
export type Candidate = {
  readonly workerId: Uuid
  readonly name: string
  readonly role: string
  /** "12 children, 15 per FTE, at the authority's number or over". */
  readonly carries: string
}

/**
 * The workers of a team who may hold a child, those who carry least first.
 * @param children who might be given to one of them together: what each would then carry is said too
 */
export async function candidates(
  work: Work,
  teamId: Uuid,
  children: readonly Uuid[] = [],
): Promise<readonly Candidate[]> {
  const held = (await posts(work, { teamIds: [teamId] })).filter(mayHoldChildren)
  const byWorker = Map.groupBy(held, post => post.workerId)
  const carried = await carriedBy(work, [...byWorker.keys()], children)
  return [...byWorker]
    .map(([workerId, own]) => {
      const { words, order } = carried.get(workerId) ?? { words: 'No child', order: 0 }
      const hasPost = own.some(({ holdsCases }) => holdsCases)
      return {
        workerId,
        name: own[0]?.workerName ?? '',
        role: [...new Set(own.map(post => roleWords[post.role]))].join(', '),
        carries: hasPost ? words : `${words}, no case-holding post`,
        order: hasPost ? order : Number.POSITIVE_INFINITY,
      }
    })
    .toSorted((one, other) => one.order - other.order || one.name.localeCompare(other.name, 'en-GB'))
    .map(({ order, ...candidate }) => candidate)
}

/** What each carries by the authority's rule; where no module counts by one, the number of children alone. */
async function carriedBy(
  work: Work,
  workerIds: readonly Uuid[],
  children: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Carried>> {
  const families = await familyKeys(work, children)
  const offered = children.map(personId => ({ personId, family: families.get(personId) ?? null }))
  if (registries.caseloadSource !== null)
    return await registries.caseloadSource.carried(work, workerIds, offered)
  const loads = await caseloads(work, workerIds)
  return new Map(
    workerIds.map(id => {
      const { led } = loads.get(id) ?? { led: 0 }
      return [id, { words: plural(led, 'child', 'children'), order: led }]
    }),
  )
}

/** Practitioners of other agencies and teams who work with the child: each may be their lead practitioner. */
export async function partnerCandidates(
  work: Work,
  personId: Uuid,
  offered: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const inTeam = new Set(offered.map(({ workerId }) => workerId))
  const ids = (await whoIsInvolved(work, personId)).flatMap(({ workerId }) => workerId ?? [])
  const others = await practitionersInPost(
    work,
    ids.filter(id => !inTeam.has(id)),
  )
  const held = await posts(work, { workerIds: [...others] })
  return [...Map.groupBy(held, post => post.workerId)].map(([workerId, own]) => ({
    workerId,
    name: own[0]?.workerName ?? '',
    role: [...new Set(own.map(post => roleWords[post.role]))].join(', '),
    carries: 'Works with the child: as lead practitioner only',
  }))
}
