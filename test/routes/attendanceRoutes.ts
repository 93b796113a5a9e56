import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { dated, letters, today } from './fills.ts'
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
  '/administration/messages': ['/administration/messages'],
  '/administration/messages/:messageId': [`/administration/messages/${nobody}`],
  '/attendances/timeliness': ['/attendances/timeliness'],
  '/attendances/:attendanceId': [`/attendances/${nobody}`],
  '/attendances/:attendanceId/questions/:questionId': [`/attendances/${nobody}/questions/${nobody}`],
  '/attendances/:attendanceId/elsewhere/:questionId': [`/attendances/${nobody}/elsewhere/${nobody}`],
  '/attendances/:attendanceId/elsewhere/:questionId/sheet': [
    `/attendances/${nobody}/elsewhere/${nobody}/sheet`,
  ],
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

/** A visit of a child of another council, which the manager's team is asked to send on. */
const ofSending: SendRoute = {
  fill: async stage => {
    const { teams } = stage.county.staff
    const { attendanceId } = await visited(stage, { kind: 'liaison', worker_id: null, team_id: teams.north })
    const council = await tell(stage.record, 'neighbour_council', {
      name: letters(),
      postcodes: ['ZZ7'],
      contact: 'safe@invented.example',
    })
    await tell(stage.record, 'attendance_notice', {
      ...{ attendance_id: attendanceId, kind: 'out_of_area', council_id: council, why: 'lives_elsewhere' },
      ...{ rule_version: 'test', read_by_day: today().toString() },
    })
    const question = { attendance_id: attendanceId, reason: 'lives_elsewhere', team_id: teams.north }
    const id = await tell(stage.record, 'attendance_question', question)
    const fields = { council, how: 'secure_email', receivedBy: letters() }
    return { by: 'manager', url: `/attendances/${attendanceId}/elsewhere/${id}`, fields }
  },
}

/** A message that came from nobody who was set up to send. */
async function refused({ record }: Stage): Promise<string> {
  const id = makeUuid()
  await record.as(serviceActor('listener'), async work => {
    await sql`insert into app.message_in (id, channel, control_id, sha256, sealed, answer_code, answer, fault)
      values (${id}, 'mllp', ${letters()}, ${createHash('sha256').update(id).digest()}, ''::bytea, 'AR', ''::bytea, 'sender_not_accepted')`.execute(
      work.db(),
    )
    await sql`insert into app.message_work (message_id, state, reason) values (${id}, 'refused', 'sender_not_accepted')`.execute(
      work.db(),
    )
  })
  return id
}

/** A row of a directory of health's, added by the administrator. */
const ofDirectory = (slug: string, fields: (stage: Stage) => Promise<Fields> | Fields): SendRoute => ({
  fill: async stage => ({
    by: 'administrator',
    url: `/administration/${slug}/new`,
    fields: await fields(stage),
  }),
})

/** The forms of a visit to hospital, and of whoever keeps who sends. */
export const attendanceSends: Readonly<Record<string, SendRoute>> = {
  '/administration/messages/:messageId': {
    fill: async stage => ({
      by: 'administrator',
      url: `/administration/messages/${await refused(stage)}`,
      fields: { step: 'close', why: 'A trial' },
    }),
  },
  '/administration/hospitals/:row': ofDirectory('hospitals', async ({ record, county }) => ({
    organisation_id: await tell(record, 'organisation', { name: `Hospital ${letters()}`, kind: 'nhs' }),
    facility: letters(),
    usual_gap_minutes: '60',
    liaison_team_id: county.staff.teams.north,
    ...dated('started_on'),
  })),
  '/administration/nursing-areas/:row': ofDirectory('nursing-areas', ({ county }) => ({
    team_id: county.staff.teams.north,
    serves: 'health_visiting',
    by_what: 'postcode',
    value: 'NM1',
    ...dated('started_on'),
  })),
  '/administration/councils/:row': ofDirectory('councils', () => ({
    name: `Council ${letters()}`,
    postcodes: 'SF2',
    contact: '01632 960001',
  })),
  '/attendances/:attendanceId/questions/:questionId': ofQuestion,
  '/attendances/:attendanceId/elsewhere/:questionId': ofSending,
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
