import type { Uuid } from '#platform/ids'
import { hasEntry, writesAboutPeople } from './hasEntry.ts'
import { isConference, isInvited } from './meetingGrants.ts'
import { isAtWork, meetingOf } from './meetings.ts'
import { isAboutSealed, isAuthor, isHiddenByRestriction } from './notes.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** A file of those whom the record holds, and what tells of it. */
const files: readonly string[] = ['document', 'document_part', 'document_person'] satisfies Table[]

/** 4.2: business support "prepares, sends, logs": letters and files of those whom their team holds, beside who writes the record. */
export const papers: readonly Table[] = ['document', 'letter']

/** Beside whoever has the record: business support reads files "they have kept"; whoever brought one to a meeting "its facts". */
export function readsOwnFile(question: Question, row: Row): boolean {
  if (!files.includes(row.table) || !isAuthor(question, row)) return false
  if (keepsPapersOfAll(question, wholeOf(row))) return true
  return row.table === 'document' && isBringer(question, row)
}

/** Whom a file is about and its parts: logged by who keeps it or brings it; on whom a part is shown to others decide. */
export function addsToFile(question: Question, row: Row): boolean {
  if (!isAuthor(question, row)) return false
  return keepsPapersOfAll(question, wholeOf(row)) || bringsFile(question, row)
}

/**
 * "Whoever is invited to a conference brings their agency's report, as a file": under their own name and invitation, about children of
 * that conference, each of whom they may see.
 */
export function bringsFile(question: Question, row: Row): boolean {
  return writesAboutPeople(question) && isBringer(question, row)
}

/** "As long as the meeting shows them its papers." */
function isBringer(question: Question, row: Row): boolean {
  const meeting = meetingOf(question, row)
  if (meeting === undefined || !isAuthor(question, row)) return false
  if (!isConference(question, meeting)) return false
  if (!isInvited(question, meeting) || !isAtWork(question, meeting)) return false
  const isAboutIt = wholeOf(row).personIds.every(id => meeting.personIds.includes(id))
  return question.holds('the file is about the meeting alone', isAboutIt)
}

export function keepsPapersOfAll(question: Question, row: Row): boolean {
  if (!writesAboutPeople(question) || isHiddenByRestriction(question, row)) return false
  if (isAboutSealed(question, row)) return false
  for (const personId of row.personIds) {
    if (!keepsPapersOf(question, personId)) return false
  }
  return row.personIds.length > 0
}

function keepsPapersOf(question: Question, personId: Uuid): boolean {
  if (hasEntry(question, personId, { dataClass: 'B2', toWrite: true })) return true
  return hasEntry(question, personId, { dataClass: 'B2S', toWrite: false, ties: ['team'] })
}

/** Of a tie to a file the whole file. */
const wholeOf = (row: Row): Row => ({ ...row, personIds: row.notePersonIds ?? row.personIds })
