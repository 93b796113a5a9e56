import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'
import type { ClusterPlace } from './clusterPlace.ts'
import { answers } from './endpoint.ts'
import { endServer } from './endServer.ts'
import { type Postmaster, postmasterPid, readPostmaster, serves } from './postmaster.ts'
import { liveStarter } from './starter.ts'

/** How long a running server may stay silent before it is ended, in milliseconds; one that is starting may take as long as it needs. */
const PATIENCE = 10_000

/**
 * The healthy server that already runs on this cluster, or undefined when there is none (any more). An orphan that does not answer is
 * ended; one that another live process looks after is not ours to end, and is reported.
 */
export async function adoptServer(
  place: ClusterPlace,
  log: Log,
  patience = PATIENCE,
): Promise<Postmaster | undefined> {
  let silentSince = performance.now()
  for (;;) {
    const pid = postmasterPid(place.cluster)
    if (pid === undefined) return undefined
    const verdict = serves(pid, place.cluster)
    if (verdict === 'no') {
      removeLeftLocks(place.cluster)
      return undefined
    }
    const postmaster = readPostmaster(place.cluster)
    if (postmaster?.status === 'starting') silentSince = performance.now()
    if (postmaster?.status === 'ready' && (await answers(postmaster.endpoint))) return postmaster
    if (performance.now() - silentSince > patience) await endSilent(place, pid, verdict, log)
    await pause(50)
  }
}

/**
 * Removes the locks that a crash left. PostgreSQL would do so itself, unless the number in them belongs to another program by now, or to a
 * dead process that nobody has collected (in a container without an init): then it would refuse to start.
 */
function removeLeftLocks(cluster: string): void {
  const endpoint = readPostmaster(cluster)?.endpoint
  if (endpoint?.host.startsWith('/'))
    rmSync(join(endpoint.host, `.s.PGSQL.${endpoint.port}.lock`), { force: true })
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

async function endSilent(
  place: ClusterPlace,
  pid: number,
  verdict: 'yes' | 'unknown',
  log: Log,
): Promise<void> {
  const starter = liveStarter(place.home)
  if (verdict === 'unknown' || starter !== undefined)
    throw new KithError('KITH_DATABASE_FAILED', {
      sentence:
        `Process ${pid} holds the database in ${place.cluster} and does not answer. ` +
        `End ${starter === undefined ? 'it' : `Kith's process ${starter}`}, then start again.`,
    })
  log.warn('ending a database server that does not answer', { pid })
  await endServer(pid, place.cluster, 0)
}
