import { isUpTo } from './order.ts'
import type { Question } from './question.ts'
import { changesPapers } from './sharing.ts'
import type { Row } from './world.ts'

/**
 * "One who writes B2 of every child in it approves it; two, when a wall stands before the recipient or the checks met something", each for
 * themself; "of a paper that is not finished or was replaced none is approved".
 */
export function approvesCopy(question: Question, row: Row): boolean {
  const { holds, worker } = question
  const { approverIds = [] } = row
  if (holds('the row is open', row.isClosed !== true) || !changesPapers(question, 'paper_copy', row))
    return false
  if (holds('the worker has approved it', approverIds.includes(worker.id))) return false
  if (holds('somebody has approved it', approverIds.length > 0)) return true
  if (holds('the checks met something', row.hasFindings === true)) return false
  return !holds('a wall stands before the recipient', isBeforeWall(question, row))
}

/** A wall that keeps the recipient from anyone who was ever of a family of those whom the copy tells of. */
function isBeforeWall({ world }: Question, { aboutId, personIds }: Row): boolean {
  const families = world.familyMembers
    .filter(one => personIds.includes(one.personId))
    .map(one => one.familyId)
  const around = world.familyMembers.filter(one => families.includes(one.familyId)).map(one => one.personId)
  return world.walls.some(
    wall =>
      wall.fromId === aboutId &&
      !isUpTo(wall.endsAt, world.now) &&
      wall.protectedIds.some(id => personIds.includes(id) || around.includes(id)),
  )
}
