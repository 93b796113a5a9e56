import { makeUuid, type Uuid } from '#platform/ids'
import { letters, today } from './fills.ts'
import type { Fields, SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** Pages of visits to hospital: they name nobody of the record, but for whoever holds it. */
export const attendanceReadPaths: Readonly<Record<string, readonly string[]>> = {
  '/attendances': [
    '/attendances',
    '/attendances?show=late',
    '/attendances?show=corrections',
    '/attendances?show=all&format=csv',
  ],
  '/attendances/questions': [
    '/attendances/questions',
    '/attendances/questions?reason=no_match',
    '/attendances/questions?format=csv',
  ],
  '/attendances/changes': ['/attendances/changes'],
  '/attendances/timeliness/changes': ['/attendances/timeliness/changes'],
  '/attendances/timeliness': ['/attendances/timeliness'],
  '/attendances/:attendanceId': [`/attendances/${nobody}`],
  '/attendances/:attendanceId/questions/:questionId': [`/attendances/${nobody}/questions/${nobody}`],
}

type Visited = { readonly attendanceId: Uuid; readonly noticeId: Uuid }

/** A visit of which the holder was told by name. */
async function visited(
  { record, county }: Stage,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Visited> {
  const { staff } = county
  const organisation = await tell(record, 'organisation', { name: `Hospital ${letters()}`, kind: 'nhs' })
  const sender = await tell(record, 'health_sender', {
    organisation_id: organisation,
    facility: letters(),
    liaison_team_id: staff.teams.north,
    started_on: today().toString(),
  })
  const at = Temporal.Now.instant().toString()
  const attendanceId = await tell(record, 'attendance', {
    sender_id: sender,
    visit_key: letters(),
    status: 'here',
    arrived_at: at,
    sent_at: at,
    received_at: at,
  })
  const noticeId = await tell(record, 'attendance_notice', {
    attendance_id: attendanceId,
    kind: 'named_worker',
    worker_id: staff.workers.holder,
    why: 'holds_case',
    rule_version: 'test',
    read_by_day: today().toString(),
    ...more,
  })
  return { attendanceId, noticeId }
}

const ofVisit = (path: string, fields: Fields, more: Fields = {}): SendRoute => ({
  fill: async stage => {
    const { attendanceId, noticeId } = await visited(stage, more)
    return {
      by: 'holder',
      url: `/attendances/${attendanceId}/${path}`,
      fields: { ...fields, notice: noticeId },
    }
  },
})

/** A question about a visit that the manager's team was asked. */
const ofQuestion: SendRoute = {
  fill: async stage => {
    const { teams } = stage.county.staff
    const { attendanceId } = await visited(stage, { kind: 'liaison', worker_id: null, team_id: teams.north })
    const id = await tell(stage.record, 'attendance_question', {
      attendance_id: attendanceId,
      reason: 'no_match',
      team_id: teams.north,
    })
    return {
      by: 'manager',
      url: `/attendances/${attendanceId}/questions/${id}`,
      fields: { step: 'answer', answer: 'not_known_here', note: 'Nobody here knows them' },
    }
  },
}

/** The forms of a visit to hospital. */
export const attendanceSends: Readonly<Record<string, SendRoute>> = {
  '/attendances/:attendanceId/questions/:questionId': ofQuestion,
  '/attendances/:attendanceId/read': ofVisit('read', {}),
  '/attendances/:attendanceId/answer': ofVisit('answer', {
    done: 'telephoned',
    note: 'All well',
    version: '1',
  }),
  '/attendances/:attendanceId/correction': ofVisit(
    'correction',
    {},
    { withdrawn_at: Temporal.Now.instant().toString() },
  ),
}
