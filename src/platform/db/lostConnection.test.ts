import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'

const record = await testRecord()
const verifier = serviceActor('verifier')

async function cut(pid: number): Promise<void> {
  const superuser = new pg.Client(record.superuserUrl)
  await superuser.connect()
  await superuser.query('select pg_terminate_backend($1)', [pid])
  await superuser.end()
}

test('a connection lost between two statements fails its own transaction and nothing else', async () => {
  const lost = record.as(verifier, async work => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(work.db())
    await cut(rows[0]?.pid ?? 0)
    await setTimeout(300) // the end arrives while no statement is under way
    return sql`select 1`.execute(work.db())
  })
  await expect(lost).rejects.toThrow()
  const { rows } = await record.as(verifier, work => sql<{ one: number }>`select 1 as one`.execute(work.db()))
  expect(rows).toEqual([{ one: 1 }])
})
