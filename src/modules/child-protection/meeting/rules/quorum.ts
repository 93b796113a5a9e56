import type { Agency, Invitee } from './invitee.ts'
import { isAsked, tookPart } from './invitee.ts'
import type { MeetingKind } from './meeting.ts'

/** How a quorum stands: whom it needs, who of them is asked, comes, or is there. */
export type Quorum = {
  readonly needs: readonly Agency[]
  /** Needed and not even asked. */
  readonly notAsked: readonly Agency[]
  /** Needed and not there (yet). */
  readonly absent: readonly Agency[]
}

/** Social care, police and health: without them it is no strategy discussion (Working Together 2023, chapter 3). */
const needed: Readonly<Partial<Record<MeetingKind, readonly Agency[]>>> = {
  strategy: ['social_care', 'police', 'health'],
}

/** The quorum of a meeting that names its agencies, from who is asked and who is there. */
export function quorumOf(
  kind: MeetingKind,
  invitees: readonly Pick<Invitee, 'agency' | 'attended' | 'withdrawnAt'>[],
): Quorum {
  const needs = needed[kind] ?? []
  const lacks = (some: readonly Pick<Invitee, 'agency'>[]) =>
    needs.filter(agency => !some.some(one => one.agency === agency))
  return { needs, notAsked: lacks(invitees.filter(isAsked)), absent: lacks(invitees.filter(tookPart)) }
}
