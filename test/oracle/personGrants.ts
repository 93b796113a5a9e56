import type { Uuid } from '#platform/ids'
import { isDuring, isLive, type Question } from './question.ts'
import { type Need, reaches } from './reaches.ts'
import { reachesPerson } from './reachesPerson.ts'

/** Whoever made the record of a person finishes it: seven days from the instant it was made. */
export function isGivenByCreation(question: Question, personId: Uuid, need: Need): boolean {
  const { world, worker, holds } = question
  for (const person of world.people) {
    if (person.id !== personId) continue
    if (!holds('the worker made the record', person.createdBy === worker.id)) continue
    const week = { startsAt: person.createdAt, endsAt: person.createdAt.add({ hours: 7 * 24 }) }
    if (!isDuring(question, "the creator's week", week)) continue
    if (reachesPerson(question, reaches.creator, person.id, personId, need)) return true
  }
  return false
}

/** 4.2, health visitor, school, adult practitioners: the summary of the one person they work with. */
export function isGivenByInvolvement(question: Question, personId: Uuid, need: Need): boolean {
  const { world, worker, holds } = question
  for (const involvement of world.involvements) {
    if (!holds('the involvement is the worker', involvement.workerId === worker.id)) continue
    if (!isLive(question, 'involvement', involvement)) continue
    if (reachesPerson(question, reaches.involvement, involvement.personId, personId, need)) return true
  }
  return false
}

/** AC1, the logged purpose: from the instant of opening until it runs out. A reference opens restricted people only. */
export function isGivenByOpening(question: Question, personId: Uuid, need: Need): boolean {
  const { world, worker, holds } = question
  for (const opening of world.openings) {
    if (!holds("the opening is the worker's", opening.actorId === worker.id)) continue
    if (!holds('the opening gives a reason of its own', opening.kind !== 'reference')) continue
    if (!isDuring(question, 'opening', { startsAt: opening.openedAt, endsAt: opening.endsAt })) continue
    const byDirector = holds('the opening is by the director', opening.kind === 'director')
    const reach = byDirector ? reaches.directorOpening : reaches.opening
    if (reachesPerson(question, reach, opening.subjectId, personId, need)) return true
  }
  return false
}
