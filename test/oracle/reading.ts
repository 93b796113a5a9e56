import { readsOfAgency } from './agencies.ts'
import { readsOfVisit } from './attendances.ts'
import { readsTwins } from './betweenAdults.ts'
import { readsContact } from './contacts.ts'
import { readsDispute } from './disputes.ts'
import { readsOwnFile } from './files.ts'
import { readsHarm } from './harm.ts'
import { hasEntry, hasLeft } from './hasEntry.ts'
import { mayReadIdentity } from './identity.ts'
import { readsAdvice } from './legalAdvice.ts'
import { readsOfMeeting } from './meetings.ts'
import { isAboutSealed, isHiddenByRestriction, mayReadNote, mayReadNotePerson } from './notes.ts'
import { isNeedOfParent, readsNeedOfParent } from './parentsNeeds.ts'
import { readsOfPartner } from './partners.ts'
import { readsOfPortal } from './portalTables.ts'
import { leadsProtection } from './protectionLeads.ts'
import type { Question } from './question.ts'
import { readsOfSchool } from './schools.ts'
import { readsOfSeveral } from './severalPeople.ts'
import { readsShared } from './shared.ts'
import { readsPapers } from './sharing.ts'
import { readsOfStaff } from './staff.ts'
import { type Table, tables, tablesOfDataQuality, tablesOfImports, tablesOfMerges } from './tables.ts'
import { readsTask } from './tasks.ts'
import { readsClinicalNote, readsNeedOfTeam } from './teamsWork.ts'
import { listed, readsListed, readsOfTold } from './toldToOthers.ts'
import { readsTransfer } from './transfers.ts'
import type { Row } from './world.ts'

/** Whether the worker of this question may read a row of this table. */
export function readsRow(question: Question, table: Table, row: Row): boolean {
  const kind = tables[table]
  if (isPastClosed(question)) return false
  if (kind === 'directory') return readsDirectory(question, table)
  if (kind === 'workforce') return true
  if (listed.includes(table)) return readsListed(question, table)
  if (hasLeft(question)) return false
  if (kind === 'legal') return readsAdvice(question, row)
  if (kind === 'staff') return readsOfStaff(question, table, row)
  if (isOfDataQuality(question)) return readsForReturns(question, table, row)
  if (kind === 'note') return mayReadNote(question, row)
  if (kind === 'group') return readsGroup(question, row)
  if (tablesOfMerges.includes(table)) return readsMerge(question, table, row)
  if (kind === 'A2') return readsIdentityRow(question, table, row)
  if (kind === 'contact') return readsContact(question, table, row)
  if (kind === 'dispute') return readsDispute(question, row)
  if (kind === 'meeting') return readsOfMeeting(question, table, row)
  if (kind === 'paper') return readsPapers(question, table, row)
  if (kind === 'portal') return readsOfPortal(question, table, row)
  if (kind === 'transfer') return readsTransfer(question, row)
  if (kind === 'several') return readsOfSeveral(question, row)
  if (kind === 'C1') return readsShared(question, table, row)
  if (kind === 'C2') return readsClinicalNote(question, row)
  if (kind === 'told') return readsOfTold(question, table, row)
  if (kind === 'partner') return readsOfPartner(question, table, row)
  if (kind === 'agency') return readsOfAgency(question, table, row)
  if (kind === 'school') return readsOfSchool(question, table, row)
  if (kind === 'visit') return readsOfVisit(question, table, row)
  if (kind === 'harm') return readsHarm(question, table, row)
  if (table === 'note_person') return mayReadNotePerson(question, row)
  if (table === 'task') return readsTask(question, row)
  if (table === 'document_person' && readsOwnFile(question, row)) return true
  if (table === 'need' && readsNeedOfTeam(question, row)) return true
  if (isNeedOfParent(table, row)) return readsNeedOfParent(question, row)
  if (isAboutSealed(question, row)) return false
  const personId = row.personIds[0]
  if (table === 'twin_likeness') return readsTwins(question, row)
  if (table === 'relationship_quality') return readsOpinion(question, row)
  // The plan of a child in need shows to whoever has the plan, the record or its summary.
  const dataClass = kind === 'B1' ? 'B1S' : kind
  if (personId === undefined) return false
  return (
    hasEntry(question, personId, { dataClass, toWrite: false }) || leadsProtection(question, table, personId)
  )
}

/** 4.2: a data-quality officer sees codes and dates, and a past moment is shown in whole rows. */
function isPastClosed(question: Question): boolean {
  return question.holds('a past moment is asked', question.world.isPast === true) && isOfDataQuality(question)
}

function isOfDataQuality({ holds, worker }: Question): boolean {
  return holds('the worker is of class data_quality', worker.class === 'data_quality')
}

/** A1: "signed-in". What an import reports of itself is for those who mend the record, not for the night (AC1). */
function readsDirectory(question: Question, table: Table): boolean {
  const { holds, worker } = question
  if (holds('users may keep the table', !tablesOfImports.includes(table))) return true
  return !holds('the worker is of class duty', worker.class === 'duty')
}

/** 4.2: "Data-quality officer: codes and dates", of the whole authority, never of whom any list keeps from them. */
function readsForReturns(question: Question, table: Table, row: Row): boolean {
  if (!question.holds('a return needs the table', isNeededByReturns(table))) return false
  if (isNeedOfParent(table, row)) return false
  return !isHiddenByRestriction(question, row) && !isAboutSealed(question, row)
}

function isNeededByReturns(table: Table): boolean {
  for (const needed of tablesOfDataQuality) {
    if (needed === table) return true
  }
  return false
}

/** A family or a household shows when one of those who were ever in it does. */
function readsGroup(question: Question, group: Row): boolean {
  for (const personId of group.personIds) {
    if (mayReadIdentity(question, personId)) return true
  }
  return false
}

/** A2. A relationship tells of two people, and both must be visible; a confidential address is C3 (AC7). */
function readsIdentityRow(question: Question, table: Table, row: Row): boolean {
  const isSecret = table === 'person_address' && row.isConfidential === true
  if (question.holds('the address is confidential', isSecret)) return readsSecretAddress(question, row)
  for (const personId of row.personIds) {
    if (!mayReadIdentity(question, personId)) return false
  }
  return row.personIds.length > 0
}

/** C3: refuge and other hidden addresses, only by a tie that gives them, of somebody of whom one may know. */
function readsSecretAddress(question: Question, row: Row): boolean {
  const personId = row.personIds[0]
  if (personId === undefined || !hasEntry(question, personId, { dataClass: 'C3', toWrite: false }))
    return false
  return mayReadIdentity(question, personId)
}

/** What is thought of how two people get on: the record of the first, and a tie to the other. */
function readsOpinion(question: Question, { personIds }: Row): boolean {
  const [first, second] = personIds
  if (first === undefined || second === undefined) return false
  if (!hasEntry(question, first, { dataClass: 'B2', toWrite: false })) return false
  return hasEntry(question, second, { dataClass: 'A2', toWrite: false })
}

/**
 * Two records of one person are joined by who has both; that they are of two shows to who is tied to both. "With two lists, one that leaves
 * the reader out is enough."
 */
function readsMerge(question: Question, table: Table, { personIds }: Row): boolean {
  if (isHiddenByRestriction(question, { personIds })) return false
  const dataClass = table === 'not_same_person' ? 'A2' : 'B2'
  for (const personId of personIds) {
    if (!hasEntry(question, personId, { dataClass, toWrite: false })) return false
  }
  return personIds.length > 0
}
