import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { KnownRow } from './knownRow.ts'
import type { Verb } from './mcdc.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns the columns that this worker sets who authorises or answers a row, or takes it back, and to what. */
export function settledColumns(world: World, workerId: Uuid, row: KnownRow, verb: Verb): Values {
  if (row.table === 'assessment') return { authorised_on: londonDate(world.now) }
  if (row.table === 'cin_plan') return { ended_on: londonDate(world.now), end_reason: 'outcomes_met' }
  if (row.table === 's47_enquiry') return { outcome: 'not_substantiated', outcome_on: londonDate(world.now) }
  if (row.table === 'meeting_child')
    return { decision: 'no_decision', decided_at: world.now, reasons: 'As agreed' }
  if (row.table === 'meeting_invitee') return { response: 'coming', responded_at: world.now }
  if (row.table === 'paper_copy') {
    const approved_by = [...(row.approverIds ?? []), workerId]
    return { status: 'approved', approved_by, approved_at: world.now, findings_answer: 'As agreed' }
  }
  if (row.table === 'portal_alarm')
    return { settled_by: workerId, settled_at: world.now, settled_because: 'Nothing of anybody else' }
  if (row.table === 'strand') return { worker_id: null, why_nobody: 'Nobody of the discipline is in post' }
  if (row.table === 'supervision_session') return { supervisee_view: 'As I see it' }
  if (row.table === 'supervision_action') return { done_on: londonDate(world.now), done_by: workerId }
  if (row.table === 'protection_work')
    return { closed_at: world.now, closed_how: 'person', closed_by: workerId, note: 'Done' }
  if (row.table === 'partner_notice')
    return { sharing: row.isShared ? 'front_door' : 'record', sharing_by: workerId }
  if (row.table === 'attendance_notice' || row.table === 'partner_notice_reader')
    return { read_at: world.now, read_by: workerId }
  if (row.table === 'attendance_question' || row.table === 'partner_notice_question')
    return { answered_at: world.now, answered_by: workerId, answer: 'seen' }
  if (row.table === 'contribution') return { family_may_know: true }
  if (row.table === 'contribution_query') return { answered_at: world.now, answer: 'As I said' }
  if (row.table === 'agency_request') return { answered_at: world.now, answer: 'nothing_known' }
  if (row.table === 'lead_supervision_action') return { done_on: londonDate(world.now), done_by: workerId }
  if (row.table === 'joint_assessment') return { status: 'authorised' }
  const inOwnName = { decided_by: workerId, decided_at: world.now }
  if (verb === 'withdraw') return { outcome: 'withdrawn', ...inOwnName, reason: 'Not wanted any more' }
  return { outcome: row.table === 'transfer' ? 'accepted' : 'authorised', ...inOwnName, reason: 'As agreed' }
}
