import type { Uuid } from '#platform/ids'
import { isPractitioner } from './frontDoorGrants.ts'
import { hasEntry, seesPeopleByTie } from './hasEntry.ts'
import { isAuthor } from './notes.ts'
import { isUpTo } from './order.ts'
import { isOfOriginator } from './originators.ts'
import { isLive, type Question } from './question.ts'
import { isBarredBySomeList } from './restriction.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** AC9, "partner data stays theirs"; AC2, "own past contributions stay readable to author". */
export function readsOfAgency(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  const [personId] = row.personIds
  if (personId === undefined) return false
  if (table === 'agency_record') return readsIndex(question, personId, row)
  if (hasEntry(question, personId, { dataClass: 'B2', toWrite: false })) return true
  if (!isPractitioner(question) || isBarredBySomeList(question, personId)) return false
  if (isTeller(question, table, row)) return table !== 'agency_request' || mayAnswer(question, personId, row)
  // What the author is asked is between those who hold the record and the author.
  return table === 'contribution' && isOfOriginator(question, row) && worksWith(question, personId)
}

/** "Whoever works with the child today, for that organisation alone; not about somebody kept from them." */
export function addsOfAgency(question: Question, table: Table, row: Row): boolean {
  const [personId] = row.personIds
  if (personId === undefined || !isAuthor(question, row)) return false
  if (table === 'contribution_query') return hasEntry(question, personId, { dataClass: 'B2', toWrite: true })
  if (table === 'agency_request') return mayAsk(question, personId, row)
  if (table === 'agency_record') return speaksFor(question, personId, row)
  if (row.writerId === undefined) return speaksFor(question, personId, row)
  return corrects(question, personId, row)
}

/** "Changing nothing"; of what it says that it holds an organisation says the rest itself. */
export function changesOfAgency(question: Question, table: Table, row: Row): boolean {
  const [personId] = row.personIds
  if (table !== 'agency_record' || personId === undefined) return false
  return isAuthor(question, row) && speaksFor(question, personId, row)
}

/** "Whether the family may be told is for its author alone", and a question is "answered by the author". */
export function settlesOfAgency(question: Question, table: Table, row: Row): boolean {
  const [personId] = row.personIds
  if (table === 'agency_record' || personId === undefined || !isPractitioner(question)) return false
  if (!isTeller(question, table, row) || isBarredBySomeList(question, personId)) return false
  return table !== 'agency_request' || mayAnswer(question, personId, row)
}

/** "By A2 of the child"; a sensitive service "without its name", which the row holds: its own people alone read that. */
function readsIndex(question: Question, personId: Uuid, row: Row): boolean {
  if (!hasEntry(question, personId, { dataClass: 'A2', toWrite: false })) return false
  if (!question.holds('the service is sensitive', row.isSensitive === true)) return true
  return isOfOriginator(question, row)
}

/** "Its author corrects it by another beside it, while they work with the child or while somebody waits for their answer." */
function corrects(question: Question, personId: Uuid, row: Row): boolean {
  const { holds, worker } = question
  if (!holds('the worker told it', row.writerId === worker.id)) return false
  if (speaksFor(question, personId, row)) return true
  if (!holds('somebody waits for the answer', row.isAwaited === true)) return false
  return isOfAgency(question, personId, row)
}

/** "By whoever writes the record, of somebody who works with the child that day for another agency and has not left." */
function mayAsk(question: Question, personId: Uuid, row: Row): boolean {
  if (!hasEntry(question, personId, { dataClass: 'B2', toWrite: true })) return false
  const { world } = question
  const asked = world.workers.find(one => one.id === row.writerId)
  if (asked === undefined || (asked.leftAt !== null && isUpTo(asked.leftAt, world.now))) return false
  const its = world.organisations.find(one => one.id === asked.organisationId)
  if (its === undefined || its.kind === 'council') return false
  return world.involvements.some(
    one => one.personId === personId && one.workerId === asked.id && isLive(question, 'involvement', one),
  )
}

/** "What they were asked they read while they work with the child, and once they have answered it." */
function mayAnswer(question: Question, personId: Uuid, row: Row): boolean {
  if (row.isClosed === true) return true
  const { worker, world } = question
  const its = world.organisations.find(one => one.id === worker.organisationId)
  return its !== undefined && its.kind !== 'council' && worksWith(question, personId)
}

/** "An organisation speaks for itself, by somebody who works with the child." */
function speaksFor(question: Question, personId: Uuid, row: Row): boolean {
  return isOfAgency(question, personId, row) && worksWith(question, personId)
}

function isOfAgency(question: Question, personId: Uuid, row: Row): boolean {
  if (!isPractitioner(question) || !isOfOriginator(question, row) || isCouncils(question, row)) return false
  return !isBarredBySomeList(question, personId)
}

function isTeller(question: Question, table: Table, row: Row): boolean {
  if (table === 'contribution') return isAuthor(question, row)
  return question.holds('the worker told it', row.writerId === question.worker.id)
}

function isCouncils({ holds, world }: Question, { originatorId }: Row): boolean {
  const its = world.organisations.find(one => one.id === originatorId)
  return holds('the council is no other agency', its?.kind === 'council')
}

function worksWith(question: Question, personId: Uuid): boolean {
  const { holds, worker, world } = question
  for (const involvement of world.involvements) {
    if (involvement.personId !== personId) continue
    if (!holds('the involvement is the worker', involvement.workerId === worker.id)) continue
    if (isLive(question, 'involvement', involvement)) return true
  }
  return false
}
