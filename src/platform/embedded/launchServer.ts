import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type ClusterPlace, socketPlace } from './clusterPlace.ts'
import { type Endpoint, freePort, SOCKET_PORT } from './endpoint.ts'
import { explainError, explainFailure, type StartFailure } from './explainFailure.ts'
import { type Binaries, program } from './packagedBinaries.ts'
import { readPostmaster } from './postmaster.ts'
import { programOptions } from './runProgram.ts'
import type { ServerSettings } from './serverSettings.ts'

/** A server that this process started and that takes connections. */
export interface RunningServer {
  readonly endpoint: Endpoint
  readonly child: ChildProcess
}

const LARGEST_LOG = 10_000_000

/** Starts the server and waits until it takes connections: as long as its recovery needs, if it had crashed. */
export async function launchServer(
  place: ClusterPlace,
  binaries: Binaries,
  settings: ServerSettings,
): Promise<RunningServer | StartFailure> {
  const endpoint =
    process.platform === 'win32' ? { host: '127.0.0.1', port: await freePort() } : socketEndpoint(place)
  const { log, from } = openLog(place.logFile)
  // Detached: a Ctrl-C in the terminal reaches us alone, so that requests in hand end before their database does.
  const child = spawn(program(binaries, 'postgres'), serverArguments(place, endpoint, settings), {
    ...programOptions(place.user, place.home),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  const gone = new Promise<unknown>(settle => {
    child.once('error', settle)
    child.once('exit', () => settle(undefined))
  })
  child.unref()
  if (await isReady(place.cluster, child)) return { endpoint, child }
  removeSocketPlace(endpoint)
  const error = await gone
  if (error) throw explainError(error, place.cluster)
  return explainFailure(readFileSync(place.logFile).subarray(from).toString(), place.cluster, place.logFile)
}

function socketEndpoint(place: ClusterPlace): Endpoint {
  return { host: socketPlace(place), port: SOCKET_PORT }
}

function serverArguments(
  place: ClusterPlace,
  { host, port }: Endpoint,
  settings: ServerSettings,
): readonly string[] {
  const where = host.startsWith('/')
    ? { listen_addresses: '', unix_socket_directories: host, port }
    : { listen_addresses: host, unix_socket_directories: '', port }
  const all = Object.entries({ ...settings, ...where })
  return ['-D', place.cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Opens the log to append, a large one set aside first; `from` is where this start's words begin. */
function openLog(file: string): { readonly log: number; readonly from: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG) renameSync(file, `${file}.1`)
  return { log: openSync(file, 'a', 0o600), from: size > LARGEST_LOG ? 0 : size }
}

async function isReady(cluster: string, child: ChildProcess): Promise<boolean> {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.pid === child.pid && postmaster.status === 'ready') return true
    await pause(10)
  }
  return false
}

/** Removes a socket folder that was made under the temporary folder. */
export function removeSocketPlace({ host }: Endpoint): void {
  if (dirname(host) === tmpdir()) rmSync(host, { recursive: true, force: true })
}
