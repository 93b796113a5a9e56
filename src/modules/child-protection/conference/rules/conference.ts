import type { Uuid } from '#platform/ids'
import { type Invitee, isAsked, type Meeting, type MeetingKind, tookPart } from '../../meeting/index.ts'

export type ConferenceKind = Extract<MeetingKind, 'initial' | 'review' | 'transfer_in' | 'pre_birth'>

/** Whether a meeting is a conference, which an independent chair decides. */
export const isConference = <M extends Pick<Meeting, 'kind'>>(
  meeting: M,
): meeting is M & { readonly kind: ConferenceKind } =>
  meeting.kind !== 'strategy' && meeting.kind !== 'core_group'

export type ConferenceDecision = 'plan' | 'no_plan' | 'plan_continues' | 'plan_ends'

/** What a conference decides of one child. */
export type ChildDecided = {
  readonly personId: Uuid
  readonly decision: ConferenceDecision
  /** Of a plan: the category, and why the threshold is met. */
  readonly category: string | null
  readonly thresholdReason: string | null
  readonly reasons: string
}

/** What a conference of this kind may decide of a child. */
export const decisionsOf = (kind: ConferenceKind): readonly ConferenceDecision[] =>
  kind === 'review' ? ['plan_continues', 'plan_ends'] : ['plan', 'no_plan']

/** A decision that leaves the child with a plan: it has a category and why the threshold is met. */
export const keepsPlan = (decision: ConferenceDecision): boolean =>
  decision === 'plan' || decision === 'plan_continues'

export { isOnWeekend } from '../../meeting/rules/conferenceDay.ts'

export type ConferenceQuorum = {
  readonly socialCare: boolean
  /** Agencies there beside social care, and how many there must be. */
  readonly others: readonly string[]
  readonly needed: number
}

/** Who is there: social care and so many other agencies, as the authority sets it (a norm of partnerships, not of Working Together). */
export function conferenceQuorum(
  invitees: readonly Pick<Invitee, 'agency' | 'attended' | 'withdrawnAt'>[],
  needed: number,
): ConferenceQuorum {
  const agencies = new Set(invitees.filter(tookPart).flatMap(({ agency }) => agency ?? []))
  return {
    socialCare: agencies.has('social_care'),
    others: [...agencies].filter(agency => agency !== 'social_care'),
    needed,
  }
}

/** What is lacking of a quorum, in codes; empty when it is quorate. */
export const lackingOf = ({ socialCare, others, needed }: ConferenceQuorum): readonly string[] => [
  ...(socialCare ? [] : ['social_care']),
  ...(others.length >= needed ? [] : ['agencies']),
]

/** Agencies asked to bring a report, without those who are not asked any more. */
export const expectsReport = (one: Pick<Invitee, 'reportExpected' | 'withdrawnAt'>): boolean =>
  one.reportExpected && isAsked(one)
