import { arch, cpus, platform, totalmem } from 'node:os'
import type { BenchCluster } from './benchCluster.ts'

/** System, processors, memory and versions, in one line beside the figures: without it they say little. */
export async function describeMachine(cluster: BenchCluster): Promise<string> {
  const [row] = await cluster.asSuperuser<{ version: string }>(
    'postgres',
    `select current_setting('server_version') as version`,
  )
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${platform()} ${arch()}, ${processors.length} × ${processors[0]?.model.trim() ?? 'processor'}, ${memory} GiB, Node ${process.versions.node}, PostgreSQL ${row?.version ?? 'unknown'}`
}
