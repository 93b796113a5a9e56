import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { markRead } from '../attendances/commands/answerNotice.ts'
import { readAttendance } from '../attendances/queries/readAttendance.ts'
import { openHospital } from '../testing/hospital.ts'
import { climbLate } from './climbLate.ts'

const record = await testRecord()
const { send, visitor, visitorsLead } = await openHospital(record)
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
const climb = () => record.database.as(serviceActor('listener'), 'climb', climbLate)
const noticesOf = async (actor: Actor) =>
  (
    await record.as(actor, work =>
      sql<{
        kind: string
        path: string
      }>`select kind, path from app.notice where worker_id = ${actor.id}`.execute(work.db()),
    )
  ).rows
/** A visit of which the health visitors were to read so many days ago. */
async function visit(visitKey: string, days: number) {
  const { attendance } = await send({ visitKey })
  await tell(
    sql`update attendance_notice set read_by_day = read_by_day - ${days}::int where attendance_id = ${attendance.id}`,
  )
  return attendance.id
}

test('what was not read in time climbs once, to whoever leads the team', async () => {
  const id = await visit('late', 10)
  expect(await climb()).toBeGreaterThan(0)
  expect(await noticesOf(visitorsLead)).toContainEqual({
    kind: 'attendance_late',
    path: `/attendances/${id}`,
  })
  expect((await noticesOf(visitor)).filter(({ kind }) => kind === 'attendance_late')).toEqual([])
  expect(await climb()).toBe(0)
})

test('what still has time, was read, or was withdrawn does not climb', async () => {
  await visit('in time', 0)
  const read = await visit('read', 10)
  const told = (await record.as(visitor, work => readAttendance(work, read)))?.told ?? []
  for (const { id, kind } of told)
    if (kind === 'health_visitor') await record.as(visitor, work => markRead(work, id))
  await tell(
    sql`update attendance_notice set read_at = now() where attendance_id = ${read} and kind <> 'health_visitor'`,
  )
  const gone = await visit('gone', 10)
  await send({ visitKey: 'gone', kind: 'cancelled', sentAt: Temporal.Now.instant() })
  expect(await climb()).toBe(0)
  expect((await noticesOf(visitorsLead)).map(({ path }) => path)).not.toContain(`/attendances/${gone}`)
})
