import type { Uuid } from '#platform/ids'
import { hasEntry } from './hasEntry.ts'
import type { Question } from './question.ts'
import type { Tie } from './reaches.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** Ties that make a child somebody's to work with: an adult who is a risk is named to these alone. */
const tiesThatHold: readonly Tie[] = ['holder', 'team', 'area', 'duty queue', 'contact']

const reads = (question: Question, personId: Uuid) =>
  hasEntry(question, personId, { dataClass: 'B2', toWrite: false })
const writes = (question: Question, personId: Uuid) =>
  hasEntry(question, personId, { dataClass: 'B2', toWrite: true })

/** Whether the worker of this question may read what plans share of harm outside the home, or one child's tie to it. */
export function readsHarm(question: Question, table: Table, row: Row): boolean {
  if (table === 'harm_link') return readsLink(question, row)
  if (table === 'harm_place' && row.isConfidential !== true) return readsAnybody(question, false)
  return row.personIds.some(personId => reads(question, personId))
}

export function addsHarm(question: Question, table: Table, row: Row): boolean {
  if (table !== 'harm_link') return readsAnybody(question, true)
  const [child] = row.personIds
  return child !== undefined && writes(question, child) && readsLink(question, row)
}

export function changesHarm(question: Question, table: Table, row: Row): boolean {
  if (!readsHarm(question, table, row)) return false
  if (table !== 'harm_link') return row.personIds.some(personId => writes(question, personId))
  const [child] = row.personIds
  return child !== undefined && writes(question, child)
}

/** A tie is one child's, and shows with that child's record; of another child with theirs too, of an adult to who holds the child. */
function readsLink(question: Question, { personIds, aboutId, role }: Row): boolean {
  const [child, peer] = personIds
  if (child === undefined || !reads(question, child)) return false
  if (peer !== undefined && !reads(question, peer)) return false
  if (role !== 'adult') return true
  if (!hasEntry(question, child, { dataClass: 'B2', toWrite: false, ties: tiesThatHold })) return false
  return aboutId === undefined || hasEntry(question, aboutId, { dataClass: 'A2', toWrite: false })
}

/** Whether there is anybody whose record the worker may read, or write. */
function readsAnybody(question: Question, toWrite: boolean): boolean {
  return question.world.people.some(({ id }) => hasEntry(question, id, { dataClass: 'B2', toWrite }))
}
