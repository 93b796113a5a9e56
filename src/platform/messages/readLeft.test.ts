import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { testSealer } from '#test/server.ts'
import { keepMessage, readLeftTask } from './index.ts'

const record = await testRecord()
const { database } = record
const sealer = testSealer()
const superuser = new pg.Client(record.superuserUrl)
beforeAll(() => superuser.connect())
afterAll(() => superuser.end())

const keep = (controlId: string): Promise<Uuid> =>
  record.as(serviceActor('listener'), async work => {
    const bytes = Buffer.from(`message ${controlId}`)
    const told = { senderId: null, saidSender: null, channel: 'mllp', controlId, bytes } as const
    return (await keepMessage(work, sealer, { ...told, answerCode: 'AA', answer: bytes, fault: null })).id
  })
const isLate = (id: Uuid) =>
  record.as(serviceActor('listener'), work =>
    sql`update app.message_work set next_try_at = now() - interval '2 minutes' where message_id = ${id}`.execute(
      work.db(),
    ),
  )
const jobs = async (id: Uuid): Promise<number> => {
  const { rows } = await superuser.query('select from graphile_worker._private_jobs where key = $1', [
    `message ${id}`,
  ])
  return rows.length
}

test('a message whose job is gone is asked for again once its turn is past, and no other', async () => {
  const [late, soon] = [await keep('1'), await keep('2')]
  await superuser.query(`delete from graphile_worker._private_jobs where key = 'messages 0'`)
  await isLate(late)
  const left = () => readLeftTask.run({ database, log: makeLog({ level: 'silent' }) }, {})
  await left()
  await left()
  expect([await jobs(late), await jobs(soon)]).toEqual([1, 0])
})
