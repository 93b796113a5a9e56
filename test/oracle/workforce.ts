import { isPractitioner } from './frontDoorGrants.ts'
import { isLive, type Question } from './question.ts'
import type { Table } from './tables.ts'

/** What was put to a meeting, decided there, or counted of a period: a correction stands beside it. */
export const asDecided: readonly Table[] = ['recommendation', 'decision', 'invest_period']

/** "Kept by administrators, directors, and practitioners who lead an area today." */
export function keepsWorkforce(question: Question): boolean {
  const { holds, worker, world } = question
  if (holds('the worker is an administrator', worker.class === 'administrator')) return true
  if (holds('the worker is a director', worker.class === 'director')) return true
  if (!isPractitioner(question)) return false
  for (const post of world.posts) {
    if (!holds("the post is the worker's", post.workerId === worker.id)) continue
    if (!holds("the post is a service leader's", post.role === 'service_leader')) continue
    if (isLive(question, 'post', post)) return true
  }
  return false
}
