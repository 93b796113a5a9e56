import { hasEntry, hasLeft } from './hasEntry.ts'
import { isAuthor, isHiddenByRestriction } from './notes.ts'
import type { Question } from './question.ts'
import type { Row } from './world.ts'

/** Class C7: "legal and named managers". Its author and whom the row names; no tie to the child opens it, and no opening. */
export function readsAdvice(question: Question, row: Row): boolean {
  if (!isAtPractice(question) || isHiddenByRestriction(question, row)) return false
  return isAuthor(question, row) || isReader(question, row)
}

/** Written in one's own name, of children whose record one writes. */
export function addsAdvice(question: Question, row: Row): boolean {
  if (!isAtPractice(question) || isHiddenByRestriction(question, row) || !isAuthor(question, row))
    return false
  for (const personId of row.personIds) {
    if (!hasEntry(question, personId, { dataClass: 'B2', toWrite: true })) return false
  }
  return true
}

/** Its words stand; who may read them is changed by one of the readers. */
export function changesAdvice(question: Question, row: Row): boolean {
  return isAtPractice(question) && !isHiddenByRestriction(question, row) && isReader(question, row)
}

function isReader({ holds, worker }: Question, { readerIds = [] }: Row): boolean {
  return holds('the row names the worker as a reader', readerIds.includes(worker.id))
}

function isAtPractice(question: Question): boolean {
  if (hasLeft(question)) return false
  return question.holds('the worker is a practitioner', question.worker.class === 'practitioner')
}
