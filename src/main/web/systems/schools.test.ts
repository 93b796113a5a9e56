import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { attendanceOf } from '../../../modules/schools/attendance/attendanceSection.ts'
import { schoolsModule } from '../../../modules/schools/module.ts'
import { transferFileOf } from '../../../modules/schools/testing/invented.ts'
import { openSchool } from '../../../modules/schools/testing/openSchool.ts'
import { partnerSystem } from './testing/partnerSystem.ts'

const record = await testRecord()
const server = await testServer(record.database, [schoolsModule])
const scopes = ['register.write']
const system = await partnerSystem(record, server, { scopes, kind: 'school', codes: ['9382001'] })
const hospital = await partnerSystem(record, server, { scopes })
const { holder, pupil } = await openSchool(record, system.organisationId)

const post = async (path: string, type: string, payload: string, by = system) =>
  await server.inject({
    method: 'POST',
    url: `/api/schools/${path}`,
    payload,
    headers: { 'content-type': type, authorization: `Bearer ${await by.token()}` },
  })
const line = (upn: string, more = {}) => ({
  ...{
    upn,
    from: '2026-09-01',
    to: '2026-10-23',
    possible: 70,
    authorised: 4,
    unauthorised: 6,
    codes: { I: 4, O: 6 },
  },
  ...more,
})
const json = (lines: readonly unknown[], by = system) =>
  post('attendance', 'application/json', JSON.stringify({ lines }), by)
const periods = (id: Uuid) => record.as(holder, work => attendanceOf(work, id))

test('a school’s system tells of attendance in JSON and in CSV', async () => {
  const [one, other] = [await pupil(), await pupil()]
  const answer = await json([line(one.number)])
  expect([answer.statusCode, answer.json()]).toEqual([
    201,
    { file: expect.any(String), pupils: 1, problems: [] },
  ])
  expect(await periods(one.id)).toMatchObject([{ possible: 70, codes: { I: 4, O: 6 } }])
  const csv = `UPN,From,To,Possible,Authorised,Unauthorised\n${other.number},2026-09-01,2026-10-23,70,0,7`
  expect((await post('attendance', 'text/csv; charset=utf-8', csv)).statusCode).toBe(201)
  expect(await periods(other.id)).toMatchObject([{ unauthorised: 7 }])
})

test('the answer is the same for a child whom nobody works with, and nothing of them is kept', async () => {
  const [known, idle] = [await pupil(), await pupil({ hasWork: false })]
  const answers = [await json([line(known.number)]), await json([line(idle.number)])].map(answer => ({
    ...answer.json<{ file: string }>(),
    file: '',
  }))
  expect(answers[0]).toEqual(answers[1])
  const { rows } = (await record.as(serviceActor('verifier'), work =>
    sql`select 1 from record.school_attendance where person_id = ${idle.id}`.execute(work.db()),
  )) as { rows: unknown[] }
  expect(rows).toEqual([])
})

test('the same file again has the same answer', async () => {
  const { number } = await pupil()
  const [first, again] = [await json([line(number)]), await json([line(number)])]
  expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 200, first.body])
})

test('a transfer file is taken for the school’s own number alone', async () => {
  const child = await pupil()
  const told = {
    number: child.number,
    born: child.born,
    years: [{ year: 2025, sessions: [380, 20, 40] as const }],
  }
  const xml = transferFileOf({ pupils: [told, { ...told, number: 'A1' }], made: '2026-10-20T15:30:00' })
  const answer = await post('transfer-file', 'application/xml', xml)
  expect([answer.statusCode, answer.json().problems]).toEqual([
    201,
    [{ pupil: 2, words: expect.stringContaining('pupil number') }],
  ])
  expect(await periods(child.id)).toMatchObject([{ possible: 380 }])
  const others = xml.replaceAll('<Estab>2001', '<Estab>2002')
  expect((await post('transfer-file', 'application/xml', others)).statusCode).toBe(403)
})

test('what is not as agreed is said by line, and nothing of it is taken', async () => {
  const { id, number } = await pupil()
  const answer = await json([line(number), line('A1')])
  expect([answer.statusCode, answer.json().errors]).toEqual([
    422,
    [{ at: 'line 2', words: 'The unique pupil number is not one' }],
  ])
  expect(await periods(id)).toEqual([])
  expect((await json([{ ...line(number), name: 'Tansy' }])).json().errors[0].at).toBe('lines.0')
  expect((await post('attendance', 'application/json', '{"lines":')).statusCode).toBe(400)
  expect(
    (await post('transfer-file', 'application/xml', '<!DOCTYPE a><CTfile/>')).json().errors[0].words,
  ).toContain('DOCTYPE')
})

test('who is no school, shows no token, or sends another type is refused', async () => {
  const { number } = await pupil()
  expect((await json([line(number)], hospital)).statusCode).toBe(403)
  expect((await post('attendance', 'application/xml', '<a/>')).statusCode).toBe(415)
  expect(
    (await server.inject({ method: 'POST', url: '/api/schools/attendance', payload: '{}' })).statusCode,
  ).toBe(401)
  expect((await server.inject({ url: '/api/schools/attendance/schema' })).json().required).toEqual(['lines'])
})
