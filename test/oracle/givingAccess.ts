import type { Uuid } from '#platform/ids'
import { hasEntry } from './hasEntry.ts'
import { isLive, type Question } from './question.ts'
import type { Tie } from './reaches.ts'
import { isBarred } from './restriction.ts'
import type { Row } from './world.ts'

/** Ties by which a person is a manager's to give out, not only to work with. */
const tiesToAllocate: readonly Tie[] = ['team', 'area', 'duty queue', 'contact', 'creator', 'named list']
/** Ties that are not somebody's own word that they have a reason: what one opens for oneself must not be made to last. */
const tiesThatLast: readonly Tie[] = [...tiesToAllocate, 'holder', 'involvement']

/** 4.2, "Team manager: authorises, reallocates". Whoever enters a person or takes a contact hands them to a queue and no further. */
export function addsAllocation(question: Question, row: Row): boolean {
  if (changesAllocation(question, row)) return true
  const isQueue = row.role === 'queue' && (row.workerId ?? null) === null
  return (
    question.holds('the allocation waits in a queue', isQueue) &&
    writes(question, row, ['creator', 'contact'])
  )
}

/** An allocation gives access to all of a child's record, and its family's: only those who manage cases give it or end it. */
export function changesAllocation(question: Question, row: Row): boolean {
  return directsAll(question, row)
}

/** Whether the worker manages cases, and everyone in this row is theirs to give out: who allocates also authorises. */
export function directsAll(question: Question, { personIds }: Row): boolean {
  if (!allocates(question)) return false
  for (const personId of personIds) {
    if (!hasEntry(question, personId, { dataClass: 'A2', toWrite: true, ties: tiesToAllocate })) return false
  }
  return personIds.length > 0
}

/** AC1: with a worker it gives them the summary of the record; giving that takes having the record, and not by an opening. */
export function writesInvolvement(question: Question, row: Row): boolean {
  const person = row.personIds[0]
  if (person === undefined) return false
  const givesAccess = question.holds('the involvement gives access', (row.workerId ?? null) !== null)
  // The narrower reading: a meeting's chair notes who works with a child in the meeting, not in the child's record.
  if (!givesAccess) return hasEntry(question, person, { dataClass: 'A2', toWrite: true, notByMeeting: true })
  return hasEntry(question, person, { dataClass: 'B2', toWrite: true, ties: tiesThatLast })
}

/**
 * 4.2, "allocated children + linked siblings": joining a family opens it to those who hold the person and the person to those
 * who hold the family. So it takes both ends, each by a tie that lasts; whoever enters a new family adds its members one by one,
 * so having made the record of a member is such a tie.
 */
export function writesFamilyMember(question: Question, row: Row): boolean {
  const person = row.personIds[0]
  if (person === undefined || !writes(question, row, tiesThatLast)) return false
  const isChild = question.holds('a child joins the family', row.role === 'child')
  const ownRecord = { dataClass: 'B2', toWrite: true, ties: tiesThatLast } as const
  if (isChild && !hasEntry(question, person, ownRecord)) return false
  for (const member of membersOf(question, row)) {
    if (isBarred(question, member)) continue // D2: a refusal would tell that somebody is there
    if (!hasEntry(question, member, { dataClass: 'A2', toWrite: true, ties: tiesThatLast })) return false
  }
  return true
}

/** Everyone who was ever a member: a family does not become anybody's by being left. */
function membersOf({ world, holds }: Question, row: Row): readonly Uuid[] {
  const members: Uuid[] = []
  for (const member of world.familyMembers)
    if (holds('the member is of the family', member.familyId === row.familyId)) members.push(member.personId)
  return members
}

/** A manager of whatever team, or a service leader. */
function allocates(question: Question): boolean {
  const { holds, worker, world } = question
  for (const post of world.posts) {
    if (!holds("the post is the worker's", post.workerId === worker.id)) continue
    const managing = ['team_manager', 'duty_manager', 'service_leader'].includes(post.role)
    if (!holds('the post is of somebody who allocates', managing)) continue
    if (isLive(question, 'post', post)) return true
  }
  return false
}

/** Write of identity by one of these ties. */
function writes(question: Question, row: Row, ties: readonly Tie[]): boolean {
  const person = row.personIds[0]
  return person !== undefined && hasEntry(question, person, { dataClass: 'A2', toWrite: true, ties })
}
