import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makersOver } from '#test/recordMakers.ts'
import { type Database, install, migrate, openDatabase, serviceActor } from '../db/index.ts'
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
