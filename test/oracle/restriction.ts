import type { Uuid } from '#platform/ids'
import { isUpTo } from './order.ts'
import { isDuring, type Question } from './question.ts'
import type { World } from './world.ts'

type Restriction = World['restrictions'][number]

/** D2 (domain.md 4.1): a member of staff's family, a public figure, a protected witness; while any restriction of theirs lasts. */
export function isRestricted(question: Question, personId: Uuid): boolean {
  for (const restriction of question.world.restrictions) {
    if (isLiveFor(question, restriction, personId)) return true
  }
  return false
}

/** D2, "named list": any one live list that names the worker is enough. */
export function isNamed(question: Question, personId: Uuid): boolean {
  for (const restriction of question.world.restrictions) {
    if (!isLiveFor(question, restriction, personId)) continue
    if (question.holds('the list names the worker', names(restriction, question.worker.id))) return true
  }
  return false
}

/** D2, "break-glass only by a reference given by that list or the duty manager". */
export function hasReference(question: Question, personId: Uuid): boolean {
  const { world, worker, holds } = question
  for (const opening of world.openings) {
    if (!holds('the reference is to the worker', opening.actorId === worker.id)) continue
    if (!holds('the reference is for the person', opening.subjectId === personId)) continue
    if (!holds('the opening is a reference', opening.kind === 'reference')) continue
    if (isDuring(question, 'reference', { startsAt: opening.openedAt, endsAt: opening.endsAt })) return true
  }
  return false
}

/**
 * Whether the worker knows the person in private life: then the person does not exist for them, whatever else opens the record, from the
 * moment that it is said.
 */
export function hasConflict(question: Question, personId: Uuid): boolean {
  const { world, worker, holds } = question
  for (const conflict of world.conflicts) {
    if (!holds("the conflict is the worker's", conflict.workerId === worker.id)) continue
    if (!holds('the conflict is about the person', conflict.personId === personId)) continue
    if (holds('conflict has not ended', !isUpTo(conflict.endsAt, world.now))) return true
  }
  return false
}

/** AC6: for D2 "not even existence". Whether the person is restricted and neither a list nor a reference lets the worker in, or a conflict bars them. */
export function isBarred(question: Question, personId: Uuid): boolean {
  if (hasConflict(question, personId)) return true
  if (!isRestricted(question, personId)) return false
  if (isNamed(question, personId)) return false
  return !hasReference(question, personId)
}

/**
 * Stricter, for a row that tells of several people at once: one list that leaves the worker out is enough to hide it,
 * though another list names them.
 */
export function isBarredBySomeList(question: Question, personId: Uuid): boolean {
  if (hasConflict(question, personId)) return true
  for (const restriction of question.world.restrictions) {
    if (!isLiveFor(question, restriction, personId)) continue
    if (question.holds('every list names the worker', names(restriction, question.worker.id))) continue
    if (!hasReference(question, personId)) return true
  }
  return false
}

function isLiveFor(question: Question, restriction: Restriction, personId: Uuid): boolean {
  if (!question.holds('the restriction is on the person', restriction.subjectId === personId)) return false
  return isDuring(question, 'restriction', restriction)
}

function names(restriction: Restriction, workerId: Uuid): boolean {
  for (const member of restriction.members) {
    if (member === workerId) return true
  }
  return false
}
