import type { Uuid } from '#platform/ids'
import { isUpTo } from './order.ts'
import type { Question } from './question.ts'
import type { World } from './world.ts'

/**
 * Walls: "a worker who is or was named (involvement) as working with the one whom it keeps out has no C3 of those it protects by any tie,
 * and no tie to them through a meeting". That they were named once is enough, whenever it was, and by a specialist's strand too.
 */
export function isWalledFrom(question: Question, personId: Uuid): boolean {
  const { holds, world } = question
  for (const wall of world.walls) {
    if (!holds('the wall protects the person', wall.protectedIds.includes(personId))) continue
    if (!holds('the wall has not ended', !isUpTo(wall.endsAt, world.now))) continue
    if (worksWith(question, wall.fromId)) return true
  }
  return false
}

function worksWith({ holds, worker, world }: Question, personId: Uuid): boolean {
  const isNamed = world.involvements.some(one => one.personId === personId && one.workerId === worker.id)
  if (holds('the worker is named beside whom it keeps out', isNamed)) return true
  return holds('the worker has a strand of whom it keeps out', hasHadStrandOf({ worker, world }, personId))
}

/**
 * "By a specialist's strand (mental health, substance misuse, domestic abuse but with the victim) somebody is named as working with its
 * person as by an involvement, whoever stands in for them too; social work and family support are for the whole family and are not."
 */
function hasHadStrandOf({ worker, world }: Pick<Question, 'worker' | 'world'>, personId: Uuid): boolean {
  return world.strands.some(
    ({ workerId, teamId, ...strand }) =>
      strand.personId === personId &&
      !['social_work', 'family_support'].includes(strand.discipline) &&
      strand.worksWith !== 'victim' &&
      (workerId === worker.id ||
        world.posts.some(
          post =>
            post.workerId === workerId && post.teamId === teamId && isStoodInFor(post, worker.id, world),
        )),
  )
}

function isStoodInFor(post: World['posts'][number], byId: Uuid, { posts }: World): boolean {
  return post.id !== undefined && posts.some(one => one.coversId === post.id && one.workerId === byId)
}
