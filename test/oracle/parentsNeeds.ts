import { isRelative } from './family.ts'
import { hasEntry } from './hasEntry.ts'
import { mayReadIdentity } from './identity.ts'
import { isAboutSealed } from './notes.ts'
import type { Question } from './question.ts'
import type { Tie } from './reaches.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** Ties that make a child somebody's to work with: neither what one opens for oneself, nor a list for one person, nor a first week. */
export const tiesThatHold: readonly Tie[] = ['holder', 'team', 'area', 'duty queue', 'contact']

/** Whether the need is an adult's of the family, and only stands with the child. */
export function isNeedOfParent(table: Table, row: Row): boolean {
  return table === 'need' && row.aboutId !== undefined
}

/** What a parent needs stands with the child: for who has the record or the plan, and not for who has its summary (4.2, class C1). */
export function readsNeedOfParent(question: Question, row: Row): boolean {
  const childId = row.personIds[0]
  if (childId === undefined || isAboutSealed(question, row)) return false
  return hasEntry(question, childId, { dataClass: 'B1', toWrite: false })
}

/** Written by who holds the child, of an adult of the family that day. As of a relationship, one must know who the other is. */
export function writesNeedOfParent(question: Question, row: Row): boolean {
  const { personIds, aboutId } = row
  const childId = personIds[0]
  if (childId === undefined || aboutId === undefined || isAboutSealed(question, row)) return false
  if (!hasEntry(question, childId, { dataClass: 'B2', toWrite: true, ties: tiesThatHold })) return false
  return isRelative(question, childId, aboutId, 'adult') && mayReadIdentity(question, aboutId)
}
