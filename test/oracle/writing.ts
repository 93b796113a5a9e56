import { addsOfAgency, changesOfAgency } from './agencies.ts'
import { addsOfVisit } from './attendances.ts'
import { holdsChildOf, tablesOfAdults, writesOfAdults, writesTwins } from './betweenAdults.ts'
import { addsToContact, changesContact } from './contacts.ts'
import { addsDispute, changesDispute } from './disputes.ts'
import { addsToFile } from './files.ts'
import { addsAllocation, changesAllocation, writesFamilyMember, writesInvolvement } from './givingAccess.ts'
import { addsHarm, changesHarm } from './harm.ts'
import { hasEntry, hasLeft, writesAboutPeople } from './hasEntry.ts'
import { mayReadIdentity } from './identity.ts'
import { addsAdvice, changesAdvice } from './legalAdvice.ts'
import { addsOfMeeting, changesOfMeeting } from './meetings.ts'
import { isAboutSealed, isHiddenByRestriction, mayAddNote, mayAddNotePerson } from './notes.ts'
import { isNeedOfParent, writesNeedOfParent } from './parentsNeeds.ts'
import { addsOfPartner } from './partners.ts'
import { addsOfPortal, changesOfPortal } from './portalTables.ts'
import type { Question } from './question.ts'
import { readsRow } from './reading.ts'
import { addsOfSchool } from './schools.ts'
import { addsOfSeveral, changesOfSeveral, isOpen } from './severalPeople.ts'
import { addsShared, changesShared } from './shared.ts'
import { addsPapers, changesPapers } from './sharing.ts'
import { addsOfStaff, changesOfStaff, directsInSession } from './staff.ts'
import { type Table, tables, tablesOfImports, tablesOfMerges } from './tables.ts'
import { addsTask, changesTask } from './tasks.ts'
import { addsClinicalNote, writesNeedOfTeam } from './teamsWork.ts'
import { addsOfTold } from './toldToOthers.ts'
import { addsTransfer } from './transfers.ts'
import { asDecided, keepsWorkforce } from './workforce.ts'
import type { Row } from './world.ts'

/** Whether the worker of this question may add a row like this one. */
export function addsRow(question: Question, table: Table, row: Row): boolean {
  const kind = tables[table]
  if (kind === 'directory') return keepsDirectory(question, table)
  if (hasLeft(question)) return false
  if (kind === 'workforce') return keepsWorkforce(question)
  if (kind === 'staff') return addsOfStaff(question, table, row)
  if (table === 'case_direction') return directsInSession(question, row) && writesAbout(question, table, row)
  // A record has to begin somewhere: whoever takes a call may enter a person, a family, a household.
  if (table === 'person' || kind === 'group') return writesAboutPeople(question)
  if (kind === 'note') return mayAddNote(question, row)
  if (table === 'task') return addsTask(question, row)
  if (table === 'note_person') return mayAddNotePerson(question, row)
  if (tablesOfMerges.includes(table)) return false
  if (table === 'allocation') return addsAllocation(question, row)
  if (kind === 'contact') return addsToContact(question, table, row)
  if (kind === 'meeting') return addsOfMeeting(question, table, row)
  if (kind === 'dispute') return addsDispute(question, table, row)
  if (kind === 'paper') return addsPapers(question, table, row)
  if (kind === 'portal') return addsOfPortal(question, table, row)
  if (kind === 'transfer') return addsTransfer(question, row)
  if (kind === 'legal') return addsAdvice(question, row)
  if (kind === 'several') return addsOfSeveral(question, table, row)
  if (kind === 'C1') return addsShared(question, table, row)
  if (kind === 'C2') return addsClinicalNote(question, row)
  if (kind === 'told') return addsOfTold(question, table, row)
  if (kind === 'partner') return addsOfPartner(question, table, row)
  if (kind === 'agency') return addsOfAgency(question, table, row)
  if (kind === 'school') return addsOfSchool(question, table, row)
  if (kind === 'visit') return addsOfVisit(question, table, row)
  if (kind === 'harm') return addsHarm(question, table, row)
  if (table === 'document_person' && addsToFile(question, row)) return true
  // A plan starts by what a conference decided, and that is hidden by any list that leaves the worker out.
  if (table === 'cp_plan' && isHiddenByRestriction(question, row)) return false
  return writesAbout(question, table, row)
}

/** Whether the worker of this question may change this row as it stands, its person and author left as they are. */
export function changesRow(question: Question, table: Table, row: Row): boolean {
  const kind = tables[table]
  if (kind === 'directory') return keepsDirectory(question, table)
  if (hasLeft(question)) return false
  if (kind === 'workforce') return !asDecided.includes(table) && keepsWorkforce(question)
  if (kind === 'staff') return changesOfStaff(question, table, row)
  if (kind === 'note' || table === 'note_person') return false // a note stands as it was written
  if (asWritten.includes(table)) return false // and so does what was done at once, and a mark of the body map
  if (kind === 'group') return false // a family is its members: there is nothing else to mend
  if (tablesOfMerges.includes(table)) return false
  if (tiesToPapers.includes(table)) return false // whom a paper is about stands as it was kept
  if (neverChanged.includes(table)) return false // a judgement of a day, and what was written down at night, stand
  if (kind === 'transfer') return false // a hand-over stands as it was asked for: it is answered or taken back
  if (kind === 'meeting') return changesOfMeeting(question, table, row)
  if (kind === 'dispute') return changesDispute(question, table, row)
  if (kind === 'paper') return changesPapers(question, table, row)
  if (kind === 'portal') return changesOfPortal(question, table, row)
  if (kind === 'contact') return changesContact(question, table, row)
  if (kind === 'legal') return changesAdvice(question, row)
  if (kind === 'several') return changesOfSeveral(question, table, row)
  if (kind === 'C1') return changesShared(question, table, row)
  if (kind === 'C2') return false // a correction is a new note
  if (kind === 'told') return false // "nobody at work writes what is told"
  if (kind === 'partner') return false // it stays its sender's, who corrects it at its source
  if (kind === 'agency') return changesOfAgency(question, table, row)
  if (kind === 'school') return false // what was agreed and what a school told stand
  if (kind === 'visit') return false // what a hospital told, and who was told of it, stand
  if (kind === 'harm') return changesHarm(question, table, row)
  // One cannot mend what one cannot see: of a relationship the other person, of a confidential address C3.
  if (!readsRow(question, table, row)) return false
  if (table === 'allocation') return changesAllocation(question, row)
  if (table === 'task') return changesTask(question, row)
  if (tablesOfAdults.includes(table)) return holdsChildOf(question, row)
  if (table === 'cin_plan') return writesPlan(question, row) // its aim, as its parts
  return writesAbout(question, table, row)
}

/** 4.2, system administrator: the directories, and nothing else. */
function keepsDirectory(question: Question, table: Table): boolean {
  const { holds, worker } = question
  if (!holds('users may keep the table', !tablesOfImports.includes(table))) return false
  return holds('the worker is an administrator', worker.class === 'administrator')
}

const neverChanged: readonly Table[] = [
  'missing_entry',
  'harm_assessment',
  'cp_category',
  'core_group_record',
  'case_direction',
]

/** Whom a paper about several people is about, one row each. */
const tiesToPapers: readonly Table[] = ['document_person', 'letter_person']

/** What was seen or done in an enquiry: a correction is a row of its own. */
const asWritten: readonly Table[] = ['immediate_action', 'body_map_mark']

/** B1, of a lead practitioner too: the plan that somebody carries. */
function writesPlan(question: Question, { personIds }: Row): boolean {
  const personId = personIds[0]
  return personId !== undefined && hasEntry(question, personId, { dataClass: 'B1', toWrite: true })
}

/** Tables of one child that are closed with an authorised assessment. */
const closedTables: readonly Table[] = ['assessment', 'assessment_factor']

/** The summary tables are written by those who have all of B2; the plan of a child in need and its clocks by those who have B1. */
function writtenClass(question: Question, table: Table, row: Row): 'A2' | 'B1' | 'B2' {
  const kind = tables[table]
  if (kind === 'A2' || kind === 'B1') return kind
  if (table !== 'clock') return 'B2'
  return question.holds('the row is of the plan', row.isOfPlan === true) ? 'B1' : 'B2'
}

/** Write in the table's own class on the person whom the row is about, and what more the table asks. */
function writesAbout(question: Question, table: Table, row: Row): boolean {
  if (table === 'family_member') return writesFamilyMember(question, row)
  if (table === 'involvement' || table === 'protection_lead') return writesInvolvement(question, row)
  if (table === 'need' && writesNeedOfTeam(question, row)) return true
  if (isNeedOfParent(table, row)) return writesNeedOfParent(question, row)
  if (tablesOfAdults.includes(table)) return writesOfAdults(question, row)
  if (table === 'twin_likeness') return writesTwins(question, row)
  const [first, second] = row.personIds
  if (first === undefined) return false
  // What was authorised stands, and nothing begins authorised.
  if (closedTables.includes(table) && !isOpen(question, row)) return false
  if (isAboutSealed(question, row)) return false
  const dataClass = writtenClass(question, table, row)
  if (!hasEntry(question, first, { dataClass, toWrite: true })) return false
  // Of two people related, one must know who the other is (AC6: or it would tell that they exist).
  return second === undefined || mayReadIdentity(question, second)
}
