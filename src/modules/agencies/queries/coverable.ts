import type { Work } from '#platform/db'
import { covers } from './covers.ts'
import { ledTeams } from './ledTeams.ts'
import { type Post, type PostRole, posts, postsOf } from './posts.ts'

const managing: ReadonlySet<PostRole> = new Set(['team_manager', 'duty_manager', 'service_leader'])
const supervising: ReadonlySet<PostRole> = new Set([...managing, 'senior_social_worker'])

/**
 * Posts for which the acting person may arrange cover: their own as a manager, and, for a service leader, those of the managers
 * of the area.
 */
export async function coverablePosts(work: Work): Promise<readonly Post[]> {
  const own = await postsOf(work, work.actor.id)
  const led = (await ledTeams(work, work.actor.id)).map(({ id }) => id)
  const isLeader = own.some(({ role }) => role === 'service_leader')
  const inArea = isLeader ? await posts(work, { teamIds: led }) : []
  const standIns = new Set((await covers(work)).map(({ id }) => id))
  const all = new Map([...own, ...inArea].map(post => [post.id, post]))
  return [...all.values()].filter(({ id, role }) => managing.has(role) && !standIns.has(id))
}

/** Those who may stand in for a manager: whoever manages or supervises now, a post each, by name. */
export async function mayCover(work: Work): Promise<readonly Post[]> {
  const standIns = new Set((await covers(work)).map(({ id }) => id))
  const found = (await posts(work)).filter(({ id, role }) => supervising.has(role) && !standIns.has(id))
  return [...new Map(found.map(post => [post.workerId, post])).values()]
}
