import type { Uuid } from '#platform/ids'
import { isUpTo } from './order.ts'
import type { Question } from './question.ts'

/**
 * Walls: "a worker who is or was named (involvement) as working with the one whom it keeps out has no C3 of those it protects by any tie,
 * and no tie to them through a meeting". That they were named once is enough, whenever it was.
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
  return holds('the worker is named beside whom it keeps out', isNamed)
}
