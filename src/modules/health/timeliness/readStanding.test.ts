import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { markRead } from '../attendances/commands/answerNotice.ts'
import { readAttendance } from '../attendances/queries/readAttendance.ts'
import { openHospital } from '../testing/hospital.ts'
import { aimsOf } from './aims.ts'
import { readStanding } from './readStanding.ts'
import { timelinessPage } from './timelinessPage.ts'

const record = await testRecord()
const outsider = await record.makers.worker({ class: 'director' })
const today = Temporal.Now.plainDateISO('Europe/London')
const since = today.subtract({ days: 28 })
const standing = (actor: Actor = outsider) => record.as(actor, work => readStanding(work, since))
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))

test('says plainly that no hospital sends', async () => {
  expect(timelinessPage(await standing(), since, today).toString()).toContain('No hospital is set up to send')
})

test('counts what hospitals told, what teams read, what is asked and what is missing', async () => {
  const { send, visitor, senderId } = await openHospital(record)
  expect((await standing()).senders).toMatchObject([{ visits: 0, isSilent: true }])
  const now = Temporal.Now.instant()
  const first = await send({ visitKey: 'K1', arrivedAt: now.subtract({ minutes: 10 }) })
  await send({ visitKey: 'K2', arrivedAt: now.subtract({ minutes: 30 }) })
  await send({ visitKey: 'K4', kind: 'cancelled', arrivedAt: now.subtract({ minutes: 20 }) })
  await tell(
    sql`update attendance_notice set read_by_day = read_by_day - 10 where attendance_id <> ${first.attendance.id}`,
  )
  const read = await record.as(visitor, work => readAttendance(work, first.attendance.id))
  const notice = read?.told[0]
  if (notice === undefined) throw new Error('The visitor was told')
  await record.as(visitor, work => markRead(work, notice.id))
  const days = sql`(${now.subtract({ minutes: 10 }).toString()}::timestamptz at time zone 'Europe/London')::date`
  await tell(
    sql`insert into attendance_tally (sender_id, on_day, visits, visit_keys) values (${senderId}, ${days}, 3, '{K1,K2,K3}')`,
  )
  const messageId = makeUuid()
  await record.as(serviceActor('listener'), async work => {
    await sql`insert into app.message_in (id, sender_id, channel, control_id, sha256, sealed, answer_code, answer, taken_ms)
      values (${messageId}, ${senderId}, 'mllp', 'slow', ${Buffer.alloc(32)}, ''::bytea, 'AA', ''::bytea, 1200)`.execute(
      work.db(),
    )
    await sql`insert into app.message_work (message_id, state, ended_at)
      values (${messageId}, 'done', uuid_extract_timestamp(${messageId}::uuid) + interval '2 seconds')`.execute(
      work.db(),
    )
  })
  const found = await standing()
  expect(found).toMatchObject({ visits: 2, unmatched: 2, questions: [{ reason: 'no_match', open: 2 }] })
  expect(found.senders).toMatchObject([{ visits: 3, isSilent: false }])
  expect(Math.round(found.senders[0]?.medianMinutes ?? 0)).toBe(20)
  expect(Math.round(found.senders[0]?.worstMinutes ?? 0)).toBe(30)
  expect(found.senders[0]).toMatchObject({ answerMs: 1200, listedSeconds: 2 })
  expect(aimsOf(found, today).map(({ now, isMet }) => [now, isMet])).toEqual([
    ['20 minutes', false],
    ['1.2 seconds', false],
    ['2 seconds', true],
    ['2 not read and late', false],
    ['100%', false],
    [expect.any(String), true],
    ['0 of 1', false],
  ])
  expect(found.teams.find(({ inTime }) => inTime === 1)).toMatchObject({ told: 2, unread: 1, late: 1 })
  expect(found.tallies).toMatchObject([{ theirs: 3, ours: 2, missing: ['K3'] }])
  expect(timelinessPage(found, since, today).toString()).toContain('K3')
})
