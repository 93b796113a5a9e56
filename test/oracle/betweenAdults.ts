import type { Uuid } from '#platform/ids'
import { isRelative } from './family.ts'
import { hasEntry } from './hasEntry.ts'
import { mayReadIdentity } from './identity.ts'
import { isAboutSealed } from './notes.ts'
import { tiesThatHold } from './parentsNeeds.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** Said of adults, and standing in the record of a child. Read as that record is, so that only writing has rules here. */
export const tablesOfAdults: readonly Table[] = ['adult_relationship_quality', 'pregnancy_end']

/** "Written by who holds the child ... of adults of the child's family that day", whom one must know as in a relationship. */
export function writesOfAdults(question: Question, row: Row): boolean {
  const childId = row.personIds[0]
  if (childId === undefined || row.aboutId === undefined) return false
  if (!holdsChildOf(question, row)) return false
  if (!isAdultBeside(question, childId, row.aboutId)) return false
  return row.alsoAboutId === undefined || isAdultBeside(question, childId, row.alsoAboutId)
}

/** "Ended or withdrawn by them later too": of an adult who has left the family as well. */
export function holdsChildOf(question: Question, row: Row): boolean {
  const childId = row.personIds[0]
  if (childId === undefined || isAboutSealed(question, row)) return false
  return hasEntry(question, childId, { dataClass: 'B2', toWrite: true, ties: tiesThatHold })
}

function isAdultBeside(question: Question, childId: Uuid, adultId: Uuid): boolean {
  return isRelative(question, childId, adultId, 'adult') && mayReadIdentity(question, adultId)
}

/** "Read with the record (B2) of both". */
export function readsTwins(question: Question, { personIds }: Row): boolean {
  const [one, other] = personIds
  if (one === undefined || other === undefined) return false
  if (!hasEntry(question, one, { dataClass: 'B2', toWrite: false })) return false
  return hasEntry(question, other, { dataClass: 'B2', toWrite: false })
}

/** "Written by who holds both". */
export function writesTwins(question: Question, { personIds }: Row): boolean {
  const [one, other] = personIds
  if (one === undefined || other === undefined) return false
  const holding = { dataClass: 'B2', toWrite: true, ties: tiesThatHold } as const
  return hasEntry(question, one, holding) && hasEntry(question, other, holding)
}
