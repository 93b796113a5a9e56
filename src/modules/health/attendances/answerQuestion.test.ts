import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { openHospital } from '../testing/hospital.ts'
import { tellOfMatch } from '../visits/tellOfMatch.ts'
import { answerQuestion, type QuestionAnswered } from './commands/answerQuestion.ts'
import { answerChoices } from './queries/answerChoices.ts'
import { askedTeams, countQuestions, questionsFor } from './queries/questionsFor.ts'
import { readAttendance } from './queries/readAttendance.ts'

const record = await testRecord()
const { makers } = record
const hospital = await openHospital(record)
const { send, visitor, schoolNurse, schoolNursing, liaisonNurse } = hospital

const list = (actor: Actor) =>
  record.as(actor, async work =>
    questionsFor(work, { teams: await askedTeams(work), reason: undefined, limit: 50, offset: 0 }),
  )
/** A visit of somebody nobody knows, and what is asked of it. */
async function asked(visitKey: string) {
  const { attendance } = await send({ visitKey, person: { family: `Nobody ${visitKey}` } })
  const question = (await list(liaisonNurse)).find(one => one.attendanceId === attendance.id)
  if (question === undefined) throw new Error('Liaison is asked')
  return { attendanceId: attendance.id, id: question.id }
}
const answer = (actor: Actor, one: { id: Uuid; attendanceId: Uuid }, answered: QuestionAnswered) =>
  record.as(actor, work => answerQuestion(work, { ...one, note: 'Rang the ward' }, answered))
const read = (actor: Actor, id: Uuid) => record.as(actor, work => readAttendance(work, id))

test('a question is on the list of the team that was asked, the oldest first, and on nobody else’s', async () => {
  const [first, second] = [await asked('one'), await asked('two')]
  const ids = (await list(liaisonNurse)).map(({ id }) => id)
  expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id))
  expect(await list(visitor)).toEqual([])
  const counts = await record.as(liaisonNurse, async work => countQuestions(work, await askedTeams(work)))
  expect(counts.get('no_match')).toBe(ids.length)
})

test('an answer is kept with who gave it, and a second one is refused', async () => {
  const one = await asked('seen')
  expect(await answer(liaisonNurse, one, { answer: 'seen' })).toBe(true)
  expect(await answer(liaisonNurse, one, { answer: 'not_known_here' })).toBe(false)
  const { questions = [] } = (await read(liaisonNurse, one.attendanceId)) ?? {}
  expect(questions).toMatchObject([{ answer: 'seen', note: 'Rang the ward' }])
  expect(questions[0]?.answeredBy).not.toBeNull()
  expect((await list(liaisonNurse)).map(({ id }) => id)).not.toContain(one.id)
})

test('who was not asked answers nothing', async () => {
  const one = await asked('not yours')
  expect(await answer(visitor, one, { answer: 'seen' })).toBe(false)
})

test('a team of nurses is told by hand, one that serves today', async () => {
  const one = await asked('school')
  const { teams } = await record.as(liaisonNurse, answerChoices)
  expect(teams.map(({ teamId }) => teamId)).toContain(schoolNursing)
  await answer(liaisonNurse, one, { answer: 'team_found', kind: 'school_nurse', teamId: schoolNursing })
  expect((await read(schoolNurse, one.attendanceId))?.told).toMatchObject([
    { kind: 'school_nurse', why: 'by_hand', ruleVersion: 'by_hand' },
  ])
})

test('another council is told by hand', async () => {
  const one = await asked('elsewhere')
  await record.database.as(hospital.admin, 'test', work =>
    sql`insert into neighbour_council (name, postcodes, contact) values ('Invented Borough', '{ZZ1}', 'safe@invented.example')`.execute(
      work.db(),
    ),
  )
  const { councils } = await record.as(liaisonNurse, answerChoices)
  const councilId = councils[0]?.id
  if (councilId === undefined) throw new Error('There is a council')
  expect(await answer(liaisonNurse, one, { answer: 'sent_on', councilId })).toBe(true)
  const { rows } = await record.as(serviceActor('listener'), work =>
    sql`select kind, council_id from attendance_notice where attendance_id = ${one.attendanceId} and kind = 'out_of_area'`.execute(
      work.db(),
    ),
  )
  expect(rows).toEqual([{ kind: 'out_of_area', council_id: councilId }])
})

test('a match by hand tells the case, which whoever matched never learns', async () => {
  const one = await asked('who')
  const personId = await makers.person()
  const [worker, teamId] = [await makers.worker(), await makers.team()]
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  const match = () => answer(liaisonNurse, one, { answer: 'matched', personId })
  await expect(match()).rejects.toThrow('row-level security')
  await makers.involvement({ personId, workerId: liaisonNurse.id, role: 'health_visitor' })
  expect(await match()).toBe(true)
  await record.as(serviceActor('listener'), work => tellOfMatch(work, one.attendanceId))
  await record.as(serviceActor('listener'), work => tellOfMatch(work, one.attendanceId)) // a job may run twice
  const told = (await read(worker, one.attendanceId))?.told ?? []
  expect(told.filter(({ kind }) => kind === 'named_worker')).toHaveLength(1)
  expect((await read(liaisonNurse, one.attendanceId))?.told.map(({ kind }) => kind)).not.toContain(
    'named_worker',
  )
})
