import { settlesOfAgency } from './agencies.ts'
import { approvesCopy } from './approvingCopies.ts'
import { settlesOfVisit } from './attendances.ts'
import { directsAll } from './givingAccess.ts'
import { hasLeft } from './hasEntry.ts'
import { decidesOfMeeting } from './meetings.ts'
import { isAuthor } from './notes.ts'
import { settlesOfPartner } from './partners.ts'
import { settlesAlarm } from './portalTables.ts'
import type { Question } from './question.ts'
import { settlesOfSchool } from './schools.ts'
import { answersOfStaff } from './staff.ts'
import { type Table, tables } from './tables.ts'
import { choosesWorker } from './teamsWork.ts'
import { closesWork } from './toldToOthers.ts'
import { answersTransfer, withdrawsTransfer } from './transfers.ts'
import type { Row } from './world.ts'
import { changesRow } from './writing.ts'

/** Tables whose rows somebody decides: authorises, approves, ends, or answers for another authority. */
export const decidedTables: readonly Table[] = [
  'approval',
  'assessment',
  'joint_assessment',
  'cin_plan',
  's47_enquiry',
  'transfer',
  'meeting_child',
  'meeting_invitee',
  'paper_copy',
  'portal_alarm',
  'strand',
  'supervision_session',
  'supervision_action',
  'protection_work',
  'attendance_notice',
  'attendance_question',
  'partner_notice',
  'partner_notice_reader',
  'partner_notice_question',
  'contribution',
  'contribution_query',
  'agency_request',
  'lead_supervision_action',
]
/** Tables whose rows somebody asks for and may take back. */
export const withdrawnTables: readonly Table[] = ['approval', 'transfer']

/** Whether the worker may decide this row in their own name: 4.2, "Team manager: authorises", and nobody their own work. */
export function decidesRow(question: Question, table: Table, row: Row): boolean {
  if (hasLeft(question)) return false
  if (table === 'transfer') return answersTransfer(question, row)
  if (table === 'meeting_child' || table === 'meeting_invitee') return decidesOfMeeting(question, table, row)
  if (table === 'paper_copy') return approvesCopy(question, row)
  if (table === 'portal_alarm') return settlesAlarm(question, row)
  if (tables[table] === 'staff') return answersOfStaff(question, table, row)
  if (table === 'protection_work') return closesWork(question, row)
  if (tables[table] === 'partner') return settlesOfPartner(question, table, row)
  if (tables[table] === 'visit') return settlesOfVisit(question, table, row)
  if (tables[table] === 'agency') return settlesOfAgency(question, table, row)
  if (tables[table] === 'school') return settlesOfSchool(question, table, row)
  if (table === 'strand') return choosesWorker(question, row)
  if (!decidedTables.includes(table) || !changesRow(question, table, row)) return false
  if (table === 'approval' && isAuthor(question, row)) return false
  return directsAll(question, row)
}

/** Whether the worker may take this row back: what one handed in, and a transfer of a child whose case one directs. */
export function withdrawsRow(question: Question, table: Table, row: Row): boolean {
  if (hasLeft(question)) return false
  if (table === 'transfer') return withdrawsTransfer(question, row)
  return table === 'approval' && changesRow(question, table, row) && isAuthor(question, row)
}
