import { caseloads, mayHoldChildren, posts, readSetting, roleWords } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { plural } from '#ui'
import { practitionersInPost } from '../../commands/practitionersInPost.ts'
import { whoIsInvolved } from '../../queries/whoIsInvolved.ts'

/** Somebody to whom a child could be given, with what they carry now. */
export type Candidate = {
  readonly workerId: Uuid
  readonly name: string
  readonly role: string
  /** "12 children, 15 per FTE, at the authority's number or over". */
  readonly carries: string
}

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** The workers of a team who may hold a child, those who carry least first. */
export async function candidates(work: Work, teamId: Uuid): Promise<readonly Candidate[]> {
  const held = (await posts(work, { teamIds: [teamId] })).filter(mayHoldChildren)
  const byWorker = Map.groupBy(held, post => post.workerId)
  const loads = await caseloads(work, [...byWorker.keys()])
  const alert = await readSetting(work, 'caseload.alert')
  return [...byWorker]
    .map(([workerId, own]) => {
      const { led } = loads.get(workerId) ?? { led: 0 }
      const fte = own.filter(post => post.holdsCases).reduce((sum, post) => sum + post.fte, 0)
      const perFte = fte > 0 ? led / fte : null
      return {
        workerId,
        name: own[0]?.workerName ?? '',
        role: [...new Set(own.map(post => roleWords[post.role]))].join(', '),
        carries: `${plural(led, 'child', 'children')}${ratioWords(perFte, alert)}`,
        order: perFte ?? Number.POSITIVE_INFINITY,
      }
    })
    .toSorted((one, other) => one.order - other.order || one.name.localeCompare(other.name, 'en-GB'))
    .map(({ order, ...candidate }) => candidate)
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

function ratioWords(perFte: number | null, alert: number): string {
  if (perFte === null) return ', no case-holding post'
  return `, ${oneDecimal.format(perFte)} per FTE${perFte >= alert ? `: at the authority’s number of ${alert} or over` : ''}`
}
