import type { Uuid } from '#platform/ids'
import { isRelative } from './family.ts'
import type { Question } from './question.ts'
import { answers, type Need, type Reach, type Standing } from './reaches.ts'

/** @returns whether a tie to `heldId` of this reach gives the need over `personId`: the same person, a sibling or an adult. */
export function reachesPerson(
  question: Question,
  reach: Reach,
  heldId: Uuid,
  personId: Uuid,
  need: Need,
): boolean {
  if (heldId === personId) return gives(question, reach, 'own', need)
  if (isRelative(question, heldId, personId, 'child') && gives(question, reach, 'sibling', need)) return true
  return isRelative(question, heldId, personId, 'adult') && gives(question, reach, 'adult', need)
}

/** @returns whether this reach gives the need over somebody who stands so. */
export function gives(question: Question, reach: Reach, standing: Standing, need: Need): boolean {
  if (need.ties && !question.holds('the tie is one that counts', need.ties.includes(reach.tie))) return false
  const given = answers(reach[standing], need)
  if (need.dataClass === 'B1' && !need.toWrite) return question.holds('the tie gives the plan itself', given)
  if (need.dataClass === 'C3' && need.toWrite)
    return question.holds('the tie gives safety data to write', given)
  const verb = need.toWrite ? 'writes' : 'reads'
  return question.holds(`${reach.name}: ${standing}, ${verb} ${need.dataClass}`, given)
}
