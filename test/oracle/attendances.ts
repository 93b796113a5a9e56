import { hasPost, isPractitioner } from './frontDoorGrants.ts'
import { hasEntry, seesPeopleByTie, writesAboutPeople } from './hasEntry.ts'
import { isAuthor } from './notes.ts'
import type { Question } from './question.ts'
import { isBarredBySomeList } from './restriction.ts'
import type { Table } from './tables.ts'
import { type Attendance, nursing, type VisitNotice } from './toldFromOutside.ts'
import type { Row } from './world.ts'

const nurses = Object.keys(nursing)
const nursePosts = ['health_visitor', 'school_nurse', 'team_manager', 'duty_manager', 'mash_partner']
const dutyPosts = ['team_manager', 'duty_manager', 'senior_social_worker']

/** 4.2, health visitor and school nurse: "A&E notices for caseload", and what docs/access.md says of each kind. */
export function readsOfVisit(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  const visit = visitOf(question, row)
  const [personId] = row.personIds
  if (table === 'attendance_match' || (table === 'attendance_decision' && personId !== undefined))
    return personId !== undefined && hasEntry(question, personId, { dataClass: 'B2', toWrite: false })
  if (table === 'attendance_notice') return readsNotice(question, visit, noticeOf(row))
  if (hasRecord(question, visit)) return true
  return visit.notices.some(notice => readsNotice(question, visit, notice))
}

/** "Whoever may read a notice by (1) to (4) says that they have read it"; a question is answered in the team that was asked. */
export function settlesOfVisit(question: Question, table: Table, row: Row): boolean {
  const visit = visitOf(question, row)
  if (table === 'attendance_notice') return isTold(question, visit, noticeOf(row))
  if (table !== 'attendance_question' || row.teamId == null) return false
  return isOfTeamAsked(question, row.teamId) && readsOfVisit(question, table, row)
}

/** By hand, in the team that is asked: who it is, "of people to whom they have A2 entry", and another team of nurses or another council. */
export function addsOfVisit(question: Question, table: Table, row: Row): boolean {
  if (!writesAboutPeople(question)) return false
  const visit = visitOf(question, row)
  const isAsked = visit.questions.some(one => isOfTeamAsked(question, one.teamId))
  if (table === 'attendance_notice') return isAsked && isForNurses(question, noticeOf(row))
  const [personId] = row.personIds
  if (table !== 'attendance_match' || personId === undefined || !isAsked) return false
  return isAuthor(question, row) && hasEntry(question, personId, { dataClass: 'A2', toWrite: false })
}

function readsNotice(question: Question, visit: Attendance, notice: VisitNotice): boolean {
  if (isTold(question, visit, notice) || hasRecord(question, visit)) return true
  const isAsked = () => visit.questions.some(one => isOfTeamAsked(question, one.teamId))
  return isForNurses(question, notice) && isAsked()
}

/** (1) to (4). "Where the match is sealed from the reader", whom a list or a conflict leaves out, only whom it names and paediatric liaison. */
function isTold(question: Question, visit: Attendance, { kind, teamId, workerId }: VisitNotice): boolean {
  const { holds, worker } = question
  if (!writesAboutPeople(question)) return false
  if (holds('the notice names the worker', workerId === worker.id)) return true
  if (!isPractitioner(question) || teamId === null) return false
  const posts = postsTold(kind)
  const isIn = hasPost(question, teamId, post => holds('the post is told', posts.includes(post.role)))
  if (!isIn) return false
  return holds('paediatric liaison is told', kind === 'liaison') || !isSealed(question, visit)
}

function postsTold(kind: VisitNotice['kind']): readonly string[] {
  if (kind === 'liaison' || nurses.includes(kind)) return nursePosts
  if (kind === 'team_duty') return dutyPosts
  return kind === 'front_door' ? [...dutyPosts, 'social_worker'] : []
}

/** (5) "whoever holds an entry of class B2 for the person with whom it was matched". */
function hasRecord(question: Question, { personId }: Attendance): boolean {
  return personId !== null && hasEntry(question, personId, { dataClass: 'B2', toWrite: false })
}

/** "Answered in the team that was asked, by the posts of (2)". */
function isOfTeamAsked(question: Question, teamId: VisitNotice['teamId']): boolean {
  if (teamId === null || !isPractitioner(question)) return false
  return hasPost(question, teamId, post => question.holds('the post is told', nursePosts.includes(post.role)))
}

/** (6) "a notice to nurses, midwives or another council". */
function isForNurses({ holds }: Question, { kind }: VisitNotice): boolean {
  return holds('nurses or another council are told', nurses.includes(kind) || kind === 'out_of_area')
}

function isSealed(question: Question, { personId }: Attendance): boolean {
  return personId !== null && isBarredBySomeList(question, personId)
}

function noticeOf({ noticeKind, teamId, workerId }: Row): VisitNotice {
  if (noticeKind === undefined) throw new Error('A notice without a kind: say to whom it goes.')
  return { kind: noticeKind, teamId: teamId ?? null, workerId: workerId ?? null }
}

function visitOf({ world }: Question, row: Row): Attendance {
  for (const visit of world.attendances) if (visit.id === row.attendanceId) return visit
  throw new Error(`No visit ${row.attendanceId} in this world: ask about one of world.attendances.`)
}
