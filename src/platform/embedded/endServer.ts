import { setTimeout as pause } from 'node:timers/promises'
import { serves } from './postmaster.ts'

/** How long open connections may take to be cut and the last page written, in milliseconds. */
const GRACE = 8000

/**
 * Ends a server: at once for its clients, but in order (fast shutdown); when that takes too long, without order, which costs the next
 * start a recovery and loses nothing that was committed.
 */
export async function endServer(pid: number, cluster: string, grace = GRACE): Promise<void> {
  const steps = [
    ['SIGINT', grace],
    ['SIGQUIT', 3000],
    ['SIGKILL', 3000],
  ] as const
  for (const [signal, patience] of steps) {
    if (patience === 0) continue
    if (serves(pid, cluster) === 'no') return
    signalServer(pid, signal)
    const until = performance.now() + patience
    while (performance.now() < until) {
      if (serves(pid, cluster) === 'no') return
      await pause(10)
    }
  }
}

function signalServer(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // ESRCH: it ended by itself meanwhile
  }
}
