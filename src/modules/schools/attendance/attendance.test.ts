import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeUpn } from '#reference'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { tellPupils } from '../told/tellPupils.ts'
import { attendanceRoutes } from './attendanceRoute.ts'
import { attendanceOf, attendanceSection, percentOf } from './attendanceSection.ts'
import { readLines } from './readLines.ts'

const today = Temporal.PlainDate.from('2026-11-01')
const upn = (serial: number) => makeUpn({ authority: 938, school: 2000, year: 2020, serial })
const head = 'UPN,From,To,Possible,Authorised,Unauthorised,Codes'
const line = (pupil: string, rest = '2026-09-01,2026-10-23,70,4,6,I:4 O:6') => `${pupil},${rest}`

describe('lines of attendance', () => {
  test('are read with their codes', () => {
    expect(readLines(`${head}\n${line(upn(1))}`, today)).toMatchObject({
      wrong: [],
      lines: [{ line: 2, possible: 70, authorised: 4, unauthorised: 6, codes: { I: 4, O: 6 } }],
    })
  })
  test.each([
    [line('A1'), 'pupil number'],
    [line(upn(1), '01/09/2026,2026-10-23,70,4,6'), 'Write days'],
    [line(upn(1), '2026-02-31,2026-10-23,70,4,6'), 'Write days'],
    [line(upn(1), '2026-09-01,2027-10-23,70,4,6'), 'within a half term'],
    [line(upn(1), '2026-12-01,2026-12-03,70,4,6'), 'has not begun'],
    [line(upn(1), '2026-09-01,2026-10-23,7,4,6'), 'More absences'],
    [line(upn(1), '2026-09-01,2026-10-23,7,-4,6'), 'whole numbers'],
    [line(upn(1), '2026-09-01,2026-10-23,70,4,6,<b>'), 'Write codes'],
  ])('refuses %s', (text, problem) => {
    expect(readLines(`${head}\n${text}`, today).wrong[0]?.problem).toContain(problem)
  })
  test('without their columns are no file', () => {
    expect(readLines('a,b\n1,2', today).wrong[0]?.problem).toContain('missing: upn')
  })
})

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, attendanceRoutes)
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
const school = makeUuid()
await tell(sql`insert into organisation (id, name, kind) values (${school}, 'Invented School', 'school')`)
const lead = await makers.worker()
await tell(sql`update worker set organisation_id = ${school} where id = ${lead.id}`)
await makers.post({ workerId: lead.id, role: 'designated_safeguarding_lead' })
const teamId = await makers.team()
const [holder, stranger] = [await makers.worker(), await makers.worker()]
await makers.post({ workerId: holder.id, teamId, holdsCases: true })
await makers.post({ workerId: stranger.id, teamId })
let serial = 100
/** A child at the school with a pupil number. */
async function pupil(hasWork = true): Promise<{ readonly id: Uuid; readonly number: string }> {
  const id = await makers.person()
  serial += 1
  const number = upn(serial)
  await tell(sql`insert into person_identifier (person_id, kind, value) values (${id}, 'upn', ${number})`)
  await tell(sql`insert into involvement (person_id, organisation_id, professional_name, role, started_on)
    values (${id}, ${school}, 'Head Madeup', 'designated_safeguarding_lead', '2025-09-01')`)
  if (hasWork) await makers.allocation({ personId: id, teamId, workerId: holder.id })
  return { id, number }
}
const send = (text: string, by: Actor = lead) =>
  ask(by, 'POST', '/my-school/attendance', { sent: { school, lines: `${head}\n${text}` } })
const of = (actor: Actor, id: Uuid) => record.as(actor, work => attendanceOf(work, id))
const past = '2026-01-05,2026-02-13,60,3,9,O:9'

test('a child with open work has what the school tells, read by who holds the record and not by others', async () => {
  const { id, number } = await pupil()
  expect(await send(line(number, past))).toMatchObject({
    success: expect.stringContaining('Kept 1 line. Left out 0'),
  })
  const [period] = await of(holder, id)
  expect(period).toMatchObject({ possible: 60, unauthorised: 9, school: 'Invented School' })
  expect(period && percentOf(period)).toBe(80)
  expect(await of(stranger, id)).toEqual([])
  const shown = await record.as(holder, work => attendanceSection.show(work, id))
  expect(String(shown)).toContain('Sessions attended')
})

test('what is told again of the same period takes its place, and the former stays in the past', async () => {
  const { id, number } = await pupil()
  await send(line(number, past))
  await send(line(number, '2026-01-05,2026-02-13,60,0,6,'))
  expect(await of(holder, id)).toMatchObject([{ authorised: 0, unauthorised: 6 }])
  const { rows } = (await record.as(serviceActor('verifier'), work =>
    sql`select 1 from history.school_attendance where person_id = ${id}`.execute(work.db()),
  )) as { rows: unknown[] }
  expect(rows.length).toBeGreaterThan(0)
})

test('of children without open work, of other schools, unknown or restricted nothing is kept, and they are counted alike', async () => {
  const [idle, hidden] = [await pupil(false), await pupil()]
  await makers.restriction({ subjectId: hidden.id })
  const answer = await send(
    [idle.number, hidden.number, upn(999)].map(number => line(number, past)).join('\n'),
  )
  expect(answer).toMatchObject({ success: expect.stringContaining('Kept 0 lines. Left out 3') })
  const { rows } = (await record.as(serviceActor('verifier'), work =>
    sql`select 1 from record.school_attendance where person_id = any (${[idle.id, hidden.id]}::uuid[])`.execute(
      work.db(),
    ),
  )) as { rows: unknown[] }
  expect(rows).toEqual([])
})

test('whoever leads no school sends nothing', async () => {
  const { id, number } = await pupil()
  expect(await send(line(number, past), holder)).toEqual({ kind: 'not_found' })
  const told = [
    {
      numbers: [number],
      attendance: [
        { about: null, from: today, until: today, possible: 2, authorised: 0, unauthorised: 0, codes: {} },
      ],
    },
  ]
  expect(await record.as(holder, work => tellPupils(work, school, told))).toBe(0)
  expect(await of(holder, id)).toEqual([])
})

test('a file of lines is read like lines that are typed, and is UTF-8', async () => {
  const { id, number } = await pupil()
  const file = (bytes: Buffer) =>
    ask(lead, 'POST', '/my-school/attendance', {
      sent: { school },
      uploads: [{ field: 'file', fileName: 'a.csv', bytes, isTooLarge: false }],
    })
  expect(contentOf(await file(Buffer.from([0xff, 0x00])))).toContain('not text in UTF-8')
  expect(await file(Buffer.from(`\ufeff${head}\r\n${line(number, past)}\r\n`))).toMatchObject({
    kind: 'redirect',
  })
  expect(await of(holder, id)).toHaveLength(1)
})

test('a line that is wrong stops the whole, and is named', async () => {
  expect(contentOf(await send(line('A1', past)))).toContain('Line 2: The unique pupil number is not one')
})
