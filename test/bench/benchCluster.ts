import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#platform/embedded'
import { makeLog } from '#platform/log'

/** A PostgreSQL of the benchmark's own, with databases by name. */
export type BenchCluster = {
  readonly folder: string
  /** PostgreSQL's data folder. */
  readonly clusterFolder: string
  ownerUrl(database: string): string
  serveUrl(database: string): string
  /** Statements as the superuser, one after the other. @returns the rows of the last */
  asSuperuser<R extends pg.QueryResultRow>(database: string, ...statements: readonly string[]): Promise<R[]>
  /** Copies a database that nobody uses. */
  clone(source: string, copy: string): Promise<void>
  /** Ends the server and removes its folder. */
  remove(): Promise<void>
}

/** Starts a durable PostgreSQL in the temporary folder: commits wait for the disk, as they would in use. */
export async function startBenchCluster(databases: readonly string[]): Promise<BenchCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
  chmodSync(folder, 0o711) // the server's own user passes through
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeFolder) // also when the run ends in a way that nobody foresaw
  const server = await startEmbedded({
    dataFolder: folder,
    keysFolder: join(folder, 'keys'),
    log: makeLog({ level: 'error' }),
    databases,
    durable: true,
    settings: { max_wal_size: '4GB', checkpoint_timeout: '15min' }, // no checkpoint of the loading falls into the measuring
  }).catch((error: unknown) => {
    removeFolder()
    throw error
  })
  const asSuperuser: BenchCluster['asSuperuser'] = async (database, ...statements) => {
    const client = new pg.Client(server.superuserUrl(database))
    await client.connect()
    try {
      let rows: pg.QueryResultRow[] = []
      for (const statement of statements) rows = (await client.query(statement)).rows
      return rows as never[] // the caller names the columns of its own statement
    } finally {
      await client.end()
    }
  }
  return {
    folder,
    clusterFolder: server.clusterFolder,
    ownerUrl: server.ownerUrl,
    serveUrl: server.serveUrl,
    asSuperuser,
    async clone(source, copy) {
      const [from, to] = [pg.escapeIdentifier(source), pg.escapeIdentifier(copy)]
      await asSuperuser(
        'postgres',
        `create database ${to} template ${from} owner kith_owner`,
        `revoke connect, temporary on database ${to} from public`,
        `grant connect on database ${to} to kith_serve`,
      )
    },
    async remove() {
      await server.stop()
      removeFolder()
    },
  }
}
