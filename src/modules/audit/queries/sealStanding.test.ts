import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor, type Work } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { fromTheBeginning, type Place, seal } from '../jobs/seal.ts'
import type { AuditTables } from '../tables.ts'
import { auditStanding } from './auditStanding.ts'
import { sealStanding } from './sealStanding.ts'

const record = await testRecord()
let worker: Actor
let director: Actor
let superuser: pg.Client
let place: Place = fromTheBeginning

beforeAll(async () => {
  worker = await record.makers.worker()
  director = await record.makers.worker({ class: 'director' })
  superuser = new pg.Client(record.superuserUrl)
  await superuser.connect()
})
afterAll(() => superuser.end())

const note = async (work: Work, times: number) => {
  const entry = { actor_id: worker.id, action: 'read', resource: 'person' }
  await work
    .db<AuditTables>()
    .insertInto('audit.entry')
    .values(Array.from({ length: times }, () => entry))
    .execute()
}
const read = (times: number) => record.as(worker, work => note(work, times))
const standing = () => record.as(director, sealStanding)
const waiting = async () => (await standing()).unsealed
/** What comparing every entry with every leaf says. */
const compared = async () => (await record.as(serviceActor('verifier'), auditStanding)).unsealed
/** As one process seals, from batch to batch. Other tests' transactions hold back what may be sealed. */
async function sealAll(): Promise<void> {
  do {
    place = (await seal(record.database, place)).next
    await setTimeout(20)
  } while ((await compared()) > 0)
}

test('before the first seal every entry waits', async () => {
  await read(3)
  expect(await waiting()).toBe(await compared())
  expect(await waiting()).toBeGreaterThanOrEqual(3)
})

test('what waits is counted, however late it is kept', async () => {
  await sealAll()
  const open = Promise.withResolvers<void>()
  const started = Promise.withResolvers<void>()
  const slow = record.as(worker, async work => {
    await note(work, 1)
    started.resolve()
    await open.promise
  })
  await started.promise
  await read(2)
  place = (await seal(record.database, place)).next
  expect([await waiting(), await compared()]).toEqual([2, 2])
  open.resolve()
  await slow
  expect([await waiting(), await compared()]).toEqual([3, 3])
  expect((await standing()).oldestUnsealed).not.toBeNull()
  await sealAll()
  expect(await standing()).toMatchObject({ unsealed: 0, oldestUnsealed: null })
})

test('what is sealed is not looked at again', async () => {
  await read(2_000)
  await sealAll()
  await read(4)
  await sealAll()
  await read(3)
  const rows = await record.as(director, async work => {
    const looked = async () => {
      const answer = await sql<{ rows: number }>`
        select (idx_tup_fetch + seq_tup_read)::int as rows from pg_stat_xact_user_tables
        where relid = 'audit.entry'::regclass`.execute(work.db())
      return answer.rows[0]?.rows ?? 0
    }
    const before = await looked()
    expect((await sealStanding(work)).unsealed).toBe(3)
    return (await looked()) - before
  })
  expect(rows).toBeLessThan(50)
})

test('numbers of another server say nothing: everything is compared until this one has sealed', async () => {
  await sealAll()
  await read(2)
  await superuser.query(`update audit.seal set sealed_before = '9000000000000'`)
  expect(await waiting()).toBe(2)
  place = fromTheBeginning
  await sealAll()
  expect(await waiting()).toBe(0)
  await read(1)
  expect(await waiting()).toBe(1)
})
