import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds of processor that this process and the database's have used so far. */
export type ProcessorClock = () => number

/**
 * A clock that stands still while others have the processor: figures by it hold on a machine that does other work too. Where
 * the system does not tell of other processes (anything but Linux) it counts this process alone.
 * @param clusterFolder PostgreSQL's data folder, which names its first process
 */
export function processorClock(clusterFolder: string): ProcessorClock {
  const first = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')[0]?.trim() ?? ''
  return () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000 + databaseMilliseconds(first)
  }
}

function databaseMilliseconds(first: string): number {
  try {
    const children = readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ')
    return children.reduce((sum, child) => sum + nanosecondsOf(child) / 1_000_000, 0)
  } catch {
    return 0
  }
}

/** A process that has just ended counts nothing; connections stay open while measuring. */
function nanosecondsOf(child: string): number {
  try {
    return Number(readFileSync(`/proc/${child}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return 0
  }
}
