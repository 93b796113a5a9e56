import { hasEntry } from './hasEntry.ts'
import { isAuthor } from './notes.ts'
import type { Question } from './question.ts'
import type { DataClass } from './reaches.ts'
import type { Row } from './world.ts'

/** A task goes with the record; whoever has the plan of its child reads those that they are given or have set. */
export function readsTask(question: Question, row: Row): boolean {
  return has(question, row, 'B2', false) || (isTheirs(question, row) && has(question, row, 'B1', false))
}

/** What a visit leaves to be done is set by whoever writes the visit, in their own name; any other by who writes the record. */
export function addsTask(question: Question, row: Row): boolean {
  return has(question, row, 'B2', true) || (isAuthor(question, row) && has(question, row, 'B1', true))
}

/** Done, or set anew, by who writes the record, and by who writes the plan of what is theirs. */
export function changesTask(question: Question, row: Row): boolean {
  return has(question, row, 'B2', true) || (isTheirs(question, row) && has(question, row, 'B1', true))
}

/** Given to the worker or set by them. */
function isTheirs(question: Question, row: Row): boolean {
  if (question.holds('the task is given to the worker', row.workerId === question.worker.id)) return true
  return isAuthor(question, row)
}

function has(question: Question, { personIds }: Row, dataClass: DataClass, toWrite: boolean): boolean {
  const personId = personIds[0]
  return personId !== undefined && hasEntry(question, personId, { dataClass, toWrite })
}
