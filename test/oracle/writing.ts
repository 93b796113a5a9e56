import { addsAllocation, changesAllocation, writesFamilyMember, writesInvolvement } from './givingAccess.ts'
import { hasEntry, hasLeft, writesAboutPeople } from './hasEntry.ts'
import { mayReadIdentity } from './identity.ts'
import { mayAddNote, mayAddNotePerson } from './notes.ts'
import type { Question } from './question.ts'
import { readsRow } from './reading.ts'
import { type Table, tables, tablesOfImports } from './tables.ts'
import type { Row } from './world.ts'

/** Whether the worker of this question may add a row like this one. */
export function addsRow(question: Question, table: Table, row: Row): boolean {
  const kind = tables[table]
  if (kind === 'directory') return keepsDirectory(question, table)
  if (hasLeft(question)) return false
  // A record has to begin somewhere: whoever takes a call may enter a person, a family, a household.
  if (table === 'person' || kind === 'group') return writesAboutPeople(question)
  if (kind === 'note') return mayAddNote(question, row)
  if (table === 'note_person') return mayAddNotePerson(question, row)
  if (table === 'allocation') return addsAllocation(question, row)
  return writesAbout(question, table, row)
}

/** Whether the worker of this question may change this row as it stands, its person and author left as they are. */
export function changesRow(question: Question, table: Table, row: Row): boolean {
  const kind = tables[table]
  if (kind === 'directory') return keepsDirectory(question, table)
  if (hasLeft(question)) return false
  if (kind === 'note' || table === 'note_person') return false // a note stands as it was written
  if (kind === 'group') return false // a family is its members: there is nothing else to mend
  // One cannot mend what one cannot see: of a relationship the other person, of a confidential address C3.
  if (!readsRow(question, table, row)) return false
  if (table === 'allocation') return changesAllocation(question, row)
  return writesAbout(question, table, row)
}

/** 4.2, system administrator: the directories, and nothing else. */
function keepsDirectory(question: Question, table: Table): boolean {
  const { holds, worker } = question
  if (!holds('users may keep the table', !tablesOfImports.includes(table))) return false
  return holds('the worker is an administrator', worker.class === 'administrator')
}

/** Write in the table's own class on the person whom the row is about, and what more the table asks. */
function writesAbout(question: Question, table: Table, row: Row): boolean {
  if (table === 'family_member') return writesFamilyMember(question, row)
  if (table === 'involvement') return writesInvolvement(question, row)
  const [first, second] = row.personIds
  if (first === undefined) return false
  // The summary tables are written by those who have all of B2.
  const dataClass = tables[table] === 'A2' ? 'A2' : 'B2'
  if (!hasEntry(question, first, { dataClass, toWrite: true })) return false
  // Of two people related, one must know who the other is (AC6: or it would tell that they exist).
  return second === undefined || mayReadIdentity(question, second)
}
