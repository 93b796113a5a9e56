import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import {
  type Actor,
  type Database,
  type DoorKey,
  install,
  migrate,
  type Options,
  openDatabase,
  serviceActor,
  type Work,
} from '#platform/db'
import { installJobs } from '#platform/jobs'
import { setup } from './globalSetup.ts'
import { type ClusterAddresses, cloneDatabase, onDatabase, prepareTemplate } from './postgres.ts'
import { type Makers, makersOver } from './recordMakers.ts'

/** Roles are named after the database they were made for: every copy answers to those of the template. */
const TEMPLATE = 'template_record'
const door: DoorKey = { suffix: TEMPLATE, contextKey: createHash('sha256').update('only for tests').digest() }

/** A record of a test file's own: migrated, installed as made by the demo, empty. */
export type TestRecord = {
  readonly database: Database
  readonly door: DoorKey
  /** One transaction as the actor, for no particular purpose. */
  as<R>(actor: Actor, fn: (work: Work) => Promise<R>, options?: Options): Promise<R>
  readonly makers: Makers
  /**
   * An instant after everything done so far, once the known-at views answer for it (other tests' transactions on the
   * same server count, so it may take a moment).
   */
  settled(): Promise<Temporal.Instant>
  readonly ownerUrl: string
  readonly serveUrl: string
  readonly superuserUrl: string
  /** The family portal's own door, by its own login. */
  readonly portal: Database
  readonly portalUrl: string
  /** Another record, for a test that breaks its own; dropped with the file too. */
  another(beginning?: Beginning): Promise<TestRecord>
}

/** A record that several files begin with, made once a run: its name, and what fills it. */
export type Beginning = {
  readonly name: string
  readonly fill: (database: Database) => Promise<unknown>
}

/**
 * The record for one test file; call it at the top: `const record = await testRecord()`. Dropped after the file's tests.
 * @param connections at once
 * @param beginning what is in it; nothing when left out
 */
export async function testRecord(connections = 4, beginning?: Beginning): Promise<TestRecord> {
  const endings: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const end of endings.reverse()) await end()
  })
  const cluster = await clusterOf(endings)
  await prepareTemplate(TEMPLATE, prepareRecord, cluster)
  const open = async (of?: Beginning): Promise<TestRecord> => {
    const template = of
      ? await prepareTemplate(`${TEMPLATE}_${of.name}`, filling(of), cluster, TEMPLATE)
      : TEMPLATE
    const copy = await cloneDatabase(template, cluster)
    endings.push(copy.drop)
    const database = openDatabase(copy.serve, door, connections)
    endings.push(() => database.close())
    const portal = openDatabase(copy.portal, door, connections) // connects when it is first asked
    endings.push(() => portal.close())
    return {
      database,
      door,
      as: (actor, fn, options) => database.as(actor, 'test', fn, options),
      settled: () => settled(database),
      makers: makersOver(database, copy.owner),
      ownerUrl: copy.owner,
      serveUrl: copy.serve,
      superuserUrl: copy.superuser,
      portal,
      portalUrl: copy.portal,
      another: open,
    }
  }
  return await open(beginning)
}

const filling =
  ({ fill }: Beginning) =>
  async ({ serve, superuser }: ClusterAddresses): Promise<void> => {
    const database = openDatabase(serve, door, 4)
    await fill(database).finally(() => database.close())
    // Its copies are planned for from the first page on: nothing else looks at them so soon.
    const client = new pg.Client(superuser)
    await client.connect()
    await client.query('analyze').finally(() => client.end())
  }

/** The run's PostgreSQL; where vitest was started without its global setup, one for this file. */
async function clusterOf(endings: (() => Promise<void>)[]): Promise<ClusterAddresses> {
  const shared: ClusterAddresses | undefined = inject('postgres')
  if (shared) return shared
  let addresses: ClusterAddresses | undefined
  const provide = (_key: 'postgres', value: ClusterAddresses) => {
    addresses = value
  }
  endings.push(await setup({ provide }))
  if (!addresses) throw new Error('globalSetup.ts gave no addresses')
  return onDatabase(addresses, 'kith')
}

async function prepareRecord({ owner }: ClusterAddresses): Promise<void> {
  await migrate(owner, 'kith_serve', undefined, 'kith_portal')
  await installJobs(owner, TEMPLATE)
  await install(
    owner,
    { authorityCode: '999', authorityName: 'Exampleshire', madeByDemo: true },
    door.contextKey,
  )
}

async function settled(database: Database): Promise<Temporal.Instant> {
  const now = Temporal.Now.instant()
  for (;;) {
    const { rows } = await database.as(serviceActor('sealer'), 'seal', work =>
      sql<{ settled: Temporal.Instant | null }>`select platform.take_tick() as settled`.execute(work.db()),
    )
    const at = rows[0]?.settled
    if (at && Temporal.Instant.compare(at, now) >= 0) return now
    await setTimeout(20)
  }
}
