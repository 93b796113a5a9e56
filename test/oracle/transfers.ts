import { managesTeam } from './frontDoorGrants.ts'
import { directsAll } from './givingAccess.ts'
import { hasEntry, writesAboutPeople } from './hasEntry.ts'
import { isAuthor } from './notes.ts'
import type { Question } from './question.ts'
import { isBarred } from './restriction.ts'
import { isOpen } from './severalPeople.ts'
import type { Row } from './world.ts'

/** Who has the record knows that the child is to move; so do managers of the team that was asked, for as long as they are. */
export function readsTransfer(question: Question, row: Row): boolean {
  for (const personId of row.personIds) {
    if (hasEntry(question, personId, { dataClass: 'B2', toWrite: false })) return true
    if (isBarred(question, personId)) return false
  }
  // A director looks by opening the record, whatever else they are.
  return writesAboutPeople(question) && managesTeam(question, row.teamId ?? null)
}

/** Asked for by who directs the child and writes its record, in their own name; nobody answers in the same breath. */
export function addsTransfer(question: Question, row: Row): boolean {
  return (
    writesRecord(question, row) &&
    isOpen(question, row) &&
    isAuthor(question, row) &&
    directsAll(question, row)
  )
}

function writesRecord(question: Question, { personIds }: Row): boolean {
  for (const personId of personIds) {
    if (!hasEntry(question, personId, { dataClass: 'B2', toWrite: true })) return false
  }
  return true
}

/** Taken back by those who may ask, until it is answered. */
export function withdrawsTransfer(question: Question, row: Row): boolean {
  return isOpen(question, row) && writesRecord(question, row) && directsAll(question, row)
}

/** Another authority answers elsewhere, and who directs the child writes it down. A team answers for itself. */
export function answersTransfer(question: Question, row: Row): boolean {
  if (!question.holds('another authority is asked', (row.teamId ?? null) === null)) return false
  return withdrawsTransfer(question, row)
}
