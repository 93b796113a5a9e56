import type { Uuid } from '#platform/ids'
import { isLive, type Question } from './question.ts'

/**
 * Domain.md 4.2, "allocated children + linked siblings": whether one person is, today, a child (or an adult) of a family in
 * which the other is a child today. A family that a tie reached only as an adult opens nobody else.
 */
export function isRelative(
  question: Question,
  childId: Uuid,
  otherId: Uuid,
  role: 'child' | 'adult',
): boolean {
  const { world, holds } = question
  for (const mine of world.familyMembers) {
    if (mine.personId !== childId) continue
    if (!holds('the person held is a child of the family', mine.role === 'child')) continue
    if (!isLive(question, "the child's membership", mine)) continue
    for (const theirs of world.familyMembers) {
      if (theirs.personId !== otherId) continue
      if (theirs.role !== role) continue
      if (!holds('both belong to one family', theirs.familyId === mine.familyId)) continue
      if (isLive(question, "the relative's membership", theirs)) return true
    }
  }
  return false
}
