import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** Addresses of one database, one for each login. */
export interface ClusterAddresses {
  readonly superuser: string
  readonly owner: string
  readonly serve: string
  readonly portal: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ClusterAddresses
  }
}

/** The PostgreSQL of this run of tests, started by `globalSetup.ts`: addresses of its database `kith`. */
export function testCluster(): ClusterAddresses {
  const addresses: ClusterAddresses | undefined = inject('postgres')
  if (!addresses)
    throw new Error(
      "No test cluster runs: name './test/support/globalSetup.ts' as globalSetup in vitest.config.ts.",
    )
  return addresses
}

/** The same logins on another database of the cluster. */
export function onDatabase(addresses: ClusterAddresses, database: string): ClusterAddresses {
  const move = (address: string) => address.replace(/@\/[^?]*\?/, `@/${encodeURIComponent(database)}?`)
  return {
    superuser: move(addresses.superuser),
    owner: move(addresses.owner),
    serve: move(addresses.serve),
    portal: move(addresses.portal),
  }
}

/** A database of a test's own: drop it in `afterAll`. */
export interface ClonedDatabase extends ClusterAddresses {
  readonly name: string
  /** Cuts open connections and drops the database. */
  drop(): Promise<void>
}

/** Fills an empty database, for example by migrating it. It must close its connections: a database in use cannot be copied. */
export type Prepare = (addresses: ClusterAddresses) => Promise<void>

// Any number of our own: held, with the template's name, while it is made, so that workers wait for each other instead of making it twice.
const TEMPLATE_LOCK = 4_217_301

/**
 * Makes the template database `name` once per run, filled by `prepare`, however many workers ask; returns its name for `cloneDatabase`.
 * A template whose preparation failed is dropped, and the next one to ask tries again.
 * @param from the template that it begins as; an empty database when none is named
 */
export async function prepareTemplate(
  name: string,
  prepare: Prepare,
  cluster: ClusterAddresses = testCluster(),
  from = 'template1',
): Promise<string> {
  await withAdministrator(cluster, async administrator => {
    await administrator.query('select pg_advisory_lock($1, hashtext($2))', [TEMPLATE_LOCK, name])
    const { rowCount } = await administrator.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await createDatabase(administrator, name, from)
    try {
      await prepare(onDatabase(cluster, name))
    } catch (error) {
      await dropDatabase(administrator, name)
      throw error
    }
  })
  return name
}

/** Copies a template (an empty database when none is named) into a database with a name of its own, owned by kith_owner. */
export async function cloneDatabase(
  template = 'template1',
  cluster: ClusterAddresses = testCluster(),
): Promise<ClonedDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await withAdministrator(cluster, administrator => createDatabase(administrator, name, template))
  const drop = () => withAdministrator(cluster, administrator => dropDatabase(administrator, name))
  return { ...onDatabase(cluster, name), name, drop }
}

/** The database's own rights are not copied from a template: they are set as on a new cluster. */
async function createDatabase(administrator: pg.Client, name: string, template: string): Promise<void> {
  const [database, source] = [pg.escapeIdentifier(name), pg.escapeIdentifier(template)]
  // Copying files is quicker than writing each page to the log again, and dropping such a copy takes a third of the time.
  await administrator.query(
    `create database ${database} template ${source} owner kith_owner strategy file_copy`,
  )
  await administrator.query(`revoke connect, temporary on database ${database} from public`)
  await administrator.query(`grant connect on database ${database} to kith_serve, kith_portal`)
}

async function dropDatabase(administrator: pg.Client, name: string): Promise<void> {
  await administrator.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
}

async function withAdministrator(
  cluster: ClusterAddresses,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(onDatabase(cluster, 'postgres').superuser)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end() // which also gives back the lock
  }
}
