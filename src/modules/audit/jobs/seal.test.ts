import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { canonicalColumns } from '../queries/canonicalEntry.ts'
import type { AuditTables } from '../tables.ts'
import { verifyAudit } from '../verification/verifyAudit.ts'
import { seal } from './seal.ts'
import { startSealer } from './startSealer.ts'

const record = await testRecord(6)
const { database } = record
let worker: Actor
let superuser: pg.Client
let folder: string

beforeAll(async () => {
  worker = await record.makers.worker()
  folder = await mkdtemp(join(tmpdir(), 'kith-witness-'))
  superuser = new pg.Client(record.superuserUrl)
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await rm(folder, { recursive: true })
})

const read = (actor: Actor, times = 1) =>
  record.as(actor, async work => {
    const entry = { actor_id: actor.id, action: 'read', resource: 'person' }
    for (let n = 0; n < times; n += 1)
      await work.db<AuditTables>().insertInto('audit.entry').values(entry).execute()
  })
const counts = async () =>
  (
    await superuser.query(
      `select (select count(*)::int from audit.entry) as entries, (select count(*)::int from audit.leaf) as leaves`,
    )
  ).rows[0]
/** Other tests' transactions hold back what may be sealed: until nothing waits. */
async function sealAll(): Promise<void> {
  for (;;) {
    await seal(database)
    const { entries, leaves } = await counts()
    if (entries === leaves) return
    await setTimeout(20)
  }
}

test('the canonical text holds every column of an entry', async () => {
  const { rows } = await superuser.query(
    `select attname from pg_attribute where attrelid = 'audit.entry'::regclass and attnum > 0 and not attisdropped order by attnum`,
  )
  expect(rows.map(row => row.attname)).toEqual([...canonicalColumns])
})

test('every entry is sealed once, whoever seals and however they overlap, and the whole verifies', async () => {
  const writers = Array.from({ length: 4 }, async () => {
    for (let n = 0; n < 15; n += 1) await read(worker, 3)
  })
  const sealers = Array.from({ length: 2 }, async () => {
    for (let n = 0; n < 15; n += 1) await seal(database)
  })
  await Promise.all([...writers, ...sealers])
  await sealAll()
  const { entries, leaves } = await counts()
  expect([leaves, entries >= 180]).toEqual([entries, true])
  expect((await seal(database)).entries).toBe(0)
  const report = await verifyAudit(database, join(folder, 'none.log'))
  expect(report).toMatchObject({ ok: true, findings: [], counts: { sealed: entries, unsealed: 0 } })
})

test('an entry of a transaction still open is left for a later batch, whatever came after it', async () => {
  await sealAll()
  const open = Promise.withResolvers<void>()
  const started = Promise.withResolvers<void>()
  const slow = record.as(worker, async work => {
    await work
      .db<AuditTables>()
      .insertInto('audit.entry')
      .values({ actor_id: worker.id, action: 'read', resource: 'slow' })
      .execute()
    started.resolve()
    await open.promise
  })
  await started.promise
  await read(worker)
  expect((await seal(database)).entries).toBe(0)
  open.resolve()
  await slow
  await sealAll()
  expect(await verifyAudit(database, join(folder, 'none.log'))).toMatchObject({ ok: true })
})

test('the sealer seals by itself, ticks the clock and tells the witness, until it is stopped', async () => {
  const witness = join(folder, 'deeper', 'witness.log')
  const sealer = startSealer({ database, witness, log: makeLog({ level: 'silent' }) })
  await read(worker, 5)
  const instant = Temporal.Now.instant()
  const settled = async () =>
    (
      await record.as(worker, work =>
        sql<{ is: boolean }>`select platform.has_settled(${instant.toString()}) as is`.execute(work.db()),
      )
    ).rows[0]?.is
  while (!(await settled())) await setTimeout(50)
  for (;;) {
    const { entries, leaves } = await counts()
    if (entries === leaves) break
    await setTimeout(50)
  }
  await sealer.stop()
  const lines = (await readFile(witness, 'utf8')).trim().split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ size: (await counts()).leaves })
  expect(await verifyAudit(database, witness)).toMatchObject({
    ok: true,
    counts: { witnessed: lines.length },
  })
})

test('entries that wait are counted, with the age of the oldest, and are no fault', async () => {
  await sealAll()
  await read(worker, 2)
  const report = await verifyAudit(database, join(folder, 'none.log'))
  expect(report).toMatchObject({ ok: true, counts: { unsealed: 2 } })
  expect(report.counts.oldestUnsealedSeconds).toBeLessThan(60)
})
