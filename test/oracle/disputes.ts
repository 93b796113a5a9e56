import { hasEntry, writesAboutPeople } from './hasEntry.ts'
import { isAuthor } from './notes.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** "Read by its parties while they may see the child (A2), and by whoever has the record." A stage goes with its disagreement. */
export function readsDispute(question: Question, row: Row): boolean {
  const [personId] = row.personIds
  if (personId === undefined) return false
  if (hasEntry(question, personId, { dataClass: 'B2', toWrite: false })) return true
  return isParty(question, row) && seesChild(question, row)
}

/** Raised in one's own name by whoever writes the record; a stage is put to another by who raised it. */
export function addsDispute(question: Question, table: Table, row: Row): boolean {
  const [personId] = row.personIds
  if (personId === undefined || !writesAboutPeople(question) || !isAuthor(question, row)) return false
  if (table === 'cp_dispute') return hasEntry(question, personId, { dataClass: 'B2', toWrite: true })
  return readsDispute(question, row) && !isAsked(question, row)
}

/** Settled by who raised it, while they may see the child; a stage is answered by the one to whom it was put. */
export function changesDispute(question: Question, table: Table, row: Row): boolean {
  if (!writesAboutPeople(question) || !readsDispute(question, row)) return false
  return table === 'cp_dispute' ? isAuthor(question, row) && seesChild(question, row) : isAsked(question, row)
}

const isParty = ({ holds, worker }: Question, { allowedIds = [] }: Row): boolean =>
  holds('the worker is a party to it', allowedIds.includes(worker.id))

const isAsked = ({ holds, worker }: Question, { workerId }: Row): boolean =>
  holds('the stage is put to the worker', workerId === worker.id)

function seesChild(question: Question, { personIds }: Row): boolean {
  const [personId] = personIds
  return personId !== undefined && hasEntry(question, personId, { dataClass: 'A2', toWrite: false })
}
