import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/embedded'
import { makeLog } from '#platform/log'
import type { ClusterAddresses } from './postgres.ts'

/** What vitest hands to a global setup, as far as it is used here. */
export interface Provider {
  provide(key: 'postgres', value: ClusterAddresses): void
}

/**
 * Starts one embedded PostgreSQL for a whole run of tests, in a folder of its own under the temporary folder, without waiting for the
 * disk. Returns what ends it and removes the folder.
 */
export async function setup(provider: Provider): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  chmodSync(folder, 0o711) // the server's own user passes through
  const database = await startEmbedded({
    dataFolder: folder,
    keysFolder: join(folder, 'keys'),
    log: makeLog({ level: 'error' }),
    durable: false,
  }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true })
    throw error
  })
  provider.provide('postgres', {
    superuser: database.superuserUrl(),
    owner: database.ownerUrl(),
    serve: database.serveUrl(),
    portal: database.portalUrl(),
  })
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
