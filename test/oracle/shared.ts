import type { Uuid } from '#platform/ids'
import { isPractitioner } from './frontDoorGrants.ts'
import { hasEntry } from './hasEntry.ts'
import { isAuthor, isHiddenByRestriction } from './notes.ts'
import { isLive, type Question } from './question.ts'
import type { Table } from './tables.ts'
import { addsTeamsWork, changesTeamsWork, keepsWorkbook, readsTeamsWork, sharesInAll } from './teamsWork.ts'
import type { Row, Strand } from './world.ts'

/** Kept of a family or of a strand, not of the people whom a row names. */
const ofFamily: readonly Table[] = ['workbook', 'strand', 'group_supervision']

/** "Read by whoever has C1 of every one of them, and by its author for as long as nobody in it is kept from them, also when their tie has ended." */
export function readsShared(question: Question, table: Table, row: Row): boolean {
  if (ofFamily.includes(table)) return readsTeamsWork(question, table, row)
  if (sharesInAll(question, row, false)) return true
  return isPractitioner(question) && isAuthor(question, row) && !isHiddenByRestriction(question, row)
}

/** "Written by whoever may write C1 of every one of them, each in their own name." */
export function addsShared(question: Question, table: Table, row: Row): boolean {
  if (table === 'group_supervision') return leads(question, row) && keepsWorkbook(question, row)
  if (ofFamily.includes(table)) return addsTeamsWork(question, table, row)
  if (!isAuthor(question, row) || !sharesInAll(question, row)) return false
  if (table === 'practice_session') return writesOfStrand(question, row)
  if (table === 'chapter_summary') return writesChapter(question, row)
  return table !== 'supervision_part' || leads(question, row) || addsParts(question, row)
}

/** A chapter's month is edited; of group supervision the line says what became of a task; all else stands, and is corrected beside it. */
export function changesShared(question: Question, table: Table, row: Row): boolean {
  if (table === 'workbook' || table === 'strand') return changesTeamsWork(question, table, row)
  if (table !== 'chapter_summary' && table !== 'supervision_part') return false
  if (!readsShared(question, table, row) || !sharesInAll(question, row)) return false
  return table === 'chapter_summary' ? writesChapter(question, row) : keepsWorkbook(question, row)
}

/** "A session by who works on its strand, stands in for them, or holds the case." */
function writesOfStrand(question: Question, row: Row): boolean {
  const { holds, worker, world } = question
  const strand = world.strands.find(one => one.id === row.strandId)
  if (strand === undefined) return false
  if (holds('the worker is who works on it', strand.workerId === worker.id)) return true
  return standsInFor(question, strand) || keepsWorkbook(question, row)
}

function standsInFor(question: Question, { workerId, teamId }: Strand): boolean {
  const { holds, worker, world } = question
  for (const cover of world.posts) {
    const covered = world.posts.find(one => one.id !== undefined && one.id === cover.coversId)
    const isTheirs = covered !== undefined && covered.workerId === workerId && covered.teamId === teamId
    if (!holds('the worker stands in for who works on it', isTheirs && cover.workerId === worker.id)) continue
    if (isLive(question, 'post', cover)) return true
  }
  return false
}

/** "The month of a chapter by whoever works or worked on a strand of it; of social work and family support, the line too." */
function writesChapter(question: Question, row: Row): boolean {
  const { holds, worker, world } = question
  const its = world.strands.find(one => one.id === row.strandId)
  for (const strand of world.strands) {
    const isOf =
      strand.familyId === row.familyId &&
      strand.discipline === its?.discipline &&
      strand.worksWith === its.worksWith
    if (!holds('the worker has a strand of the chapter', isOf && strand.workerId === worker.id)) continue
    if (hasEntry(question, strand.personId, { dataClass: 'C1', toWrite: false })) return true
  }
  const isOfAll = its?.discipline === 'social_work' || its?.discipline === 'family_support'
  return holds('the chapter is of the whole family', isOfAll) && keepsWorkbook(question, row)
}

/** "What it left out also by the lead worker of a child of the family and by the manager of a team that holds one, being of the line." */
function addsParts(question: Question, row: Row): boolean {
  if (!keepsWorkbook(question, row)) return false
  for (const member of question.world.familyMembers) {
    if (member.familyId !== row.familyId) continue
    if (!question.holds('the member is a child', member.role === 'child')) continue
    if (!isLive(question, "the child's membership", member)) continue
    if (hasEntry(question, member.personId, { dataClass: 'B2', toWrite: true, ties: ['team'] })) return true
    if (isLeadWorker(question, member.personId)) return true
  }
  return false
}

function isLeadWorker(question: Question, childId: Uuid): boolean {
  const { holds, worker, world } = question
  for (const allocation of world.allocations) {
    if (allocation.personId !== childId) continue
    const { role, workerId } = allocation
    const isTheirs = workerId === worker.id && (role === 'lead_social_worker' || role === 'lead_practitioner')
    if (!holds('the worker leads for the child', isTheirs)) continue
    if (isLive(question, 'allocation', allocation)) return true
  }
  return false
}

function leads({ holds, worker }: Question, row: Row): boolean {
  return holds('the worker led it', row.writerId === worker.id)
}
