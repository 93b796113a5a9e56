import { addsToFile, bringsFile, keepsPapersOfAll, papers, readsOwnFile } from './files.ts'
import { directsAll } from './givingAccess.ts'
import { hasEntry, seesPeopleByTie } from './hasEntry.ts'
import { isAboutSealed, isAuthor, isHiddenByRestriction } from './notes.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** AC8: a paper about several people, or a part of one, is read by who has the record of any of them, and never past a sealed one. */
export function readsOfSeveral(question: Question, row: Row): boolean {
  if (!seesPeopleByTie(question) || isSealed(question, row)) return false
  for (const personId of row.personIds) {
    if (hasEntry(question, personId, { dataClass: classOf(question, row), toWrite: false })) return true
  }
  return readsOwnFile(question, row)
}

const partsOfAssessment: readonly Table[] = [
  'assessment_view',
  'assessment_share',
  'assessment_source',
  'assessment_checkpoint',
]

/** Added with the record of every one of them, and what more the table asks. */
export function addsOfSeveral(question: Question, table: Table, row: Row): boolean {
  if (isAboutSealed(question, row)) return false
  // Of an assessment that one may not know of nothing is written, and no copy is given.
  if (partsOfAssessment.includes(table) && isHiddenByRestriction(question, row)) return false
  // Nobody says of a file that somebody else brought it.
  if (table === 'document' && row.meetingId !== undefined) return bringsFile(question, row)
  if (papers.includes(table)) return keepsPapersOfAll(question, row)
  // Nothing is said of a file that a list hides, whatever else one writes of those in it.
  if (table === 'document_part' && isHiddenByRestriction(question, row)) return false
  if (table === 'document_part' && addsToFile(question, row)) return true
  if (!writesAboutAll(question, row)) return false
  if (table === 'approval') return isOpen(question, row) && isAuthor(question, row)
  if (table === 'joint_assessment') return isOpen(question, row) || directsAll(question, row)
  if (table === 'assessment_view') return isOpen(question, row)
  if (table === 'assessment_source')
    return isOpen(question, row) && isAuthor(question, row) && readsTeamsWork(question, row)
  if (table === 'assessment_checkpoint')
    return isOpen(question, row) && isAuthor(question, row) && directsAll(question, row)
  return true
}

/** Changed likewise. What is decided, authorised or given up stands as it was, and so do its parts. */
export function changesOfSeveral(question: Question, table: Table, row: Row): boolean {
  if (table === 'assessment_share') return false // what was given away stays given
  if (table === 'assessment_source') return false // what was taken in was taken in
  return isOpen(question, row) && readsOfSeveral(question, row) && writesAboutAll(question, row)
}

/** Whether nobody has decided, authorised or given up what the row is or belongs to. */
export function isOpen(question: Question, row: Row): boolean {
  return question.holds('the row is open', row.isClosed !== true)
}

function writesAboutAll(question: Question, row: Row): boolean {
  for (const personId of row.personIds) {
    if (!hasEntry(question, personId, { dataClass: classOf(question, row), toWrite: true })) return false
  }
  return row.personIds.length > 0
}

/** Only what one may read of the team's work (C1) with the person is taken in from it. */
function readsTeamsWork(question: Question, { aboutId }: Row): boolean {
  return aboutId !== undefined && hasEntry(question, aboutId, { dataClass: 'C1', toWrite: false })
}

/** Whoever has B2 of somebody has B1 of them too, so that of a plan B1 alone is asked. */
function classOf(question: Question, row: Row): 'B1' | 'B2' {
  return question.holds('the row is of the plan', row.isOfPlan === true) ? 'B1' : 'B2'
}

/** D2, of the people above and of whom the part tells besides. */
function isSealed(question: Question, row: Row): boolean {
  if (isHiddenByRestriction(question, row)) return true
  return isAboutSealed(question, row)
}
