import type { Work } from '#platform/db'
import { covers } from './covers.ts'
import { ledTeams } from './ledTeams.ts'
import { type Post, type PostRole, posts, postsOf } from './posts.ts'
import { teams } from './teams.ts'

const managing: ReadonlySet<PostRole> = new Set(['team_manager', 'duty_manager', 'service_leader'])
const supervising: ReadonlySet<PostRole> = new Set([...managing, 'senior_social_worker'])
const socialWork: ReadonlySet<PostRole> = new Set(['social_worker', 'senior_social_worker'])
const practising: ReadonlySet<PostRole> = new Set([
  ...socialWork,
  'family_help_practitioner',
  'mental_health_practitioner',
  'substance_misuse_practitioner',
  'domestic_abuse_practitioner',
])

/** Whether somebody in this post works with children and families, and is covered by a colleague of the same calling. */
export const isPractising = ({ role }: Pick<Post, 'role'>): boolean => practising.has(role)

/**
 * Posts for which the acting person may arrange cover: their own as a manager or practitioner; for a manager those of the team's
 * practitioners; for a service leader those of all managers and practitioners of the area.
 */
export async function coverablePosts(work: Work): Promise<readonly Post[]> {
  const own = await postsOf(work, work.actor.id)
  const standIns = new Set((await covers(work)).map(({ id }) => id))
  const held = own.filter(({ id }) => !standIns.has(id))
  const managed = new Set(held.filter(({ role }) => role === 'team_manager').map(({ teamId }) => teamId))
  const areas = new Set(held.filter(({ role }) => role === 'service_leader').map(({ areaId }) => areaId))
  const led = (await ledTeams(work, work.actor.id)).filter(
    ({ id, areaId }) => managed.has(id) || (areaId !== null && areas.has(areaId)),
  )
  const areaOf = new Map(led.map(({ id, areaId }) => [id, areaId]))
  const inTeams = led.length === 0 ? [] : await posts(work, { teamIds: led.map(({ id }) => id) })
  const keeps = ({ role, teamId }: Post): boolean => {
    if (teamId === null) return false
    const areaId = areaOf.get(teamId) ?? null
    if (areaId !== null && areas.has(areaId)) return managing.has(role) || practising.has(role)
    return managed.has(teamId) && practising.has(role)
  }
  const all = new Map([...held, ...inTeams.filter(keeps)].map(post => [post.id, post]))
  return [...all.values()].filter(
    ({ id, role }) => (managing.has(role) || practising.has(role)) && !standIns.has(id),
  )
}

/** Somebody who may stand in, by the post by which they may. */
export type StandIn = Post & { readonly ofAreaId: string | null }

/** Those who may stand in for the holder of one of these posts, a post each, by name. */
export async function mayCover(work: Work, covered: readonly Post[]): Promise<readonly StandIn[]> {
  if (covered.length === 0) return []
  const standIns = new Set((await covers(work)).map(({ id }) => id))
  const areaOf = new Map((await teams(work)).map(({ id, areaId }) => [id, areaId]))
  const asStandIn = (post: Post): StandIn => ({
    ...post,
    ofAreaId: post.teamId === null ? post.areaId : (areaOf.get(post.teamId) ?? null),
  })
  const found = (await posts(work)).filter(({ id }) => !standIns.has(id)).map(asStandIn)
  const wanted = covered.map(asStandIn)
  const able = found.filter(one => wanted.some(post => fitsCover(post, one)))
  return [...new Map(able.map(post => [post.workerId, post])).values()]
}

/**
 * Whether whoever holds one post may cover the other: a manager by somebody who manages or supervises; a social worker by one of the
 * team; a specialist by one of the same discipline of the team or the area. The database asks the same.
 */
export function fitsCover(covered: StandIn, one: StandIn): boolean {
  if (managing.has(covered.role)) return supervising.has(one.role)
  if (socialWork.has(covered.role)) return socialWork.has(one.role) && one.teamId === covered.teamId
  if (one.role !== covered.role) return false
  return one.teamId === covered.teamId || (one.ofAreaId !== null && one.ofAreaId === covered.ofAreaId)
}
