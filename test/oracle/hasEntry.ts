import type { Uuid } from '#platform/ids'
import { isGivenByAllocation } from './allocationGrants.ts'
import { isGivenByContact, isGivenByTransfer } from './frontDoorGrants.ts'
import { isGivenByMeeting } from './meetingGrants.ts'
import { isUpTo } from './order.ts'
import { isGivenByCreation, isGivenByInvolvement, isGivenByOpening } from './personGrants.ts'
import type { Question } from './question.ts'
import { type Need, reaches } from './reaches.ts'
import { reachesPerson } from './reachesPerson.ts'
import { hasConflict, hasReference, isNamed, isRestricted } from './restriction.ts'
import { isGivenByCover, isGivenByStrand } from './strandGrants.ts'
import { isWalledFrom } from './walls.ts'

/** AC1: whether the worker has a live relationship to, or a logged purpose for, this person that gives the need. */
export function hasEntry(question: Question, personId: Uuid, need: Need): boolean {
  if (!seesPeopleByTie(question)) return false
  if (need.toWrite && !writesAboutPeople(question)) return false
  if (hasConflict(question, personId)) return false
  if (isBehindWalls(need) && isWalledFrom(question, personId)) return false
  // D2 beats every other tie: a restricted person is there only for the list and for whoever it refers.
  if (isRestricted(question, personId)) return isLetIn(question, personId, need)
  if (isGivenByCreation(question, personId, need)) return true
  if (isGivenByAllocation(question, personId, need)) return true
  if (isGivenByCover(question, personId, need)) return true
  if (isGivenByStrand(question, personId, need)) return true
  if (isGivenByInvolvement(question, personId, need)) return true
  if (isGivenByOpening(question, personId, need)) return true
  if (isGivenByContact(question, personId, need)) return true
  if (isGivenByTransfer(question, personId, need)) return true
  return isGivenByMeeting(question, personId, need) && !isWalledFrom(question, personId)
}

/** "What such a worker loses of those protected is C1 as well as C3, by any tie." */
function isBehindWalls({ dataClass }: Need): boolean {
  return dataClass === 'C1' || dataClass === 'C3'
}

function isLetIn(question: Question, personId: Uuid, need: Need): boolean {
  if (isNamed(question, personId) && reachesPerson(question, reaches.named, personId, personId, need))
    return true
  return (
    hasReference(question, personId) && reachesPerson(question, reaches.reference, personId, personId, need)
  )
}

/** 4.2: a system administrator sees no child, a data-quality officer no child by relationship. */
export function seesPeopleByTie(question: Question): boolean {
  const { holds, worker } = question
  return holds(
    'the class sees people by relationship',
    worker.class === 'practitioner' || worker.class === 'duty' || worker.class === 'director',
  )
}

/** 4.2: a director looks by query, a data-quality officer and an administrator have no part in the record: none of them writes. */
export function writesAboutPeople(question: Question): boolean {
  const { holds, worker } = question
  return holds('the class writes about people', worker.class === 'practitioner' || worker.class === 'duty')
}

/** AC2: whoever has left sees and writes nothing about anybody, however they came to it. At the very instant they have left. */
export function hasLeft(question: Question): boolean {
  const { holds, worker, world } = question
  if (worker.leftAt === null) return false
  return holds('the worker has left', isUpTo(worker.leftAt, world.now))
}
