import { hasEntry, seesPeopleByTie, writesAboutPeople } from './hasEntry.ts'
import { writesRecordOfAll } from './meetings.ts'
import { isAboutSealed, isHiddenByRestriction } from './notes.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** "Accounts, and a child's own page, are read in the record by whoever has B2 of any of the children". */
export function readsOfPortal(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  if (table === 'family_word') return hasRecordOfAny(question, row) // a row of one child's own record, by its ties
  if (isHiddenByRestriction(question, row) || isAboutSealed(question, row)) return false
  if (!hasRecordOfAny(question, row)) return false
  return table !== 'family_channel' || knowsWhereToReach(question, row, false)
}

function hasRecordOfAny(question: Question, { personIds }: Row): boolean {
  return personIds.some(personId => hasEntry(question, personId, { dataClass: 'B2', toWrite: false }))
}

/** "Safety data (C3) of that person: read by whoever has it, kept and ended by whoever has it to write." */
function knowsWhereToReach(question: Question, { aboutId }: Row, toWrite: boolean): boolean {
  return aboutId !== undefined && hasEntry(question, aboutId, { dataClass: 'C3', toWrite })
}

/** An account "is opened by who writes B2 of each of them"; what a child writes is the child's alone. */
export function addsOfPortal(question: Question, table: Table, row: Row): boolean {
  if (table === 'family_word' || table === 'portal_alarm' || !writesAboutPeople(question)) return false
  if (isHiddenByRestriction(question, row) || isAboutSealed(question, row)) return false
  if (table === 'family_channel' && !knowsWhereToReach(question, row, true)) return false
  return writesRecordOfAll(question, row.personIds)
}

/** What somebody saw and should not have: said by whoever "writes B2 of every child of the account", what was found. */
export function settlesAlarm(question: Question, row: Row): boolean {
  if (!writesAboutPeople(question) || !readsOfPortal(question, 'portal_alarm', row)) return false
  return writesRecordOfAll(question, row.personIds)
}

/** Closed likewise; and that somebody has heard what a child wrote is for who writes the child's record. */
export function changesOfPortal(question: Question, table: Table, row: Row): boolean {
  if (table === 'family_channel' && !knowsWhereToReach(question, row, true)) return false
  if (table === 'portal_alarm') return false // what was seen stands; that somebody has seen to it is said beside it
  return (
    writesAboutPeople(question) &&
    readsOfPortal(question, table, row) &&
    writesRecordOfAll(question, row.personIds)
  )
}
