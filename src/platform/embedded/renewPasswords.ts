import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'
import { adoptServer } from './adoptServer.ts'
import type { ClusterPlace } from './clusterPlace.ts'
import { runStatements } from './createCluster.ts'
import { endServer } from './endServer.ts'
import { loginStatements, type Passwords } from './logins.ts'
import type { Binaries } from './packagedBinaries.ts'
import { liveStarter } from './starter.ts'

/**
 * Tells a cluster its new passwords: the keys folder was lost, or the cluster was restored without it. An orphan server is ended first;
 * throws when another live process runs one.
 */
export async function renewPasswords(
  place: ClusterPlace,
  binaries: Binaries,
  passwords: Passwords,
  log: Log,
): Promise<void> {
  const running = await adoptServer(place, log)
  if (running) {
    const starter = liveStarter(place.home)
    if (starter !== undefined)
      throw new KithError('KITH_DATABASE_FAILED', {
        sentence: `The keys folder is empty while Kith's process ${starter} runs the database: end that process, then start again.`,
      })
    await endServer(running.pid, place.cluster)
  }
  await runStatements(place.cluster, place, binaries, loginStatements(passwords))
  log.warn('the keys folder held no passwords: the database logins have new ones')
}
