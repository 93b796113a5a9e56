import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { markRead } from '../notices/commands/markRead.ts'
import { encompass, openPolice } from '../testing/openPolice.ts'
import { climbLateNotices } from './climbLateNotices.ts'

const record = await testRecord()
const { send, lead, otherLead, manager, decider, school } = await openPolice(record)
const climb = () => record.as(serviceActor('listener'), climbLateNotices)
const linesOf = async (actor: Actor, path: string) =>
  (
    await record.as(actor, work =>
      sql<{
        kind: string
      }>`select kind from app.notice where worker_id = ${actor.id} and path like ${`${path}%`}`.execute(
        work.db(),
      ),
    )
  ).rows.map(({ kind }) => kind)
const now = () => Temporal.Now.instant()
let sent = 0
const notice = (hoursAgo: number) => {
  sent += 1
  return send(
    'encompass',
    encompass(school, {
      policeReference: `LATE/${sent}`,
      happenedAt: now().subtract({ hours: hoursAgo }).toString(),
    }),
  )
}

test('what came after the school day began climbs at once, once, to the school’s leads and who leads the front door', async () => {
  const { id } = await notice(24 * 14)
  const path = `/partner-notices/${id}`
  expect(await climb()).toBe(1)
  expect(await climb()).toBe(0)
  expect(await linesOf(manager, path)).toEqual(['encompass_late'])
  expect((await linesOf(lead, path)).toSorted()).toEqual(['encompass', 'encompass_late'])
  for (const actor of [otherLead, decider]) expect(await linesOf(actor, path)).toEqual([])
})

test('what a school has read in time, or has time to read, does not climb', async () => {
  await notice(0)
  const { id } = await notice(24 * 14)
  await record.as(lead, work => markRead(work, id))
  expect(await climb()).toBe(0)
})

test('what nobody decided when the next school day begins climbs to who leads the front door', async () => {
  await notice(0)
  await record.database.as(serviceActor('storyteller'), 'demo', work =>
    sql`update partner_notice_question set answer_before = now() - interval '1 minute' where climbed_at is null`.execute(
      work.db(),
    ),
  )
  expect(await climb()).toBeGreaterThan(0)
  expect(await linesOf(manager, '/partner-notices/queue/')).toContain('notice_undecided')
  expect(await climb()).toBe(0)
})
