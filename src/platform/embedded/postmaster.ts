import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from './endpoint.ts'

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly endpoint: Endpoint
  /** `starting`, `ready`, `stopping` or `standby`. */
  readonly status: string
}

/** Reads a cluster's `postmaster.pid`; undefined when there is none, or it is not written to the end yet. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = readText(join(cluster, 'postmaster.pid'))?.split('\n') ?? []
  // Lines: process, data folder, start time, port, socket folder, listen address, shared memory, status.
  const [pid, , , port, socketFolder, listen, , status] = lines.map(line => line.trim())
  if (!pid || !port || status === undefined) return undefined
  return {
    pid: Number(pid),
    endpoint: { host: socketFolder || listen || '127.0.0.1', port: Number(port) },
    status,
  }
}

/** The process named in `postmaster.pid`, however much of the file is written. */
export function postmasterPid(cluster: string): number | undefined {
  const pid = Number.parseInt(readText(join(cluster, 'postmaster.pid')) ?? '', 10)
  return pid > 0 ? pid : undefined
}

/** Whether a process runs; one that belongs to someone else counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether a process is the server of this cluster: a server works inside its data folder. After a restart of a machine or container the
 * number often belongs to something else, and a dead process that nobody has collected has no folder. `unknown` where the system does not tell.
 */
export function serves(pid: number, cluster: string): 'yes' | 'no' | 'unknown' {
  if (!isAlive(pid)) return 'no'
  if (process.platform !== 'linux') return 'unknown'
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? 'yes' : 'no'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no' : 'unknown'
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
