import { hasEntry, seesPeopleByTie, writesAboutPeople } from './hasEntry.ts'
import type { Question } from './question.ts'
import { isBarredBySomeList } from './restriction.ts'
import type { Row } from './world.ts'

/** AC2, "own past contributions stay readable to author"; else B2 of somebody whom the note is about; D2 bars both. */
export function mayReadNote(question: Question, note: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  if (isHiddenByRestriction(question, note)) return false
  if (isAuthor(question, note)) return true
  for (const personId of note.personIds) {
    if (hasEntry(question, personId, { dataClass: 'B2', toWrite: false })) return true
  }
  return false
}

/** 4.2, "IRO: own notes not editable by SW": everyone writes in their own name, about people whose plan they may write, all of them. */
export function mayAddNote(question: Question, note: Row): boolean {
  if (!writesAboutPeople(question)) return false
  if (!isAuthor(question, note)) return false
  for (const personId of note.personIds) {
    if (!hasEntry(question, personId, { dataClass: 'B1', toWrite: true })) return false
  }
  return true
}

/**
 * Putting a person on a note: B1 with write of that person, and the note must be one's own. Else anybody could read any note of
 * the county by putting a child of theirs on it. And the note must name them: it stands as it was written.
 */
export function mayAddNotePerson(question: Question, row: Row): boolean {
  if (!isAuthor(question, row)) return false
  if (!question.holds('the note names the person', row.isNamed === true)) return false
  for (const personId of row.personIds) {
    if (!hasEntry(question, personId, { dataClass: 'B1', toWrite: true })) return false
  }
  return true
}

/** What a note says of one child: B2 of that child, or one's own words (AC2) for as long as the whole note is there. */
export function mayReadNotePerson(question: Question, row: Row): boolean {
  for (const personId of row.personIds) {
    if (hasEntry(question, personId, { dataClass: 'B2', toWrite: false })) return true
  }
  if (!seesPeopleByTie(question) || !isAuthor(question, row)) return false
  return !isHiddenByRestriction(question, { personIds: [...row.personIds, ...(row.notePersonIds ?? [])] })
}

/** D2 and AC6: one person of the note, paper or contact whom some list keeps from the worker hides the whole, from its author too. */
export function isHiddenByRestriction(question: Question, row: Pick<Row, 'personIds'>): boolean {
  for (const personId of row.personIds) {
    if (isBarredBySomeList(question, personId)) return true
  }
  return false
}

/** D2, of whom a part tells besides: whose view it is, to whom a copy was given. */
export function isAboutSealed(question: Question, { aboutId, alsoAboutId }: Row): boolean {
  if (alsoAboutId !== undefined && isBarredBySomeList(question, alsoAboutId)) return true
  return aboutId !== undefined && isBarredBySomeList(question, aboutId)
}

/** Whether the row was written in the worker's own name. */
export function isAuthor(question: Question, row: Row): boolean {
  return question.holds('the worker is the author', row.authorId === question.worker.id)
}
