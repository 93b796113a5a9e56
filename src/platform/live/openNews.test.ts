import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, type Mock, test, vi } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { openNews } from './index.ts'

const record = await testRecord()
const news = openNews(record.serveUrl, makeLog({ level: 'silent' }))
afterAll(() => news.close())
const listener = serviceActor('listener')
const say = (topic: string) =>
  record.as(listener, work => sql`select pg_notify('kith_live', ${topic})`.execute(work.db()))

/** Everything that was said before has been heard. */
async function fence(heard: Mock): Promise<void> {
  const before = heard.mock.calls.length
  await say('other')
  await vi.waitFor(() => expect(heard.mock.calls.length).toBeGreaterThan(before))
}

test('calls whoever listens to a topic, once it is committed, and nobody else', async () => {
  const [heard, other] = [vi.fn(), vi.fn()]
  news.on('attendances', heard)
  news.on('other', other)
  await vi.waitFor(async () => {
    await say('attendances')
    expect(heard).toHaveBeenCalled()
  })
  await fence(other)
  const before = heard.mock.calls.length
  await expect(
    record.as(listener, async work => {
      await sql`select pg_notify('kith_live', 'attendances')`.execute(work.db())
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await fence(other)
  expect(heard.mock.calls.length).toBe(before)
})

test('calls no more whoever has stopped', async () => {
  const [stopped, still] = [vi.fn(), vi.fn()]
  const stop = news.on('a', stopped)
  news.on('a', still)
  stop()
  await vi.waitFor(async () => {
    await say('a')
    expect(still).toHaveBeenCalled()
  })
  expect(stopped).not.toHaveBeenCalled()
})

test('opens a lost connection anew, and calls everybody', async () => {
  const heard = vi.fn()
  news.on('b', heard)
  const superuser = new pg.Client(record.superuserUrl)
  await superuser.connect()
  await superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen kith_live' and datname = current_database()`,
  )
  await superuser.end()
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 5000)
})
