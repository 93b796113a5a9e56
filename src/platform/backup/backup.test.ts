import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makersOver } from '#test/recordMakers.ts'
import { type Database, install, migrate, NotSettledError, openDatabase, serviceActor } from '../db/index.ts'
import { type EmbeddedPostgres, placeCluster, startEmbedded } from '../embedded/index.ts'
import { installJobs } from '../jobs/index.ts'
import { makeLog } from '../log/index.ts'
import { baseBackup, exportOpen, readManifest, restoreOpen } from './index.ts'

const log = makeLog({ level: 'error' })
const installation = { authorityCode: '201', authorityName: 'Test', madeByDemo: true }
const contextKey = Buffer.alloc(32, 5)
const home = mkdtempSync(join(tmpdir(), 'kith-backup-'))
let server: EmbeddedPostgres
let database: Database

const doorTo = (suffix: string) => ({ suffix, contextKey })
const start = (folder: string) =>
  startEmbedded({
    dataFolder: join(home, folder),
    keysFolder: join(home, `${folder}-keys`),
    log,
    databases: ['kith', 'kith_second'],
    durable: false,
  })
const factsOf = (door: Database) =>
  door.as(serviceActor('verifier'), 'verify', async work => {
    const db = work.db<{
      person: { id: string }
      'audit.entry': { id: number }
      'access.entry': { actor_id: string }
    }>()
    const count = async (table: 'person' | 'audit.entry' | 'access.entry') =>
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      ).count
    return {
      people: await count('person'),
      audit: await count('audit.entry'),
      access: await count('access.entry'),
    }
  })

beforeAll(async () => {
  server = await start('first')
  for (const name of ['kith', 'kith_second']) {
    await migrate(server.ownerUrl(name), 'kith_serve')
    await installJobs(server.ownerUrl(name), name)
  }
  await install(server.ownerUrl('kith'), installation, contextKey)
  database = openDatabase(server.serveUrl('kith'), doorTo('kith'), 2)
  const makers = makersOver(database, server.ownerUrl('kith'))
  const team = await makers.team()
  const worker = await makers.worker({})
  for (let index = 0; index < 5; index += 1) {
    const child = await makers.person({})
    await makers.allocation({ personId: child, teamId: team, workerId: worker.id })
  }
})

afterAll(async () => {
  await database?.close()
  await server?.stop()
  rmSync(home, { recursive: true, force: true })
})

test('an open export comes back whole in another, empty database', async () => {
  const folder = join(home, 'export')
  const manifest = await exportOpen(server.serveUrl('kith'), doorTo('kith'), installation, folder)
  expect(manifest.tables.find(({ name }) => name === 'record.person')?.rows).toBe(5)
  expect(JSON.stringify(manifest)).not.toContain('context_key')
  await restoreOpen(server.ownerUrl('kith_second'), manifest, folder)
  await install(server.ownerUrl('kith_second'), installation, contextKey)
  const second = openDatabase(server.serveUrl('kith_second'), doorTo('kith_second'), 1)
  try {
    const restored = await factsOf(second)
    expect(restored).toEqual(await factsOf(database))
    expect(restored.people).toBe(5)
    await makersOver(second, server.ownerUrl('kith_second')).person({}) // row-level security, triggers and numbering are back in force
    expect((await factsOf(second)).audit).toBeGreaterThan(restored.audit)
  } finally {
    await second.close()
  }
})

describe('an export of a past moment', () => {
  const folder = join(home, 'past')
  const rowsOf = (where: string, table: string) =>
    gunzipSync(readFileSync(join(where, `${table}.csv.gz`)))
      .toString()
      .trim()
      .split('\n')

  test('holds the rows that stood then in the same files, with the moment in the manifest and in the audit', async () => {
    const makers = makersOver(database, server.ownerUrl('kith'))
    const worker = await makers.worker({})
    await rename(worker.id, 'Before Madeup')
    const child = await makers.person({})
    await settled()
    const knownAt = Temporal.Now.instant().round('microsecond') // as finely as the database tells moments apart
    await setTimeout(5)
    await rename(worker.id, 'After Madeup')
    const later = await makers.person({})
    await settled()
    const past = await exportOpen(server.serveUrl('kith'), doorTo('kith'), installation, folder, { knownAt })
    const present = join(home, 'present')
    const now = await exportOpen(server.serveUrl('kith'), doorTo('kith'), installation, present)

    expect(past.knownAt).toBe(knownAt.toString())
    expect(now.knownAt).toBeUndefined()
    expect(past.tables.map(({ name, columns }) => ({ name, columns }))).toEqual(
      now.tables.map(({ name, columns }) => ({ name, columns })),
    )
    expect(readdirSync(folder).toSorted()).toEqual(readdirSync(present).toSorted())

    const [workers, people] = [rowsOf(folder, 'record.worker'), rowsOf(folder, 'record.person')]
    expect(workers.filter(row => row.startsWith(worker.id))).toEqual([
      expect.stringContaining('Before Madeup'),
    ])
    expect(rowsOf(folder, 'history.worker').some(row => row.startsWith(worker.id))).toBe(true)
    expect(rowsOf(folder, 'history.worker').join()).not.toContain('Before Madeup')
    expect(rowsOf(present, 'history.worker').join()).toContain('Before Madeup')
    expect(people.some(row => row.startsWith(child))).toBe(true)
    expect(people.some(row => row.startsWith(later))).toBe(false)
    expect(past.withoutPast).toContain('access.entry')
    expect(rowsOf(folder, 'access.entry')).toHaveLength(1)
    expect(rowsOf(folder, 'audit.entry').join()).not.toContain(later)
    expect(await lookedAt()).toEqual([null, knownAt])
  })

  test('is not restored', async () => {
    const manifest = readManifest(folder)
    if (manifest.kind !== 'open') throw new Error('an open export was expected')
    await expect(restoreOpen(server.ownerUrl('kith_second'), manifest, folder)).rejects.toThrow(
      'Restore one that was made without --known-at',
    )
  })

  test('is refused for a moment that has not settled, and writes no manifest', async () => {
    const early = join(home, 'too-early')
    const knownAt = Temporal.Now.instant()
    await expect(
      exportOpen(server.serveUrl('kith'), doorTo('kith'), installation, early, { knownAt }),
    ).rejects.toThrow(NotSettledError)
    expect(readdirSync(early)).toEqual([])
  })

  async function settled(): Promise<void> {
    const now = Temporal.Now.instant()
    for (;;) {
      const { rows } = await database.as(serviceActor('sealer'), 'tick', work =>
        sql<{ at: Temporal.Instant | null }>`select platform.take_tick() as at`.execute(work.db()),
      )
      if (rows[0]?.at && Temporal.Instant.compare(rows[0].at, now) >= 0) return
    }
  }

  const rename = (id: string, name: string) =>
    database.as(serviceActor('importer'), 'test', work =>
      work
        .db<{ worker: { id: string; display_name: string } }>()
        .updateTable('worker')
        .set({ display_name: name })
        .where('id', '=', id)
        .execute(),
    )

  async function lookedAt(): Promise<readonly (Temporal.Instant | null)[]> {
    const rows = await database.as(serviceActor('verifier'), 'verify', work =>
      work
        .db<{ 'audit.entry': { id: number; action: string; known_at: Temporal.Instant | null } }>()
        .selectFrom('audit.entry')
        .select('known_at')
        .where('action', '=', 'export')
        .orderBy('id', 'desc')
        .limit(2)
        .execute(),
    )
    return rows.map(row => row.known_at)
  }
})

test('refuses to restore into a database that holds rows, or from a file that was changed', async () => {
  const folder = join(home, 'second-export')
  const manifest = await exportOpen(server.serveUrl('kith'), doorTo('kith'), installation, folder)
  await expect(restoreOpen(server.ownerUrl('kith'), manifest, folder)).rejects.toThrow(/holds rows already/)
  writeFileSync(
    join(folder, 'manifest.json'),
    readFileSync(join(folder, 'manifest.json'), 'utf8').slice(0, -20),
  )
  expect(() => readManifest(folder)).toThrow(/no whole backup/)
})

test('a base backup taken while the server runs starts as a server of its own with everything that was committed', async () => {
  const folder = join(home, 'base')
  const before = await factsOf(database)
  await baseBackup(server.superuserUrl('postgres'), server.clusterFolder, folder)
  placeCluster(join(home, 'restored'), join(folder, 'cluster'), log)
  const restored = await start('restored')
  const door = openDatabase(restored.serveUrl('kith'), doorTo('kith'), 1)
  try {
    expect(await factsOf(door)).toEqual(before)
    expect(() => placeCluster(join(home, 'restored'), join(folder, 'cluster'), log)).toThrow(/already/)
  } finally {
    await door.close()
    await restored.stop()
  }
})
