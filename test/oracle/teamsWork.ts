import type { Uuid } from '#platform/ids'
import { isRelative } from './family.ts'
import { isPractitioner } from './frontDoorGrants.ts'
import { hasEntry, writesAboutPeople } from './hasEntry.ts'
import { isAboutSealed, isAuthor, isHiddenByRestriction } from './notes.ts'
import { isUpTo } from './order.ts'
import { isLive, type Question } from './question.ts'
import type { Tie } from './reaches.ts'
import { roleOf } from './strandFacts.ts'
import type { Table } from './tables.ts'
import type { Row } from './world.ts'

/** "Whoever writes the record (B2) of a child of the family today, by holding, teams, area or a named list." */
const tiesOfTheLine: readonly Tie[] = ['holder', 'team', 'area', 'named list']

/** A workbook "is read by whoever has C1 of anybody who is or was of that family"; a strand "by whoever has C1 of its person". */
export function readsTeamsWork(question: Question, table: Table, row: Row): boolean {
  if (row.personIds.some(personId => sharesIn(question, personId, false))) return true
  return question.holds('it tells dates alone', table !== 'strand') && hasSummaryOfAny(question, row)
}

/** Time limits are counted from dates: they are read "by whoever has the summary of one of them too". */
function hasSummaryOfAny(question: Question, { personIds }: Row): boolean {
  return personIds.some(personId => hasEntry(question, personId, { dataClass: 'B2S', toWrite: false }))
}

/** "Workbooks and strands are kept by the line: for a strand, with C1 of its person to write." */
export function addsTeamsWork(question: Question, table: Table, row: Row): boolean {
  if (!keepsWorkbook(question, row)) return false
  if (table === 'workbook') return true
  return isOfFamily(question, row) && sharesInAll(question, row)
}

/** The line; and "whoever works on a strand writes of it what became of it", until it has ended. */
export function changesTeamsWork(question: Question, table: Table, row: Row): boolean {
  if (!readsTeamsWork(question, table, row)) return false
  if (table === 'workbook') return keepsWorkbook(question, row)
  if (!isOngoing(question, row) || !sharesInAll(question, row)) return false
  if (keepsWorkbook(question, row)) return true
  return isPractitioner(question) && worksOnIt(question, row) // out-of-hours duty works on none
}

/** "Not who works on it": that is for the line. */
export function choosesWorker(question: Question, row: Row): boolean {
  return changesTeamsWork(question, 'strand', row) && keepsWorkbook(question, row)
}

/** "By their author, until the person is kept from them, and by whoever of the author's organisation holds a post of that discipline today and has C1". */
export function readsClinicalNote(question: Question, row: Row): boolean {
  if (!isPractitioner(question)) return false
  if (isAuthor(question, row)) {
    if (!isHiddenByRestriction(question, row)) return true
  }
  if (!isOfService(question, row) || !isOfDiscipline(question, row)) return false
  return sharesInAll(question, row, false)
}

/** "Written by who works on the open strand, of its discipline, for their own organisation." */
export function addsClinicalNote(question: Question, row: Row): boolean {
  if (!isPractitioner(question) || !isAuthor(question, row) || !isOngoing(question, row)) return false
  if (!worksOnIt(question, row) || !isOfService(question, row) || !isOfDiscipline(question, row)) return false
  return sharesInAll(question, row, false)
}

/** "Read and noted by whoever has C1 of child and adult, to write", beside those who have the record or the plan. */
export function readsNeedOfTeam(question: Question, row: Row): boolean {
  return !isAboutSealed(question, row) && sharesInAll(question, withAdult(row), false)
}

/** "Noted by whoever has C1 of child and adult, to write": of an adult, as anybody notes it, who is of a family of the child that day. */
export function writesNeedOfTeam(question: Question, row: Row): boolean {
  if (isAboutSealed(question, row) || !sharesInAll(question, withAdult(row))) return false
  const [childId] = row.personIds
  return (
    row.aboutId === undefined ||
    (childId !== undefined && isRelative(question, childId, row.aboutId, 'adult'))
  )
}

const withAdult = ({ personIds, aboutId }: Row) => ({
  personIds: aboutId === undefined ? personIds : [...personIds, aboutId],
})

export function keepsWorkbook(question: Question, row: Row): boolean {
  if (!writesAboutPeople(question)) return false
  const ofLine = { dataClass: 'B2', toWrite: true, ties: tiesOfTheLine } as const
  for (const member of question.world.familyMembers) {
    if (member.familyId !== row.familyId) continue
    if (!question.holds('the member is a child', member.role === 'child')) continue
    if (!isLive(question, "the child's membership", member)) continue
    if (hasEntry(question, member.personId, ofLine)) return true
  }
  return false
}

/** A strand is begun for somebody who has not left the family. */
function isOfFamily(question: Question, row: Row): boolean {
  const { holds, today, world } = question
  const isMember = world.familyMembers.some(
    one =>
      one.familyId === row.familyId &&
      row.personIds.includes(one.personId) &&
      (one.endedOn === null || isUpTo(today, one.endedOn)),
  )
  return holds('the person has not left the family', isMember)
}

function isOngoing({ holds }: Question, row: Row): boolean {
  return holds('the strand goes on', row.isClosed !== true)
}

function worksOnIt({ holds, worker }: Question, row: Row): boolean {
  return holds('the worker is who works on it', row.workerId === worker.id)
}

function isOfService({ holds, worker }: Question, row: Row): boolean {
  const isTheirs = row.originatorId !== undefined && worker.organisationId === row.originatorId
  return holds("the note is of the worker's organisation", isTheirs)
}

function isOfDiscipline(question: Question, row: Row): boolean {
  const { holds, world, worker } = question
  for (const post of world.posts) {
    if (!holds("the post is the worker's", post.workerId === worker.id)) continue
    const isIts = Object.entries(roleOf).some(([its, role]) => its === row.discipline && role === post.role)
    if (holds('the worker is of its discipline', isIts) && isLive(question, 'post', post)) return true
  }
  return false
}

/** C1 of everybody in it. */
export function sharesInAll(
  question: Question,
  { personIds }: Pick<Row, 'personIds'>,
  toWrite = true,
): boolean {
  return personIds.length > 0 && personIds.every(personId => sharesIn(question, personId, toWrite))
}

function sharesIn(question: Question, personId: Uuid, toWrite: boolean): boolean {
  return hasEntry(question, personId, { dataClass: 'C1', toWrite })
}
