import { postsOf } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** What somebody is to a front door; the database decides the same again. */
export type Standing = {
  /** Works in its team: reads what was decided too. */
  readonly isStaff: boolean
  /** Qualified in social work, or manages: decides (Working Together 2023, chapter 3). */
  readonly mayDecide: boolean
  /** Sits at its table for another agency: until the decision. */
  readonly isPartner: boolean
  /** Out of hours: acts at once on danger, and hands over to the day. */
  readonly isDuty: boolean
}

const deciding: ReadonlySet<string> = new Set([
  'social_worker',
  'senior_social_worker',
  'team_manager',
  'duty_manager',
])

/** @param teamId the team that received the contact; null for any team's */
export async function standing(work: Work, teamId: Uuid | null): Promise<Standing> {
  const held = (await postsOf(work, work.actor.id)).filter(post => teamId !== null && post.teamId === teamId)
  const mayDecide = held.some(({ role }) => deciding.has(role))
  return {
    mayDecide,
    isStaff: mayDecide || held.some(({ role }) => role === 'business_support'),
    isPartner: held.some(({ role }) => role === 'mash_partner'),
    isDuty: work.actor.class === 'duty',
  }
}
