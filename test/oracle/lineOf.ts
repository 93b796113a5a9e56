import type { Uuid } from '#platform/ids'
import { isLive, type Question } from './question.ts'
import type { World } from './world.ts'

type Post = World['posts'][number]

/**
 * "Whoever holds a post today as manager or duty manager of a team in which the worker holds one today, or as leader of its area; for a
 * service leader, a director. Nobody is their own line."
 */
export function isLineOf(question: Question, workerId: Uuid | null | undefined): boolean {
  const { holds, worker, world } = question
  if (workerId == null || holds('it is about the worker', workerId === worker.id)) return false
  for (const led of world.posts) {
    if (led.workerId !== workerId || !isLive(question, 'post', led)) continue
    const isLeader = holds("the post led is a service leader's", led.role === 'service_leader')
    if (isLeader && holds('the worker is a director', worker.class === 'director')) return true
    if (isLedByPost(question, led)) return true
  }
  return false
}

function isLedByPost(question: Question, led: Post): boolean {
  const { holds, worker, world } = question
  const area = world.teams.find(one => one.id === led.teamId)?.areaId ?? null
  for (const post of world.posts) {
    if (!holds("the post is the worker's", post.workerId === worker.id)) continue
    const leads = post.role === 'service_leader' && area !== null && post.areaId === area
    const manages =
      (post.role === 'team_manager' || post.role === 'duty_manager') && post.teamId === led.teamId
    const isOver =
      holds("the team belongs to the leader's area", leads) ||
      holds('the post is a manager of the team', manages)
    if (isOver && isLive(question, 'post', post)) return true
  }
  return false
}
