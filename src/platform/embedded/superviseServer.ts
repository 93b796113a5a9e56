import { setTimeout as pause } from 'node:timers/promises'
import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'
import type { ClusterPlace } from './clusterPlace.ts'
import { endServer } from './endServer.ts'
import type { StartFailure } from './explainFailure.ts'
import { launchServer, type RunningServer, removeSocketPlace } from './launchServer.ts'
import { type Binaries, program } from './packagedBinaries.ts'
import { programOptions, runProgram } from './runProgram.ts'
import type { ServerSettings } from './serverSettings.ts'

/** What a supervised server runs with. */
export interface Supervision {
  readonly place: ClusterPlace
  readonly binaries: Binaries
  readonly settings: ServerSettings
  readonly log: Log
}

/** A server that is started again when it dies. */
export interface SupervisedServer {
  readonly server: RunningServer
  stop(): Promise<void>
}

/** As many starts in a minute as a server may need before it counts as broken. */
const MOST_RESTARTS = 5

/** Starts the server and, until `stop`, starts it again whenever it dies. */
export async function superviseServer(supervision: Supervision): Promise<SupervisedServer | StartFailure> {
  const { place, binaries, log } = supervision
  const first = await launchPatiently(supervision)
  if (typeof first === 'string' || first instanceof KithError) return first
  let server = first
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()
  const watch = () => {
    server.child.once('exit', (code, signal) => {
      if (!stopping) restarting = restart(code ?? signal)
    })
  }
  const restart = async (how: unknown): Promise<void> => {
    log.error('the database server ended by itself: starting it again', { how: String(how) })
    const next = await restartPatiently(supervision, () => stopping)
    if (!next) return
    server = next
    if (stopping) return
    watch()
    log.warn('the database server runs again', { pid: server.child.pid })
  }
  watch()
  const stop = async (): Promise<void> => {
    stopping = true
    await restarting
    const { pid, exitCode, signalCode } = server.child
    if (pid !== undefined && exitCode === null && signalCode === null) await endInOrder(pid, place, binaries)
    removeSocketPlace(server.endpoint)
  }
  return { server: first, stop }
}

/** Windows knows no signals: there PostgreSQL's own program ends the server. */
async function endInOrder(pid: number, place: ClusterPlace, binaries: Binaries): Promise<void> {
  if (process.platform !== 'win32') return endServer(pid, place.cluster)
  const given = ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '10']
  await runProgram(program(binaries, 'pg_ctl'), given, programOptions(place.user, place.home))
}

/** Launches; waits up to ten seconds for the processes of a killed server to notice and end. */
async function launchPatiently({
  place,
  binaries,
  settings,
}: Supervision): Promise<RunningServer | StartFailure> {
  const until = performance.now() + 10_000
  for (;;) {
    const result = await launchServer(place, binaries, settings)
    if (result !== 'still-ending' || performance.now() > until) return result
    await pause(200)
  }
}

async function restartPatiently(
  supervision: Supervision,
  isStopping: () => boolean,
): Promise<RunningServer | undefined> {
  for (let attempt = 1; attempt <= MOST_RESTARTS && !isStopping(); attempt += 1) {
    await pause(100 * attempt)
    const result = await launchPatiently(supervision).catch((error: unknown) => error)
    if (result && typeof result === 'object' && 'child' in result) return result as RunningServer // only a running server has one
    supervision.log.error('the database server did not start', { attempt, error: result })
  }
  return undefined
}
