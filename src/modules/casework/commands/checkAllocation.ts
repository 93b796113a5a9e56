import type { Uuid } from '#platform/ids'
import type { AllocationWanted } from './allocationWanted.ts'
import type { Holding } from './holdings.ts'

/** Why children cannot be allocated so. */
export type AllocationRefusal =
  | {
      readonly refusal:
        | 'no_child'
        | 'in_future'
        | 'no_worker'
        | 'not_in_team'
        | 'no_practitioner'
        | 'no_social_worker'
    }
  /** They came to the team, or to their post, after the day that was entered. */
  | { readonly refusal: 'not_in_post_then'; readonly earliest: Temporal.PlainDate }
  | { readonly refusal: 'may_not_allocate'; readonly personId: Uuid }
  /** Another holds the child as lead: transfer instead. */
  | { readonly refusal: 'has_lead'; readonly personId: Uuid; readonly workerId: Uuid | null }
  /** The worker, or the queue, holds the child so already. */
  | { readonly refusal: 'already_held'; readonly personId: Uuid }
  /** Somebody else held the child until then, or has held them only since then. */
  | { readonly refusal: 'too_early'; readonly personId: Uuid; readonly earliest: Temporal.PlainDate }

/** From and until which day; until nobody knows when. */
export type Spell = { readonly startedOn: Temporal.PlainDate; readonly endedOn: Temporal.PlainDate | null }

type Facts = {
  readonly today: Temporal.PlainDate
  /** Allocations of the children, ended ones too. */
  readonly held: readonly Holding[]
  /** Children in whose record the acting person may write. */
  readonly writable: ReadonlySet<Uuid>
  /** Teams whose work the acting person directs. */
  readonly ledTeamIds: ReadonlySet<Uuid>
  /** Workers who may hold children in the team that is to hold this one. */
  readonly teamWorkerIds: ReadonlySet<Uuid>
  /** Those of them who may be a lead social worker. */
  readonly socialWorkerIds: ReadonlySet<Uuid>
  /** When the worker has held a post in the team; of a lead practitioner, any post. */
  readonly inPost: readonly Spell[]
  /** Workers who may be a lead practitioner, of whatever agency. */
  readonly practitionerIds: ReadonlySet<Uuid>
}

const isLead = ({ role }: Pick<Holding, 'role'>): boolean =>
  role === 'lead_social_worker' || role === 'lead_practitioner'

/** Everything that stands against an allocation; nothing when it may be made. */
export function checkAllocation(wanted: AllocationWanted, facts: Facts): readonly AllocationRefusal[] {
  const general: AllocationRefusal[] = []
  if (wanted.personIds.length === 0) general.push({ refusal: 'no_child' })
  if (Temporal.PlainDate.compare(wanted.startedOn, facts.today) > 0) general.push({ refusal: 'in_future' })
  if ((wanted.role === 'queue') !== (wanted.workerId === null)) general.push({ refusal: 'no_worker' })
  if (wanted.workerId !== null && !facts.teamWorkerIds.has(wanted.workerId))
    if (wanted.role !== 'lead_practitioner') general.push({ refusal: 'not_in_team' })
    else if (!facts.practitionerIds.has(wanted.workerId)) general.push({ refusal: 'no_practitioner' })
  if (
    wanted.workerId !== null &&
    wanted.role === 'lead_social_worker' &&
    facts.teamWorkerIds.has(wanted.workerId) &&
    !facts.socialWorkerIds.has(wanted.workerId)
  )
    general.push({ refusal: 'no_social_worker' })
  if (general.length === 0) general.push(...againstDay(wanted.startedOn, facts.inPost))
  return [...general, ...wanted.personIds.flatMap(personId => againstChild(personId, wanted, facts))]
}

/** Nobody has held a child before they were there: with a day before their first post, or between two of them. */
function againstDay(on: Temporal.PlainDate, inPost: readonly Spell[]): readonly AllocationRefusal[] {
  const { compare } = Temporal.PlainDate
  const isThere = ({ startedOn, endedOn }: Spell) =>
    compare(startedOn, on) <= 0 && (endedOn === null || compare(on, endedOn) <= 0)
  const next = inPost
    .map(({ startedOn }) => startedOn)
    .filter(startedOn => compare(on, startedOn) < 0)
    .toSorted(compare)
    .at(0)
  return next === undefined || inPost.some(isThere) ? [] : [{ refusal: 'not_in_post_then', earliest: next }]
}

function againstChild(personId: Uuid, wanted: AllocationWanted, facts: Facts): readonly AllocationRefusal[] {
  const held = facts.held.filter(one => one.personId === personId)
  const running = held.filter(one => one.endedOn === null)
  // A child whom nobody holds now may be taken up by whoever directs the team that will.
  const teamIds = running.length > 0 ? running.map(one => one.teamId) : [wanted.teamId]
  if (!facts.writable.has(personId) || !teamIds.some(id => facts.ledTeamIds.has(id)))
    return [{ refusal: 'may_not_allocate', personId }]
  if (
    running.some(
      one => one.role === wanted.role && one.workerId === wanted.workerId && one.teamId === wanted.teamId,
    )
  )
    return [{ refusal: 'already_held', personId }]
  if (wanted.role === 'co_worker' || wanted.role === 'conference_chair') return []
  const lead = running.find(isLead)
  if (lead && !wanted.endsLead) return [{ refusal: 'has_lead', personId, workerId: lead.workerId }]
  const earliest = earliestStart(held, wanted.role === 'queue')
  return earliest && Temporal.PlainDate.compare(wanted.startedOn, earliest) < 0
    ? [{ refusal: 'too_early', personId, earliest }]
    : []
}

/** The first day on which a new lead can begin: what it replaces must have begun, and former leads have ended. */
function earliestStart(held: readonly Holding[], isQueue: boolean): Temporal.PlainDate | null {
  const days = held.flatMap(one => {
    if (one.endedOn === null) return isLead(one) || one.role === 'queue' ? [one.startedOn] : []
    return isLead(one) && !isQueue ? [one.endedOn] : []
  })
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? null
}
