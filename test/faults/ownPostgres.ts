import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbedded } from '#platform/embedded'
import { makeLog } from '#platform/log'

/** A PostgreSQL of a test's own, which waits for the disk as a real one does and may be killed. */
export type OwnPostgres = {
  readonly folder: string
  readonly addresses: Pick<EmbeddedPostgres, 'superuserUrl' | 'ownerUrl' | 'serveUrl'>
  /** SIGKILL to the postmaster: what a power cut leaves. */
  kill(): void
  /** Starts it again on the same folder, at the same address. */
  startAgain(): Promise<void>
  /** Ends it and removes the folder. */
  end(): Promise<void>
}

/** Starts it in a new folder under the temporary one. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-faults-'))
  chmodSync(folder, 0o711) // the server's own user passes through
  const start = () =>
    startEmbedded({
      dataFolder: join(folder, 'data'),
      keysFolder: join(folder, 'keys'),
      log: makeLog({ level: 'silent' }),
    })
  let server = await start()
  const { superuserUrl, ownerUrl, serveUrl, clusterFolder } = server
  return {
    folder,
    addresses: { superuserUrl, ownerUrl, serveUrl },
    kill() {
      const [pid = ''] = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGKILL')
    },
    async startAgain() {
      server = await persistently(start)
    },
    async end() {
      await server.stop().catch(() => {})
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The processes of a server that was killed take a moment to end. */
async function persistently<R>(start: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start()
    } catch (error) {
      if (attempt === 20) throw error
      await pause(250)
    }
  }
}
