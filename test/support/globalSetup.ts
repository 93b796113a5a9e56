import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/embedded'
import { makeLog } from '#platform/log'
import type { ClusterAddresses } from './postgres.ts'

/** What vitest hands to a global setup, as far as it is used here. */
export interface Provider {
  provide(key: 'postgres', value: ClusterAddresses): void
}

const MEMORY = '/dev/shm'
/** What a run writes stays well under half of it. */
const ROOM = 6e9

/** Memory where the machine has plenty: hundreds of databases are made and dropped, and a disk would have to take each of them. */
function placeOfCluster(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return Math.min(bavail * bsize, process.availableMemory()) > ROOM ? MEMORY : tmpdir()
  } catch {
    return tmpdir() // another system
  }
}

/**
 * Starts one embedded PostgreSQL for a whole run of tests, in a folder of its own, without waiting for the disk. Returns what ends it
 * and removes the folder.
 */
export async function setup(provider: Provider): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(placeOfCluster(), 'kith-test-'))
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
