import { hasEntry, hasLeft, writesAboutPeople } from './hasEntry.ts'
import { mayAddNote, mayAddNotePerson } from './notes.ts'
import type { Question } from './question.ts'
import { readsRow } from './reading.ts'
import { isBarred } from './restriction.ts'
import { type Table, tables } from './tables.ts'
import type { Row } from './world.ts'

/** Whether the worker of this question may add a row like this one. */
export function addsRow(question: Question, table: Table, row: Row): boolean {
  const kind = tables[table]
  if (kind === 'directory') return keepsDirectories(question)
  if (hasLeft(question)) return false
  // A record has to begin somewhere: whoever takes a call may enter a person, a family, a household.
  if (table === 'person' || kind === 'group') return writesAboutPeople(question)
  if (kind === 'note') return mayAddNote(question, row)
  if (table === 'note_person') return mayAddNotePerson(question, row)
  return writesAbout(question, table, row)
}

/** Whether the worker of this question may change this row as it stands, its person and author left as they are. */
export function changesRow(question: Question, table: Table, row: Row): boolean {
  const kind = tables[table]
  if (kind === 'directory') return keepsDirectories(question)
  if (hasLeft(question)) return false
  if (kind === 'note' || table === 'note_person') return false // a note stands as it was written
  if (kind === 'group') return writesAboutSomebody(question, row)
  // One cannot mend what one cannot see: of a relationship the other person, of a confidential address C3.
  if (!readsRow(question, table, row)) return false
  return writesAbout(question, table, row)
}

/** 4.2, system administrator: the directories, and nothing else. */
function keepsDirectories(question: Question): boolean {
  return question.holds('the worker is an administrator', question.worker.class === 'administrator')
}

/** Write in the table's own class on the first person; a relationship must not name anyone kept from the worker (AC6). */
function writesAbout(question: Question, table: Table, row: Row): boolean {
  const dataClass = tables[table] === 'A2' ? 'A2' : 'B2' // the summary tables are written by those who have all of B2
  const first = row.personIds[0]
  if (first === undefined) return false
  for (const other of row.personIds.slice(1)) {
    if (isBarred(question, other)) return false
  }
  return hasEntry(question, first, { dataClass, toWrite: true })
}

/** A family or household is mended by whoever may write the identity of somebody who was ever in it. */
function writesAboutSomebody(question: Question, group: Row): boolean {
  for (const personId of group.personIds) {
    if (hasEntry(question, personId, { dataClass: 'A2', toWrite: true })) return true
  }
  return false
}
