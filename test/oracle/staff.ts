import { auditOf, drawsAudit, isSupervisor, readsAudit } from './auditsOfSupervision.ts'
import { seesPeopleByTie } from './hasEntry.ts'
import { isLineOf } from './lineOf.ts'
import { isAuthor } from './notes.ts'
import type { Question } from './question.ts'
import type { Table } from './tables.ts'
import { keepsWorkforce } from './workforce.ts'
import type { Row } from './world.ts'

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
  if (table === 'supervision_sample') return isAuthor(question, row) && keepsWorkforce(question)
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

/** Beside a session that is complete, in one's own name: by the worker, whoever supervised, or the line. */
function corrects(question: Question, row: Row): boolean {
  if (!isAuthor(question, row) || isUnfinished(question, row)) return false
  return isAbout(question, row) || isSupervisor(question, row) || isLineOf(question, row.workerId)
}

/** Out-of-hours duty keeps nothing of staff. */
function isOfPractice({ holds, worker }: Question): boolean {
  return !holds('the worker is of class duty', worker.class === 'duty')
}

function isAbout({ holds, worker }: Question, row: Row): boolean {
  return holds('it is about the worker', row.workerId === worker.id)
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
