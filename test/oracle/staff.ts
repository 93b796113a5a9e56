import type { Uuid } from '#platform/ids'
import { seesPeopleByTie } from './hasEntry.ts'
import { isAuthor } from './notes.ts'
import { isLive, type Question } from './question.ts'
import type { Table } from './tables.ts'
import type { Row, World } from './world.ts'

type Post = World['posts'][number]

/** What is the worker's and the line's: "early career and absence". */
const kept: readonly Table[] = ['early_career', 'worker_absence']
/** What is of a session of supervision. */
const ofSession: readonly Table[] = [
  'supervision_session',
  'practice_development',
  'supervision_action',
  'supervision_correction',
]

/** D1: "read by the worker they are about and by their line"; an administrator and data quality have no part in it. */
export function readsOfStaff(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  if (table === 'supervision_audit') return readsAudit(question, row)
  if (table === 'supervision_sample') return isAuthor(question, row) || readsAudit(question, auditOf(row))
  if (isAbout(question, row)) return true
  if (table === 'wellbeing_check') return isToldOfWellbeing(question, row)
  if (isLineOf(question, row.workerId)) return true
  return ofSession.includes(table) && (isSupervisor(question, row) || isAuditor(question, row))
}

export function addsOfStaff(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  if (kept.includes(table)) return isOfPractice(question) && isLineOf(question, row.workerId)
  if (table === 'wellbeing_check') return isAbout(question, row)
  if (table === 'supervision_sample') return isAuthor(question, row)
  if (table === 'supervision_audit') return drawsAudit(question, row)
  if (table === 'supervision_session') return isSupervisor(question, row) && isLineOf(question, row.workerId)
  if (table === 'supervision_correction') return corrects(question, row)
  return isSupervisor(question, row) && isUnfinished(question, row)
}

export function changesOfStaff(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  if (kept.includes(table)) return isOfPractice(question) && isLineOf(question, row.workerId)
  if (table === 'wellbeing_check') return isAbout(question, row)
  if (table === 'supervision_audit')
    return isAuthor(question, row) && !question.holds('the audit is done', row.isClosed === true)
  if (table !== 'supervision_session' && table !== 'practice_development') return false // what was set, said or drawn stands
  if (!isSupervisor(question, row) || !isUnfinished(question, row)) return false
  return table === 'practice_development' || isLineOf(question, row.workerId)
}

/** Their own view of a session is the worker's; that an action is done is said by them or their line. */
export function answersOfStaff(question: Question, table: Table, row: Row): boolean {
  if (!seesPeopleByTie(question)) return false
  if (isAbout(question, row)) return true
  return table === 'supervision_action' && isLineOf(question, row.workerId)
}

/** A direction is given in a session that its supervisor holds and that is not complete. */
export function directsInSession(question: Question, row: Row): boolean {
  return isAuthor(question, row) && isUnfinished(question, row)
}

/** "Their line's while they share it." */
function isToldOfWellbeing(question: Question, row: Row): boolean {
  return isShared(question, row) && isLineOf(question, row.workerId)
}

/** "An audit is of whoever supervised": for its auditor, for them, and for the line of both. */
function readsAudit(question: Question, row: Row): boolean {
  return isAuthor(question, row) || isSupervisor(question, row) || isLineOfBoth(question, row)
}

function drawsAudit(question: Question, row: Row): boolean {
  if (!isLineOfBoth(question, row)) return false
  return isAuthor(question, row) || mayAudit(question, row.authorId)
}

/** Somebody else who is drawn is a manager or leads an area. */
function mayAudit({ world, today }: Question, workerId: Uuid | undefined): boolean {
  const isNow = (one: Post) =>
    Temporal.PlainDate.compare(one.startedOn, today) <= 0 &&
    (one.endedOn === null || Temporal.PlainDate.compare(today, one.endedOn) <= 0)
  const roles = ['team_manager', 'service_leader']
  return world.posts.some(one => one.workerId === workerId && roles.includes(one.role) && isNow(one))
}

/** Beside a session that is complete, in one's own name: by the worker, whoever supervised, or the line. */
function corrects(question: Question, row: Row): boolean {
  if (!isAuthor(question, row) || isUnfinished(question, row)) return false
  return isAbout(question, row) || isSupervisor(question, row) || isLineOf(question, row.workerId)
}

function isLineOfBoth(question: Question, row: Row): boolean {
  return isLineOf(question, row.workerId) && isLineOf(question, row.writerId)
}

/**
 * "Whoever holds a post today as manager or duty manager of a team in which the worker holds one today, or as leader of its area; for a
 * service leader, a director. Nobody is their own line."
 */
export function isLineOf(question: Question, workerId: Uuid | null | undefined): boolean {
  const { holds, worker, world } = question
  if (workerId == null || holds('it is about the worker', workerId === worker.id)) return false
  for (const led of world.posts) {
    if (led.workerId !== workerId || !isLive(question, 'post', led)) continue
    const isLeader = holds("the post led is a service leader's", led.role === 'service_leader')
    if (isLeader && holds('the worker is a director', worker.class === 'director')) return true
    if (isLedByPost(question, led)) return true
  }
  return false
}

function isLedByPost(question: Question, led: Post): boolean {
  const { holds, worker, world } = question
  const area = world.teams.find(one => one.id === led.teamId)?.areaId ?? null
  for (const post of world.posts) {
    if (!holds("the post is the worker's", post.workerId === worker.id)) continue
    const leads = post.role === 'service_leader' && area !== null && post.areaId === area
    const manages =
      (post.role === 'team_manager' || post.role === 'duty_manager') && post.teamId === led.teamId
    const isOver =
      holds("the team belongs to the leader's area", leads) ||
      holds('the post is a manager of the team', manages)
    if (isOver && isLive(question, 'post', post)) return true
  }
  return false
}

/** Out-of-hours duty keeps nothing of staff. */
function isOfPractice({ holds, worker }: Question): boolean {
  return !holds('the worker is of class duty', worker.class === 'duty')
}

function isAbout({ holds, worker }: Question, row: Row): boolean {
  return holds('it is about the worker', row.workerId === worker.id)
}

function isSupervisor({ holds, worker }: Question, row: Row): boolean {
  return holds('the worker supervised', row.writerId === worker.id)
}

/** "Until the audit is done." */
function isAuditor({ holds, worker }: Question, { readerIds = [] }: Row): boolean {
  return holds('the worker audits it', readerIds.includes(worker.id))
}

function isShared({ holds }: Question, row: Row): boolean {
  return holds('it is shared with the manager', row.isShared === true)
}

function isUnfinished({ holds }: Question, row: Row): boolean {
  return !holds('the session is complete', row.isClosed === true)
}

/** Of a draw the audit that was drawn. */
function auditOf({ readerIds, ...row }: Row): Row {
  const [authorId] = readerIds ?? []
  return authorId === undefined ? row : { ...row, authorId }
}
