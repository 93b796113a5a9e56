import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { answerQuestion } from '../attendances/commands/answerQuestion.ts'
import { questionRoutes } from '../attendances/pages/questionRoute.ts'
import { askedTeams, questionsFor } from '../attendances/queries/questionsFor.ts'
import { readAttendance } from '../attendances/queries/readAttendance.ts'
import { openHospital } from '../testing/hospital.ts'
import { climbLate } from '../visits/climbLate.ts'
import { elsewhereRoutes } from './elsewhereRoutes.ts'
import { sendingOf } from './sending.ts'

const record = await testRecord()
const hospital = await openHospital(record)
const { send, liaisonNurse, visitor, liaison } = hospital
const ask = askPage(record.as, [...elsewhereRoutes, ...questionRoutes])
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
const council = makeUuid()
await record.database.as(hospital.admin, 'test', work =>
  sql`insert into neighbour_council (id, name, postcodes, contact) values (${council}, 'Invented Borough', '{ZZ7}', 'safe@invented.example')`.execute(
    work.db(),
  ),
)
const page = '/attendances/:attendanceId/elsewhere/:questionId'
const person = { family: 'Elsewhere', given: 'Bryn', postcode: 'ZZ7 1AA' }
const open = (actor: Actor, attendanceId: Uuid) =>
  record.as(actor, async work =>
    (
      await questionsFor(work, { teams: await askedTeams(work), reason: undefined, limit: 90, offset: 0 })
    ).filter(one => one.attendanceId === attendanceId),
  )
const askedOf = async (attendanceId: Uuid, reason: string) => {
  const found = (await open(liaisonNurse, attendanceId)).find(one => one.reason === reason)
  if (found === undefined) throw new Error(`Liaison is not asked ${reason}`)
  return { attendanceId, questionId: found.id }
}
const elsewhere = async (visitKey: string) => {
  const { attendance } = await send({ visitKey, person })
  return await askedOf(attendance.id, 'lives_elsewhere')
}
const sent = { council, how: 'secure_email', receivedBy: 'Their liaison nurse' }
const say = (params: Record<string, string>, fields: object, by: Actor = liaisonNurse) =>
  ask(by, 'POST', page, { params, sent: { ...fields } })

test('a visit of a child who lives elsewhere waits with liaison until it was sent there', async () => {
  const one = await elsewhere('sent')
  const shown = contentOf(await ask(liaisonNurse, 'GET', page, { params: one }))
  expect(shown).toContain('Invented Borough')
  expect(shown).toContain('safe@invented.example')
  expect(await say(one, sent)).toMatchObject({ kind: 'redirect', success: 'Kept: it was sent on' })
  expect((await open(liaisonNurse, one.attendanceId)).map(({ reason }) => reason)).toEqual(['no_match'])
  expect(contentOf(await ask(liaisonNurse, 'GET', page, { params: one }))).toContain('Their liaison nurse')
})

test('our own nurses are told all the same where they answer for the practice', async () => {
  const { teamId } = { teamId: hospital.visiting }
  await record.database.as(hospital.admin, 'test', work =>
    sql`insert into nursing_area (team_id, serves, by_what, value, started_on) values (${teamId}, 'health_visiting', 'gp_practice', 'P99', '2020-01-01')`.execute(
      work.db(),
    ),
  )
  const { attendance } = await send({ visitKey: 'both', person: { ...person, practice: 'P99' } })
  const told = (await record.as(liaisonNurse, work => readAttendance(work, attendance.id)))?.told ?? []
  expect(told.map(({ kind }) => kind).toSorted()).toEqual(['health_visitor', 'liaison', 'out_of_area'])
})

test('the sheet holds what the hospital told, and nothing else', async () => {
  const one = await elsewhere('sheet')
  const reply = await ask(liaisonNurse, 'GET', `${page}/sheet`, { params: one })
  expect(contentOf(reply)).toContain('Bryn Elsewhere')
  expect(reply).toMatchObject({ title: 'A visit for another council', shown: { action: 'export' } })
})

test('it is not done without who received it, and not left without a reason', async () => {
  const one = await elsewhere('incomplete')
  expect(contentOf(await say(one, { ...sent, receivedBy: '' }))).toContain(
    'Enter who there said that it arrived',
  )
  expect(contentOf(await say(one, { council: 'none' }))).toContain('Say why it is not sent')
  expect(contentOf(await say(one, { ...sent, council: makeUuid() }))).toContain('Select the council')
  expect(await say(one, { council: 'none', notShared: 'They told us of it' })).toMatchObject({
    kind: 'redirect',
  })
  expect(await say(one, sent)).toMatchObject({ status: 409 })
})

test('both councils stand with the visit: where the child lives, and who is responsible', async () => {
  const { attendanceId } = await elsewhere('both councils')
  const councils = { resident: 'Invented Borough', responsible: 'Invented Borough' }
  expect(await record.as(liaisonNurse, work => readAttendance(work, attendanceId))).toMatchObject({
    councils,
  })
  const { attendance } = await send({ visitKey: 'here', person: { family: 'Here' } })
  const here = await record.as(visitor, work => readAttendance(work, attendance.id))
  expect(here).toMatchObject({ councils: { resident: 'ours', responsible: 'ours' } })
})

test('who was not asked sees neither the page nor the sheet', async () => {
  const one = await elsewhere('not yours')
  for (const url of [page, `${page}/sheet`])
    expect(await ask(visitor, 'GET', url, { params: one })).toEqual({ kind: 'not_found' })
  expect(await say(one, sent, visitor)).toEqual({ kind: 'not_found' })
})

test('a visit that is cancelled after it was sent is to be corrected there; one that was not sent is not', async () => {
  const [one, other] = [await elsewhere('cancelled'), await elsewhere('never sent')]
  await say(one, sent)
  for (const visitKey of ['cancelled', 'never sent'])
    await send({ visitKey, kind: 'cancelled', person, sentAt: Temporal.Now.instant() })
  const correction = await askedOf(one.attendanceId, 'correction_elsewhere')
  expect(contentOf(await ask(liaisonNurse, 'GET', `${page}/sheet`, { params: correction }))).toContain(
    'Disregard',
  )
  expect(await open(liaisonNurse, other.attendanceId)).toEqual([])
  await say(correction, sent)
  expect(await open(liaisonNurse, one.attendanceId)).toEqual([])
})

test('another name or day of birth after it was sent is asked about again, each time', async () => {
  const one = await elsewhere('renamed')
  await say(one, sent)
  const rename = (given: string) =>
    send({
      visitKey: 'renamed',
      kind: 'changed',
      person: { ...person, given },
      sentAt: Temporal.Now.instant(),
    })
  await rename('Brynn')
  const first = await askedOf(one.attendanceId, 'correction_elsewhere')
  await say(first, sent)
  await rename('Brin')
  expect(await askedOf(one.attendanceId, 'correction_elsewhere')).toEqual(first)
  expect(await record.as(liaisonNurse, work => sendingOf(work, first.questionId))).toMatchObject({
    council: null,
  })
})

test('what somebody gives to another council by hand waits to be sent as well', async () => {
  const { attendance } = await send({
    visitKey: 'by hand',
    person: { family: 'Nobody', postcode: 'NM1 2AB' },
  })
  const { questionId } = await askedOf(attendance.id, 'no_match')
  const question = { id: questionId, attendanceId: attendance.id, note: null }
  await record.as(liaisonNurse, work =>
    answerQuestion(work, question, { answer: 'sent_on', councilId: council }),
  )
  const one = await askedOf(attendance.id, 'lives_elsewhere')
  expect(contentOf(await ask(liaisonNurse, 'GET', page, { params: one }))).toContain('Invented Borough')
  expect(
    await ask(liaisonNurse, 'GET', '/attendances/:attendanceId/questions/:questionId', { params: one }),
  ).toEqual({ kind: 'not_found' }) // it has a page of its own
})

test('what nobody sent within a working day climbs to who leads the team, once', async () => {
  const lead = await record.makers.worker()
  await record.makers.post({ workerId: lead.id, teamId: liaison, role: 'team_manager' })
  const one = await elsewhere('late')
  await tell(
    sql`update attendance_question set asked_at = asked_at - interval '10 days' where id = ${one.questionId}`,
  )
  const climb = () => record.database.as(serviceActor('listener'), 'climb', climbLate)
  await climb()
  await climb()
  const { rows } = await record.as(lead, work =>
    sql`select path from app.notice where worker_id = ${lead.id} and kind = 'attendance_question_late'`.execute(
      work.db(),
    ),
  )
  expect(rows).toEqual([{ path: `/attendances/${one.attendanceId}` }])
})
