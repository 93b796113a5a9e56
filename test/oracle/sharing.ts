import type { Uuid } from '#platform/ids'
import { isPractitioner } from './frontDoorGrants.ts'
import { hasEntry, seesPeopleByTie, writesAboutPeople } from './hasEntry.ts'
import { isAdministrator, isInvited } from './meetingGrants.ts'
import { hasSafetyOfAll, isAtWork, meetingOf, takesPart, writesRecordOfAll } from './meetings.ts'
import { isAboutSealed, isAuthor, isHiddenByRestriction } from './notes.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** Tables of what is given to somebody, and of what became of it. */
const copies: readonly Table[] = ['paper_copy', 'copy_event', 'copy_answer']

/** B3: a paper in parts, and the copies of it. */
export function readsPapers(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  if (isHiddenByRestriction(question, row) || isAboutSealed(question, row)) return false
  if (copies.includes(table)) return readsCopy(question, row)
  if (!readsPaper(question, row)) return false
  if (table === 'paper') return true
  if (isHiddenByRestriction(question, { personIds: row.namedIds ?? [] })) return false
  if (!question.holds('the row is safety data', row.dataClass === 'C3')) return true
  return isAuthor(question, row) || hasSafetyOfAll(question, row.personIds)
}

export function addsPapers(question: Question, table: Table, row: Row): boolean {
  if (!writesAboutPeople(question)) return false
  if (isHiddenByRestriction(question, row) || isAboutSealed(question, row)) return false
  if (table === 'paper')
    return isDraft(question, row) && isAuthor(question, row) && beginsPaper(question, row)
  if (table === 'paper_copy') return writesRecordOfAll(question, row.personIds)
  if (copies.includes(table)) return readsCopy(question, row) && tellsOfCopy(question, row)
  // To add a part one need not read safety data, as with an address; whoever else is named must be known.
  if (!readsPapers(question, table, table === 'paper_part' ? withoutClass(row) : row)) return false
  if (table === 'part_translation') return writesRecordOfAll(question, row.personIds)
  if (table === 'part_showing') return decidesShowing(question, row)
  return isDraft(question, row) && writesPaper(question, row)
}

export function changesPapers(question: Question, table: Table, row: Row): boolean {
  if (!writesAboutPeople(question) || !readsPapers(question, table, row)) return false
  if (table === 'copy_event' || table === 'copy_answer') return false // what happened and what was said stand
  // The administrator gives what was approved, and changes nothing beside that.
  if (table === 'paper_copy') return writesRecordOfAll(question, row.personIds)
  if (table === 'paper') return writesPaper(question, row) // finished, replaced, withdrawn
  if (table === 'part_translation') return writesRecordOfAll(question, row.personIds)
  if (table === 'part_showing') return decidesShowing(question, row)
  return isDraft(question, row) && writesPaper(question, row)
}

/** "Whoever has B2 of any child it is about"; "whoever wrote an agency's report" while the meeting shows its papers to them. */
function readsPaper(question: Question, row: Row): boolean {
  return hasRecordOfAny(question, row.personIds) || isWriterOfReport(question, row)
}

/** In one's own name, and by whoever writes the record of everyone it is about. */
function decidesShowing(question: Question, row: Row): boolean {
  return isAuthor(question, row) && writesRecordOfAll(question, row.personIds)
}

/** Whoever writes the record of everyone it is about, a conference's chair too; or the writer of an agency's report. */
function writesPaper(question: Question, row: Row): boolean {
  return writesRecordOfAll(question, row.personIds) || isWriterOfReport(question, row)
}

/** A report is brought by whoever is asked for it, under an invitation that stands. */
function beginsPaper(question: Question, row: Row): boolean {
  if (writesRecordOfAll(question, row.personIds)) return true
  const meeting = meetingOf(question, row)
  return meeting !== undefined && isInvited(question, meeting) && isWriterOfReport(question, row)
}

/** What somebody invited brings: theirs while the meeting shows its papers to them, and no longer. */
function isWriterOfReport(question: Question, row: Row): boolean {
  if (!question.holds('the row is an agency report', row.isOfAgency === true)) return false
  const meeting = meetingOf(question, row)
  const { writerId = row.authorId } = row // of the paper: who decides on a part of it is somebody else
  if (
    meeting === undefined ||
    !isAuthor(question, { ...row, ...(writerId === undefined ? {} : { authorId: writerId }) })
  )
    return false
  return takesPart(question, meeting)
}

/** "B2 of any child in it; when it is approved or given, the meeting's administrator; when it is given, the invited professional". */
function readsCopy(question: Question, row: Row): boolean {
  if (hasRecordOfAny(question, row.personIds)) return true
  return isAdministratorOf(question, row) || isRecipient(question, row)
}

function isAdministratorOf(question: Question, row: Row): boolean {
  if (!question.holds('the copy is approved', row.stage !== 'composed')) return false
  const meeting = meetingOf(question, row)
  return meeting !== undefined && isAtWork(question, meeting) && isAdministrator(question, meeting)
}

function isRecipient(question: Question, row: Row): boolean {
  if (!question.holds('the copy is given', row.stage === 'released')) return false
  const meeting = meetingOf(question, row)
  return meeting !== undefined && isAtWork(question, meeting) && isTheirs(question, row)
}

/** Whether it was given to the worker, whose invitation stands. Nobody comes to a meeting but practitioners. */
function isTheirs(question: Question, row: Row): boolean {
  const meeting = meetingOf(question, row)
  if (meeting === undefined || row.workerId !== question.worker.id) return false
  return isPractitioner(question) && isInvited(question, meeting)
}

/** "What happened to a given copy and what was said of it is written by the line, by the administrator, and by the recipient of themself." */
function tellsOfCopy(question: Question, row: Row): boolean {
  if (!question.holds('the copy is given', row.stage === 'released')) return false
  if (question.holds('the recipient says it', row.isByRecipient === true)) return isTheirs(question, row)
  return writesRecordOfAll(question, row.personIds) || administers(question, row)
}

/** Whatever comes back after the papers have closed is still noted by the administrator, if they read the copy. */
function administers(question: Question, row: Row): boolean {
  const meeting = meetingOf(question, row)
  return meeting !== undefined && isAdministrator(question, meeting)
}

function withoutClass({ dataClass, ...row }: Row): Row {
  return row
}

function isDraft({ holds }: Question, row: Row): boolean {
  return holds('the row is open', row.isClosed !== true)
}

function hasRecordOfAny(question: Question, personIds: readonly Uuid[]): boolean {
  return personIds.some(personId => hasEntry(question, personId, { dataClass: 'B2', toWrite: false }))
}
