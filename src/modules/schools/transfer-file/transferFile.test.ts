import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { attendanceOf, attendanceSection } from '../attendance/attendanceSection.ts'
import { enrolmentsOf } from '../enrolment/enrolments.ts'
import { transferFileOf } from '../testing/invented.ts'
import { openSchool, type Pupil } from '../testing/openSchool.ts'
import { transferFileRoutes } from './fileRoutes.ts'

const record = await testRecord()
const { school, lead, holder, stranger, pupil } = await openSchool(record)
const ask = askPage(record.as, transferFileRoutes)
const page = '/my-school/transfer-file'
type Told = Parameters<typeof transferFileOf>[0]['pupils'][number]

const inFile = ({ number, born, name }: Pupil, more: Told = {}): Told => ({
  ...{ number, born, ...name, years: [{ year: 2025, sessions: [380, 20, 40] }] },
  ...more,
})
const left = (day: string) =>
  `<School><LEA>938</LEA><Estab>2001</Estab><EntryDate>2021-09-01</EntryDate><LeavingDate>${day}</LeavingDate></School>`
const fileOf = (pupils: readonly Told[], head = {}) =>
  transferFileOf({ pupils, made: '2026-10-20T15:30:00', ...head })
const check = (xml: string, by: Actor = lead) =>
  ask(by, 'POST', page, {
    sent: { school },
    uploads: [{ field: 'file', fileName: 'x.xml', bytes: Buffer.from(xml), isTooLarge: false }],
  })
const send = (by: Actor = lead, more = {}) => ask(by, 'POST', `${page}/send`, { sent: { school, ...more } })
const whole = async (pupils: readonly Told[], head = {}) => {
  expect(await check(fileOf(pupils, head))).toMatchObject({ kind: 'redirect' })
  return await send()
}
const yearsOf = (id: Uuid) => record.as(holder, work => attendanceOf(work, id))
const timesOf = (actor: Actor, id: Uuid) => record.as(actor, work => enrolmentsOf(work, id))

test('a file is checked before it is sent, and nothing is kept until then', async () => {
  const child = await pupil()
  await check(fileOf([inFile(child)]))
  const shown = contentOf(await ask(lead, 'GET', page))
  expect(shown).toContain('What we read')
  expect(shown).toContain('84.2% of 380 sessions')
  expect(shown).toContain('waits to be sent')
  expect(await yearsOf(child.id)).toEqual([])
  expect(await send()).toMatchObject({ success: expect.stringContaining('Sent: 1 pupil') })
  expect(await yearsOf(child.id)).toMatchObject([
    { possible: 380, unauthorised: 40, school: 'Invented School' },
  ])
  expect(contentOf(await ask(lead, 'GET', page))).not.toContain('waits to be sent')
})

test('what it says of whom the council works with is the same for all', async () => {
  const [known, idle] = [await pupil(), await pupil({ hasWork: false })]
  const [first, second] = [await whole([inFile(known)]), await whole([inFile(idle)])]
  expect(first).toEqual(second)
  const { rows } = (await record.as(serviceActor('verifier'), work =>
    sql`select 1 from record.school_attendance where person_id = ${idle.id}`.execute(work.db()),
  )) as { rows: unknown[] }
  expect(rows).toEqual([])
})

test('the same file sent twice counts once', async () => {
  const child = await pupil()
  await whole([inFile(child)])
  expect(await whole([inFile(child)])).toMatchObject({ success: expect.stringContaining('sent before') })
  expect(await send()).toMatchObject({ success: expect.stringContaining('no checked file') })
})

test('a child is found by a former number, or by name and birth where the record has none', async () => {
  const [moved, unnumbered] = [await pupil(), await pupil({ hasNumber: false })]
  const fresh = (await pupil({ hasWork: false })).number
  await whole([
    inFile(moved, { number: fresh, former: moved.number }),
    inFile(unnumbered, { given: unnumbered.name.given.toUpperCase() }),
  ])
  expect(await yearsOf(moved.id)).toHaveLength(1)
  expect(await yearsOf(unnumbered.id)).toHaveLength(1)
})

test('a number with another day of birth is nobody', async () => {
  const child = await pupil()
  await whole([inFile(child, { born: '2015-03-03' })])
  expect(await yearsOf(child.id)).toEqual([])
})

test('schools before and a leaver without a next school are told to whoever works with the child', async () => {
  const day = Temporal.Now.plainDateISO('Europe/London').subtract({ days: 35 }).toString()
  const child = await pupil({ leftOn: day })
  await whole([inFile(child, { schools: left(day) })], { destination: '<LEA>XXX</LEA><Estab>XXXX</Estab>' })
  expect(await timesOf(holder, child.id)).toMatchObject([
    { wentTo: 'unknown', about: null, toldBy: 'Invented School' },
  ])
  expect(String(await record.as(holder, work => attendanceSection.show(work, child.id)))).toContain(
    'Nobody knows',
  )
  expect(await timesOf(stranger, child.id)).toEqual([])
  const notices = await record.as(holder, work =>
    work
      .db<ServiceTables>()
      .selectFrom('app.notice')
      .select('path')
      .where('kind', '=', 'left_school_unknown')
      .execute(),
  )
  expect(notices).toEqual([{ path: `/people/${child.id}#school` }])
})

test('whoever left longer ago is nobody’s to tell of any more', async () => {
  const child = await pupil({ leftOn: '2026-01-19' })
  await whole([inFile(child, { schools: left('2026-01-19') })])
  expect(await timesOf(holder, child.id)).toEqual([])
})

test('of a restricted child a lead’s file keeps nothing', async () => {
  const child = await pupil()
  await record.makers.restriction({ subjectId: child.id })
  await whole([inFile(child)])
  const { rows } = (await record.as(serviceActor('verifier'), work =>
    sql`select 1 from record.school_attendance where person_id = ${child.id}`.execute(work.db()),
  )) as { rows: unknown[] }
  expect(rows).toEqual([])
})

test('a file that is none is refused, and what was checked before still waits', async () => {
  const child = await pupil()
  await check(fileOf([inFile(child, { given: 'Still' })]))
  expect(contentOf(await check('<!DOCTYPE a><CTfile/>'))).toContain('DOCTYPE')
  expect(contentOf(await ask(lead, 'GET', page))).toContain('waits to be sent')
  expect(await send(lead, { discard: 'yes' })).toMatchObject({
    success: expect.stringContaining('Discarded'),
  })
})

test('whoever leads no school checks and sends nothing', async () => {
  expect(await check(fileOf([inFile(await pupil())]), stranger)).toEqual({ kind: 'not_found' })
  expect(await send(stranger)).toEqual({ kind: 'not_found' })
  expect(await ask(stranger, 'GET', page)).toEqual({ kind: 'not_found' })
})
