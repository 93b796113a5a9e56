import type { Uuid } from '#platform/ids'
import { hasEntry } from './hasEntry.ts'
import { isDuring, type Question } from './question.ts'
import { isBarred } from './restriction.ts'

/** Class A2 of one person: by a tie, or as one who may look up anybody of the authority. */
export function mayReadIdentity(question: Question, personId: Uuid): boolean {
  if (hasEntry(question, personId, { dataClass: 'A2', toWrite: false })) return true
  return looksUpAnybody(question) && !isBarred(question, personId)
}

/**
 * 4.2: out-of-hours duty, "any child of the authority while on the rota", and the director of children's services. Who they
 * are (A2) only, except a confidential address (C3): all else takes an opening with a reason.
 */
function looksUpAnybody(question: Question): boolean {
  const { holds, worker } = question
  if (holds('the worker is a director', worker.class === 'director')) return true
  return holds('the worker is of class duty', worker.class === 'duty') && isOnShift(question)
}

export function isOnShift(question: Question): boolean {
  const { holds, worker, world } = question
  for (const shift of world.shifts) {
    if (!holds("the shift is the worker's", shift.workerId === worker.id)) continue
    if (isDuring(question, 'shift', shift)) return true
  }
  return false
}
