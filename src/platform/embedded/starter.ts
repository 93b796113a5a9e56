import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './postmaster.ts'

/** The process that started a server, and so the one that ends it. `mark` tells it from a later process of the same number. */
interface Starter {
  readonly pid: number
  readonly mark: string
}

const fileIn = (home: string) => join(home, 'postgres.starter.json')

/** Writes this process down as the one that ends the server. */
export function claim(home: string): void {
  const unfinished = `${fileIn(home)}.new-${process.pid}`
  const starter: Starter = { pid: process.pid, mark: markOf(process.pid) }
  writeFileSync(unfinished, JSON.stringify(starter), { mode: 0o600 })
  renameSync(unfinished, fileIn(home))
}

/** Forgets the claim. */
export function disclaim(home: string): void {
  rmSync(fileIn(home), { force: true })
}

/** The number of the live process that ends the server, or undefined when the server is an orphan. */
export function liveStarter(home: string): number | undefined {
  try {
    const { pid, mark } = JSON.parse(readFileSync(fileIn(home), 'utf8')) as Starter // our own file, written above
    return isAlive(pid) && markOf(pid) === mark ? pid : undefined
  } catch {
    return undefined // no file, or one cut short by a crash
  }
}

/** When the process started, in clock ticks since the machine did (proc_pid_stat(5), field 22); empty where the system does not tell. */
function markOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
