import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { type Config, readConfig, type Variables } from '#platform/config'
import type { Database } from '#platform/db'
import { openFileStore, openSealer, type Sealer, type ServedFiles } from '#platform/files'
import type { ServiceModule } from '#platform/http'
import { type News, openNews } from '#platform/live'
import { makeLog } from '#platform/log'
import { type Authority, buildServer, type ServerOptions } from '../../src/main/web/index.ts'

/** What a test may choose for its server. */
export type TestServer = {
  /** Environment variables, as an operator sets them. */
  readonly variables?: Variables
  /** By host name; the one record at `localhost` when left out. */
  readonly authorities?: ReadonlyMap<string, Authority>
} & Partial<Omit<ServerOptions, 'modules' | 'authorities' | 'config'>>

/** A server over a test's own record, answering `server.inject()` at http://localhost; closed after the file's tests. */
export async function testServer(
  database: Database,
  modules: readonly ServiceModule[],
  { variables = {}, authorities, ...options }: TestServer = {},
): Promise<FastifyInstance> {
  const server = await buildServer({
    modules,
    authorities: authorities ?? new Map([['localhost', testAuthority(database)]]),
    config: testConfig(variables),
    log: makeLog({ level: 'silent' }),
    ...options,
  })
  afterAll(() => server.close())
  return server
}

/** The invented council that test records belong to. */
export function testAuthority(database: Database, given: Partial<Authority> = {}): Authority {
  return {
    database,
    name: 'Exampleshire',
    code: '999',
    isDemo: true,
    files: testFiles(),
    sealer: testSealer(),
    ...given,
  }
}

/** A store of files of this test file's own, taken away after its tests. */
export function testFiles(given: Partial<ServedFiles> = {}): ServedFiles {
  const store = openFileStore({ folder: testFolder(), authority: '999', installationKey: randomBytes(32) })
  return { store, sealer: testSealer(), limitBytes: 20_000_000, scannerName: null, ...given }
}

/** What changes in a record while pages are open; ends with the file's tests. */
export function testNews(serveUrl: string): News {
  const news = openNews(serveUrl, makeLog({ level: 'silent' }))
  afterAll(() => news.close())
  return news
}

/** What seals the messages of systems, by a key of this test file's own. */
export function testSealer(): Sealer {
  return openSealer({ folder: testFolder(), authority: '999', installationKey: randomBytes(32) })
}

/** An empty folder, taken away after the file's tests. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function testConfig(variables: Variables): Config {
  const result = readConfig({ NODE_ENV: 'test', ...variables })
  if (!result.ok) throw new Error(result.problems.join(' '))
  return result.config
}
